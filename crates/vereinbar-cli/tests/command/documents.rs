//! The command as a clerk runs it: what it prints, writes, refuses, and its exit codes.

use std::fs;
use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::desk::{Desk, Run, example, fixture, root};

#[test]
fn renders_a_file_and_says_so() {
    let desk = Desk::new();
    desk.run(&["render", &example(), "-o", "v.pdf"]).expect(0, &["v.pdf geschrieben (2 Seiten)."]);
    let pdf = fs::read(desk.path("v.pdf")).unwrap();
    assert!(pdf.starts_with(b"%PDF-") && pdf.ends_with(b"%%EOF\n"));
    assert_eq!(desk.files(), ["v.pdf"]);
}

#[test]
fn standard_output_gets_nothing_but_the_result() {
    let desk = Desk::new();
    let json = fs::read(example()).unwrap();
    let run = desk.run_with_input(&["render", "-", "-o", "-"], &json).expect(0, &[]);
    assert!(run.stdout.starts_with(b"%PDF-"));
    assert_eq!(run.stderr, "");
    desk.run(&["render", &example(), "-o", "v.pdf"]).expect(0, &[]);
    assert!(fs::read(desk.path("v.pdf")).unwrap() == run.stdout, "the same bytes on every way");
}

#[test]
fn blank_form_is_rendered_without_data() {
    let desk = Desk::new();
    let arguments = ["blank", "qualitaetsentwicklungsvereinbarung", "-o", "vordruck.pdf"];
    desk.run(&arguments).expect(0, &["vordruck.pdf geschrieben (4 Seiten)."]);
    let with_help = ["blank", "qualitaetsentwicklungsvereinbarung", "--ausfuellhilfe", "angehaengt", "-o", "hilfe.pdf"];
    desk.run(&with_help).expect(0, &["hilfe.pdf geschrieben (5 Seiten)."]);
}

#[test]
fn never_overwrites_unless_told_to() {
    let desk = Desk::new();
    desk.write("v.pdf", "mein Dokument");
    desk.run(&["render", &example(), "-o", "v.pdf"]).expect(2, &["v.pdf gibt es schon", "--overwrite"]);
    assert_eq!(fs::read_to_string(desk.path("v.pdf")).unwrap(), "mein Dokument");
    desk.run(&["render", &example(), "-o", "v.pdf", "--overwrite"]).expect(0, &[]);
    assert!(fs::read(desk.path("v.pdf")).unwrap().starts_with(b"%PDF-"));
    fs::copy(example(), desk.path("daten.json")).unwrap();
    desk.run(&["render", "daten.json", "-o", "./daten.json", "--overwrite"]).expect(2, &["Ein- und Ausgabe zugleich"]);
    assert!(fs::read(desk.path("daten.json")).unwrap() == fs::read(example()).unwrap());
}

#[test]
fn says_what_is_wrong_with_files() {
    let desk = Desk::new();
    fs::create_dir(desk.path("ordner")).unwrap();
    desk.run(&["render", "fehlt.json", "-o", "v.pdf"])
        .expect(2, &["fehlt.json kann nicht gelesen werden", "nicht vorhanden"]);
    desk.run(&["render", "ordner", "-o", "v.pdf"]).expect(2, &["ordner kann nicht gelesen werden", "ein Ordner"]);
    desk.run(&["render", &example(), "-o", "ordner"])
        .expect(2, &["ordner kann nicht geschrieben werden", "ein Ordner"]);
    desk.run(&["render", &example(), "-o", "nirgends/v.pdf"])
        .expect(2, &["nirgends/v.pdf kann nicht geschrieben werden"]);
    desk.write("leer.json", "");
    desk.run(&["render", "leer.json", "-o", "v.pdf"]).expect(2, &["Die Datei ist leer"]);
    assert_eq!(desk.files(), ["leer.json", "ordner"]);
}

