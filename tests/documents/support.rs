//! Documents for the tests, and the tools that look into them.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use vereinbar::{Art, RenderOptions, Rendered, Renderer, Vereinbarung, parse_bytes};
use vereinbar_tests::{fixtures, root, write};

/// Form A.
pub(crate) const ART: &str = "qualitaetsentwicklungsvereinbarung";
/// The LEQ-Vereinbarung.
pub(crate) const LEQ: &str = "leq_vereinbarung";

static RENDERER: LazyLock<Renderer> = LazyLock::new(|| Renderer::new().unwrap());

pub(crate) fn renderer() -> &'static Renderer {
    &RENDERER
}

fn read(path: &str) -> Vereinbarung {
    parse_bytes(&std::fs::read(root().join(path)).unwrap()).unwrap()
}

/// A valid fixture of form A by name.
pub(crate) fn fixture(name: &str) -> Vereinbarung {
    fixture_of(ART, name)
}

/// A valid fixture by kind and name.
pub(crate) fn fixture_of(art: &str, name: &str) -> Vereinbarung {
    parse_bytes(&vereinbar_tests::fixture(art, &format!("valid/{name}")).bytes).unwrap()
}

/// The example that lies beside the template of form A.
pub(crate) fn example() -> Vereinbarung {
    example_of(ART)
}

/// The example that lies beside the template.
pub(crate) fn example_of(art: &str) -> Vereinbarung {
    read(&format!("templates/{art}/daten.json"))
}

/// Every valid fixture of a kind, its example and the blank form.
pub(crate) fn all_of(art: &str) -> Vec<(String, Vereinbarung)> {
    let mut all: Vec<(String, Vereinbarung)> = fixtures(art, "valid")
        .into_iter()
        .map(|fixture| (fixture.name.clone(), parse_bytes(&fixture.bytes).unwrap()))
        .collect();
    all.push(("beispiel".to_owned(), example_of(art)));
    all.push(("vordruck".to_owned(), Vereinbarung::blank(art.parse().unwrap())));
    all
}

/// The same for all kinds.
pub(crate) fn all() -> Vec<(String, Vereinbarung)> {
    let kinds = Art::ALL.iter().map(|art| art.as_str());
    kinds.flat_map(|art| all_of(art).into_iter().map(move |(name, v)| (format!("{art}-{name}"), v))).collect()
}

/// Renders, and fails where a template has something to remark.
pub(crate) fn render(vereinbarung: &Vereinbarung, options: &RenderOptions) -> Rendered {
    let rendered = renderer().render(vereinbarung, options).unwrap_or_else(|error| panic!("{error}\n{error:?}"));
    assert_eq!(rendered.template_warnings, []);
    rendered
}

/// The folder for what the tests make; git ignores it, people may look into it.
pub(crate) fn output(name: &str) -> PathBuf {
    root().join("build/documents").join(name)
}

/// Runs a tool that `make tools` has put there, and gives what it prints.
pub(crate) fn run(program: &Path, arguments: &[&str]) -> String {
    let output = Command::new(program)
        .args(arguments)
        .output()
        .unwrap_or_else(|error| panic!("{}: {error}; it comes with `make tools`", program.display()));
    assert!(
        output.status.success(),
        "{} {arguments:?} failed:\n{}",
        program.display(),
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The tags and the text of a PDF in reading order, as a screen reader gets it.
pub(crate) fn reading_order(pdf: &Path) -> String {
    let tags = run("pdfinfo".as_ref(), &["-struct-text", pdf.to_str().unwrap()]);
    let mut lines = String::new();
    for line in tags.lines() {
        let trimmed = line.trim_start();
        // Layout attributes are for other readers than those of a reference.
        if trimmed.starts_with('/') {
            continue;
        }
        // A heading's title repeats its text, in an encoding of its own.
        let is_heading = trimmed.starts_with('H') && trimmed.ends_with("(block)");
        let end = if is_heading { line.find('"').unwrap_or(line.len()) } else { line.len() };
        lines.push_str(line[..end].trim_end());
        lines.push('\n');
    }
    lines
}

/// Nothing but the text of a PDF in reading order, without white space and
/// without the hyphens that lines are broken with. Unlike `plain_text` it takes
/// every character as it stands in the file.
pub(crate) fn tagged_text(pdf: &[u8]) -> String {
    let file = scratch();
    write(&file, pdf);
    let lines = reading_order(&file);
    let texts = lines.lines().filter_map(|line| line.trim_start().strip_prefix('"')?.strip_suffix('"'));
    texts.map(squeezed).collect()
}

fn scratch() -> PathBuf {
    output(&format!("text-{:?}.pdf", std::thread::current().id()))
}

/// The words of a PDF, in the order of its content.
pub(crate) fn plain_text(pdf: &[u8]) -> String {
    let file = scratch();
    write(&file, pdf);
    run("pdftotext".as_ref(), &["-raw", "-enc", "UTF-8", file.to_str().unwrap(), "-"])
}

/// Text without the white space and the hyphens that lines are broken with.
pub(crate) fn squeezed(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace() && *character != '\u{ad}').collect()
}
