//! The templates are plain Typst: the official compiler makes the same pages
//! from the files as they lie there.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use vereinbar::{Art, RenderOptions};
use vereinbar_tests::{root, write};

use crate::support::{example_of, output, reading_order, render, run};

/// The embedded fonts as files; CONTRIBUTING names the folder.
static FONTS: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = output("fonts");
    for (name, bytes) in vereinbar_pdf::fonts() {
        write(&folder.join(name), bytes);
    }
    folder
});

#[test]
fn official_compiler_makes_the_same_document_from_the_folder() {
    for art in Art::ALL {
        check(art.as_str());
    }
}

/// The report has no agreement beside it, but an example of an evaluation.
#[test]
fn official_compiler_makes_the_report_from_the_folder() {
    let report = official("auswertung");
    assert!(reading_order(&report).contains("Auswertung"));
}

fn check(art: &str) {
    let ours = output(&format!("ours-{art}.pdf"));
    write(&ours, &render(&example_of(art), &RenderOptions::default()).pdf);
    assert_eq!(without_heads(&official(art)), without_heads(&ours));
}

/// Only our engine sets the switch by which a template names the heads of rows; a table that
/// has some is not divided into head and body.
fn without_heads(pdf: &Path) -> Vec<String> {
    let order = reading_order(pdf);
    let lines = order.lines().map(str::trim_start);
    lines
        .filter(|line| !line.starts_with("Object ") && !["THead", "TBody", "TFoot"].contains(line))
        .map(|line| if line.starts_with("TH") { "TD:".to_owned() } else { line.to_owned() })
        .collect()
}

/// What the official compiler makes of a template's folder.
fn official(folder: &str) -> PathBuf {
    let pdf = output(&format!("official-{folder}.pdf"));
    let root = root();
    run(
        &root.join("build/venv/bin/python"),
        &[
            root.join("tests/official_compiler.py").to_str().unwrap(),
            root.join(format!("templates/{folder}/main.typ")).to_str().unwrap(),
            root.join("templates").to_str().unwrap(),
            FONTS.to_str().unwrap(),
            pdf.to_str().unwrap(),
        ],
    );
    pdf
}