#[test]
fn refuses_contradictions_with_all_findings_and_writes_nothing() {
    let desk = Desk::new();
    let run = desk.run(&["render", &fixture("invalid/zeitraum_umgekehrt"), "-o", "v.pdf"]);
    run.expect(
        1,
        &["Vereinbarungszeitraum › bis", "→ Prüfen Sie beide Tage", "enthält Fehler; es wurde kein Dokument"],
    );
    let run = desk.run(&["render", &fixture("valid/leer"), "--require-complete", "-o", "v.pdf"]);
    run.expect(1, &["Das Jugendamt ist nicht genannt", "nicht unterschriftsreif"]);
    let run = desk.run(&["render", &fixture("invalid/unbekanntes_feld"), "-o", "v.pdf"]);
    run.expect(2, &["unbekanntes_feld.json:3:3", "Gemeint ist vielleicht „traeger“", "keine lesbare Vereinbarung"]);
    assert_eq!(desk.files(), Vec::<String>::new());
}

#[test]
fn validate_counts_and_sets_the_exit_code() {
    let desk = Desk::new();
    let good = desk.run(&["validate", &example(), "--stage", "unterschriftsreif"]).expect(0, &[]);
    assert!(good.out().contains("keine Befunde (Stufe unterschriftsreif)"), "{}", good.out());
    let hint = desk.run(&["validate", &fixture("valid/einseitig")]).expect(0, &[]);
    assert!(hint.out().contains("3 Hinweise (Stufe entwurf)"), "{}", hint.out());
    let bad = desk.run(&["validate", &fixture("invalid/zeitraum_umgekehrt"), &example()]).expect(1, &[]);
    assert!(bad.out().contains("1 Fehler") && bad.out().contains("keine Befunde"), "{}", bad.out());
    let broken = desk.run(&["validate", "fehlt.json", &example()]).expect(2, &["fehlt.json"]);
    assert!(broken.out().contains("keine Befunde"), "the other file is checked all the same");
}

#[test]
fn findings_come_as_json_lines_for_machines() {
    let desk = Desk::new();
    let files = [fixture("invalid/zeitraum_umgekehrt"), fixture("invalid/kein_json"), "fehlt.json".to_owned()];
    let arguments: Vec<&str> =
        ["validate", "--format", "json"].into_iter().chain(files.iter().map(String::as_str)).collect();
    let run = desk.run(&arguments).expect(2, &[]);
    let lines: Vec<serde_json::Value> = run.out().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[0]["findings"][0]["code"], "vereinbarungszeitraum_reversed");
    assert_eq!(lines[0]["error"], serde_json::Value::Null);
    assert_eq!(lines[1]["findings"][0]["position"]["line"], 1);
    assert!(lines[2]["error"].as_str().unwrap().contains("nicht vorhanden"));
    let refused = desk.run(&["render", &files[0], "--format", "json", "-o", "v.pdf"]).expect(1, &[]);
    let line: serde_json::Value = serde_json::from_str(&refused.stderr).unwrap();
    assert!(line["error"].as_str().unwrap().contains("enthält Fehler"));
}

#[test]
fn extract_gives_back_what_was_rendered() {
    let desk = Desk::new();
    desk.run(&["render", &example(), "-o", "v.pdf"]).expect(0, &[]);
    let run = desk.run(&["extract", "v.pdf"]).expect(0, &[]);
    assert_eq!(run.out(), fs::read_to_string(example()).unwrap());
    desk.run(&["extract", "v.pdf", "-o", "zurueck.json"]).expect(0, &["zurueck.json geschrieben."]);
    // A PDF of ours is accepted wherever an agreement is.
    desk.run(&["validate", "v.pdf"]).expect(0, &[]);
    desk.run(&["render", "v.pdf", "-o", "neu.pdf"]).expect(0, &[]);
    assert!(fs::read(desk.path("v.pdf")).unwrap() == fs::read(desk.path("neu.pdf")).unwrap());
    desk.write("text.pdf", "kein PDF");
    desk.run(&["extract", "text.pdf"]).expect(2, &["keine PDF-Datei"]);
    desk.run(&["render", &example(), "--standard", "a-2a+ua-1", "-o", "ohne.pdf"]).expect(0, &[]);
    desk.run(&["extract", "ohne.pdf"]).expect(2, &["enthält die gesuchten Daten nicht"]);
}

#[test]
fn preview_numbers_the_pages() {
    let desk = Desk::new();
    desk.run(&["preview", &example(), "--ppi", "40", "-o", "bild.png"]).expect(0, &["bild-1.png geschrieben"]);
    desk.run(&["preview", &example(), "--ppi", "40", "--pages", "2", "-o", "zwei.png"]).expect(0, &[]);
    assert_eq!(desk.files(), ["bild-1.png", "bild-2.png", "zwei.png"]);
    assert!(fs::read(desk.path("bild-2.png")).unwrap() == fs::read(desk.path("zwei.png")).unwrap());
    desk.run(&["preview", &example(), "-o", "-"]).expect(2, &["nur eine Seite"]);
    desk.run(&["preview", &example(), "--pages", "9", "-o", "x.png"]).expect(2, &["Seite 9 gibt es nicht"]);
    desk.run(&["preview", &example(), "--ppi", "1", "-o", "x.png"]).expect(2, &["eine Zahl von 10 bis 600"]);
    desk.run(&["preview", &example(), "--pages", "x", "-o", "x.png"]).expect(2, &["Seitenauswahl"]);
}

#[test]
fn letterhead_needs_a_usable_logo_and_its_words() {
    let desk = Desk::new();
    desk.write(
        "logo.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><rect width='9' height='9'/></svg>",
    );
    desk.write("logo.gif", "GIF89a");
    let with = |logo: &str, more: &[&str]| {
        let file = example();
        let mut arguments = vec!["render", &file, "-o", "v.pdf", "--overwrite", "--logo", logo];
        arguments.extend(more);
        desk.run(&arguments)
    };
    with("logo.svg", &["--logo-alt", "Wappen", "--letterhead-line", "Landkreis Musterland", "--color", "#1d4e79"])
        .expect(0, &[]);
    with("logo.svg", &[]).expect(2, &["Es fehlt noch", "--logo-alt <TEXT>  Alternativtext"]);
    with("logo.svg", &["--logo-alt", " "]).expect(2, &["Alternativtext"]);
    with("logo.gif", &["--logo-alt", "Wappen"]).expect(2, &["weder PNG noch JPEG noch SVG"]);
    with("logo.svg", &["--logo-alt", "Wappen", "--color", "blau"]).expect(2, &["#rrggbb"]);
    with("fehlt.svg", &["--logo-alt", "Wappen"]).expect(2, &["fehlt.svg kann nicht gelesen werden"]);
    with(".", &["--logo-alt", "Wappen"]).expect(2, &["Das ist ein Ordner, keine Datei."]);
    // Eight by eight points of four colours each, as a decoder reads it.
    let mut cmyk = b"\xff\xd8\xff\xee\0\x0eAdobe\0\x64\0\0\0\0\0\xff\xdb\0\x43\0".to_vec();
    cmyk.extend([8; 64]);
    cmyk.extend(b"\xff\xc0\0\x14\x08\0\x08\0\x08\x04\x01\x11\0\x02\x11\0\x03\x11\0\x04\x11\0");
    cmyk.extend(b"\xff\xc4\0\x15\0\x01\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x06");
    cmyk.extend(b"\xff\xc4\0\x14\x10\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0");
    cmyk.extend(b"\xff\xda\0\x0e\x04\x01\0\x02\0\x03\0\x04\0\0\x3f\0\xa8\x4b\x8b\x27\xff\xd9");
    fs::write(desk.path("druck.jpg"), cmyk).unwrap();
    with("druck.jpg", &["--logo-alt", "Wappen"]).expect(2, &["Druckfarben (CMYK)"]);
}

/// From the file to the refusal; the bounds themselves are tested beside them.
#[test]
fn a_logo_that_would_fill_memory_or_time_is_refused_at_once() {
    let desk = Desk::new();
    let masks = (1..20).map(|level| {
        let rect = format!("<rect width='9' height='9' mask='url(#m{})'/>", level - 1);
        format!("<mask id='m{level}'>{rect}{rect}</mask>")
    });
    let masks = masks.collect::<Vec<_>>().concat();
    // A PNG that says it has 100,000 by 100,000 points.
    let picture = "iVBORw0KGgoAAAANSUhEUgABhqAAAYagCAYAAAA=";
    for (content, message) in [
        (format!("<image width='9' height='9' href='data:image/png;base64,{picture}'/>"), "„image“"),
        (format!("{masks}<rect width='9' height='9' mask='url(#m19)'/>"), "zu tief geschachtelten"),
        ("<g>".repeat(2000) + &"</g>".repeat(2000), "zu tief geschachtelten"),
    ] {
        desk.write("logo.svg", &format!("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>{content}</svg>"));
        let begun = Instant::now();
        let file = example();
        desk.run(&["render", &file, "-o", "v.pdf", "--logo", "logo.svg", "--logo-alt", "Wappen"]).expect(2, &[message]);
        assert!(begun.elapsed() < Duration::from_secs(20), "{message}: {:?}", begun.elapsed());
    }
    assert!(!desk.path("v.pdf").exists());
}

/// Nobody writes into the pipe: whoever reads it waits for ever.
#[cfg(unix)]
#[test]
fn a_pipe_as_logo_is_refused_at_once() {
    let desk = Desk::new();
    assert!(std::process::Command::new("mkfifo").arg(desk.path("logo.png")).status().unwrap().success());
    let file = example();
    let mut command = desk.command(&["render", &file, "-o", "v.pdf", "--logo", "logo.png", "--logo-alt", "Wappen"]);
    let mut run = command.stdin(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let begun = Instant::now();
    while run.try_wait().unwrap().is_none() {
        if begun.elapsed() > Duration::from_secs(20) {
            run.kill().unwrap();
            panic!("it waits for the pipe");
        }
        sleep(Duration::from_millis(5));
    }
    Run::from(run.wait_with_output().unwrap()).expect(2, &["logo.png ist keine gewöhnliche Datei"]);
}

#[test]
fn templates_of_ones_own_are_reported_with_file_and_line() {
    let desk = Desk::new();
    fs::create_dir_all(desk.path("eigene/gemeinsam")).unwrap();
    desk.write("eigene/gemeinsam/farben.typ", "#let lesbar(farbe) = {\n  assert(false, message: \"nein\")\n}\n");
    let file = example();
    let arguments = ["render", &file, "--templates", "eigene", "--color", "#123456", "-o", "v.pdf"];
    let shown = [
        "Fehler in gemeinsam/farben.typ, Zeile 2, Spalte 3: Eine Bedingung der Vorlage ist nicht erfüllt: nein",
        "2 |   assert(false, message: \"nein\")",
        "    |   ^",
    ];
    desk.run(&arguments).expect(2, &shown).expect(2, &["beim Aufruf von „lesbar“ (gemeinsam/briefkopf.typ:"]);
    desk.run(&["render", &file, "--templates", "fehlt", "-o", "v.pdf"]).expect(2, &["Vorlagenordner"]);
}

#[test]
fn wrong_calls_are_explained_in_german() {
    let desk = Desk::new();
    desk.run(&[]).expect(2, &["Es fehlt der Befehl", "render"]);
    desk.run(&["rendr"]).expect(2, &["Den Befehl „rendr“ gibt es nicht", "Gemeint ist vielleicht: render"]);
    desk.run(&["render"]).expect(
        2,
        &["Es fehlt noch:", "-o, --output <DATEI>", "Zum Beispiel: vereinbar render", "vereinbar render --help"],
    );
    desk.run(&["render", "x", "-o"]).expect(2, &["fehlt ein Wert"]);
    desk.run(&["render", "x", "--outptu", "y"]).expect(2, &["Die Angabe „--outptu“ gibt es hier nicht", "--output"]);
    desk.run(&["blank", "mietvertrag", "-o", "x"])
        .expect(2, &["„mietvertrag“ ist kein gültiger Wert", "qualitaetsentwicklungsvereinbarung"]);
    desk.run(&["validate", "x", "--stage", "fertig"]).expect(2, &["entwurf, unterschriftsreif"]);
    desk.run(&["preview", "x", "-o", "y", "--ppi", "viel"]).expect(2, &["„viel“ ist kein gültiger Wert"]);
}

/// The commands that a help lists, each on a line of its own that begins with it.
fn commands_of(help: &str) -> Vec<String> {
    let listed = help.lines().skip_while(|line| *line != "Befehle:").skip(1).take_while(|line| !line.is_empty());
    let names = listed.filter_map(|line| line.strip_prefix("  ")?.split(' ').next().filter(|name| !name.is_empty()));
    names.map(str::to_owned).collect()
}

#[test]
fn help_is_german_throughout() {
    let desk = Desk::new();
    let (mut commands, mut seen) = (vec![Vec::<String>::new()], 0);
    while let Some(command) = commands.pop() {
        seen += 1;
        let arguments: Vec<&str> = command.iter().map(String::as_str).chain(["--help"]).collect();
        let help = desk.run(&arguments).expect(0, &[]).out();
        commands.extend(commands_of(&help).into_iter().map(|inner| [&command[..], &[inner]].concat()));
        assert!(help.contains("Aufruf:") && help.contains("Optionen:"), "{help}");
        for english in ["Usage", "Options", "Arguments", "Print help", "default", "possible values", "[OPTIONS]"] {
            assert!(!help.contains(english), "{english} in:\n{help}");
        }
    }
    // The command itself, those that it has, and that of the templates.
    assert_eq!(seen, 1 + 16 + 1);
    assert!(desk.run(&["--version"]).expect(0, &[]).out().starts_with("vereinbar 0."));
}

#[test]
fn schema_and_completions_come_on_standard_output() {
    let desk = Desk::new();
    let schema: serde_json::Value = serde_json::from_str(&desk.run(&["schema"]).expect(0, &[]).out()).unwrap();
    assert!(schema["$id"].as_str().unwrap().starts_with("urn:vereinbar:schema:vereinbarung:"));
    let one = desk.run(&["schema", "qualitaetsentwicklungsvereinbarung"]).expect(0, &[]).out();
    let published = root().join("schema/qualitaetsentwicklungsvereinbarung.schema.json");
    assert_eq!(one, fs::read_to_string(published).unwrap());
    let rjsf = desk.run(&["schema", "leq_vereinbarung", "--builder", "rjsf"]).expect(0, &[]).out();
    assert_eq!(rjsf, fs::read_to_string(root().join("schema/builders/leq_vereinbarung.rjsf.json")).unwrap());
    desk.run(&["schema", "--builder", "rjsf"]).expect(2, &["ART"]);
    desk.run(&["schema", "-o", "schema.json"]).expect(0, &["schema.json geschrieben."]);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = desk.run(&["completions", shell]).expect(0, &[]).out();
        assert!(script.contains("ausfuellhilfe"), "{shell}");
    }
}

/// `vereinbar schema | head -1`: whoever stops reading is no error.
#[test]
fn a_reader_that_goes_away_is_no_error() {
    let desk = Desk::new();
    let mut child = desk.command(&["schema"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap().as_str()), (Some(0), ""));
}

/// Each shell block of the README that calls `vereinbar` does what it says.
#[test]
fn commands_of_the_readme_work() {
    let desk = Desk::new();
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    fs::copy(example(), desk.path("vereinbarung.json")).unwrap();
    fs::copy(root().join("templates/leq_vereinbarung/daten.json"), desk.path("leq.json")).unwrap();
    desk.write("traeger.csv", "traeger.name\nBeispielträger A\nBeispielträger B\n");
    let mut count = 0;
    for line in readme.lines().filter_map(|line| line.strip_prefix("vereinbar ")) {
        // Without a shell: the README keeps its examples free of quotes and pipes.
        let arguments: Vec<&str> = line.split(" #").next().unwrap().split_whitespace().collect();
        // It ends when it is told to: see the tests of the service.
        if arguments[0] == "serve" {
            continue;
        }
        desk.run(&arguments).expect(0, &[]);
        count += 1;
    }
    assert!(count >= 5, "{count} commands in the README");
}
