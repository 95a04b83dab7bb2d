//! What programs make of a form: whether the answers come back, and whether the file conforms.

use std::fmt::Write as _;
use std::path::PathBuf;

use serde_json::{Value, json};
use vereinbar::{Art, Vereinbarung, extract_answers, refresh};
use vereinbar_tests::{check_reference, root, write};

use super::support::{POPPLER, file, fill, fillable, save, script, signable};
use crate::judged::judge::verdicts;
use crate::support::{ART, example_of};

const TABLE: &str = "docs/formulare-programme.md";

/// Each program in its way of filling in, and the package whose version counts.
const TOOLS: &[(&str, &str, &str)] = &[
    ("pypdf, incremental", "pypdf", "`auto_regenerate=False`, angehängt (`incremental=True`)"),
    ("pypdf, written anew", "pypdf", "`auto_regenerate=False`, neu geschrieben"),
    ("pypdf, default", "pypdf", "ohne Angabe (setzt `NeedAppearances`)"),
    ("pikepdf, without drawing", "pikepdf", "`Form`, ohne zu zeichnen (setzt `NeedAppearances`)"),
    ("pikepdf, drawing", "pikepdf", "`Form` mit `DefaultAppearanceStreamGenerator`"),
    ("pdf-lib, font of its own", "pdf-lib", "`updateFieldAppearances` mit eingebetteter Schrift"),
    ("pdf-lib, without drawing", "pdf-lib", "ohne zu zeichnen (`updateFieldAppearances: false`)"),
    ("pdf.js", "pdfjs-dist", "`saveDocument`, wie Firefox speichert"),
    ("PDFium", "pypdfium2", "Felder angewählt und beschrieben, wie in Chrome und Edge"),
    ("PyMuPDF", "pymupdf", "`widget.update()`"),
    ("poppler", "poppler", "`poppler-glib`, wie Evince und Okular speichern"),
];

/// What each of the programs enters: texts with letters of DIN 91379, several lines, boxes, a
/// choice, a word of a list.
fn answers() -> Value {
    json!({
        "traeger.name": "Träger „Größe“ ő ș ẞ – €",
        "praeambel": "Erster Absatz mit Größe.\nZweiter – „ő ș ẞ“ …",
        "leistungsangebot.form": {"code": "ambulant", "word": "ambulant"},
        "rechtsgrundlagen.sgb_viii_77": true,
        "leistungsangebot.hilfearten.sgb_viii_34": true,
        "wirksam_ab": "1.1.2027",
        "qualitaetsentwicklungsvereinbarung.rahmenbedingungen-1.einheit": "Stunden",
    })
}

fn read_back(pdf: &[u8]) -> bool {
    let answers = extract_answers(pdf).unwrap();
    let json: Value = serde_json::from_str(&answers.vereinbarung.to_json()).unwrap();
    answers.findings.iter().all(|finding| finding.code == "field_unclear")
        && json["traeger"]["name"] == "Träger „Größe“ ő ș ẞ – €"
        && json["praeambel"] == json!(["Erster Absatz mit Größe.", "Zweiter – „ő ș ẞ“ …"])
        && json["leistungsangebot"]["form"] == "ambulant"
        && json["leistungsangebot"]["hilfearten"] == json!([{"code": "sgb_viii_34"}])
        && json["rechtsgrundlagen"] == json!(["sgb_viii_77"])
        && json["wirksam_ab"] == "2027-01-01"
        && json["qualitaetsentwicklungsvereinbarung"]["rahmenbedingungen"][0]["einheit"] == "stunden"
}

fn version(package: &str) -> String {
    if package == "poppler" {
        return script(POPPLER, &[]).unwrap().trim().to_owned();
    }
    let python = std::fs::read_to_string(root().join("tests/requirements.txt")).unwrap();
    if let Some(version) = python.lines().find_map(|line| line.strip_prefix(&format!("{package}=="))) {
        return version.to_owned();
    }
    let node = std::fs::read_to_string(root().join("tests/forms/package.json")).unwrap();
    let node: Value = serde_json::from_str(&node).unwrap();
    node["dependencies"][package].as_str().unwrap().to_owned()
}

fn said(conforms: bool) -> &'static str {
    if conforms { "ja" } else { "nein" }
}

/// The table that the handbook shows; every answer survives every program, and every file
/// conforms once its fields are drawn anew.
#[test]
fn answers_survive_every_program_and_files_conform_once_drawn_anew() {
    let form = save("tools-blank", &Vereinbarung::blank(Art::LeqVereinbarung), &fillable());
    let (mut filled, mut refreshed) = (Vec::new(), Vec::new());
    for (number, (tool, ..)) in TOOLS.iter().enumerate() {
        let (out, again) = (file(&format!("tools-{number}")), file(&format!("tools-{number}-refreshed")));
        fill(tool, &form, &answers(), &out).unwrap_or_else(|error| panic!("{tool}: {error}"));
        let pdf = std::fs::read(&out).unwrap();
        assert!(read_back(&pdf), "{tool}");
        let anew = refresh(&pdf).unwrap();
        assert!(read_back(&anew), "{tool}, drawn anew");
        assert_eq!(anew, refresh(&pdf).unwrap());
        write(&again, &anew);
        filled.push(out);
        refreshed.push(again);
    }
    let signers = signed();
    let files: Vec<PathBuf> =
        filled.iter().chain(&refreshed).chain(signers.iter().map(|(_, file)| file)).cloned().collect();
    let (archive, access) = (verdicts("3a", &files), verdicts("ua1", &files));

    let mut table = String::from(
        "<!-- Von einem Test geschrieben: `make update`. -->\n\n# Formulare und Unterschriften in anderen Programmen\n\n\
         Ein Formular der `leq_vereinbarung`, ausgefüllt mit Umlauten, `ő ș ẞ „ “ – €`, mehreren Zeilen, Kästchen, einer \
         Auswahl und einem Wort aus einer Liste. Alle Antworten kommen bei jedem Programm zurück. Ob die Datei danach \
         noch PDF/A-3a und PDF/UA-1 ist, prüft veraPDF; mit `vereinbar refresh` ist sie es in jedem Fall wieder.\n\n\
         | Programm | Version | Wie | PDF/A-3a | PDF/UA-1 | PDF/A-3a nach `refresh` | PDF/UA-1 nach `refresh` |\n\
         |---|---|---|---|---|---|---|\n",
    );
    for (number, (tool, package, how)) in TOOLS.iter().enumerate() {
        let again = TOOLS.len() + number;
        let name = tool.split(',').next().unwrap();
        let verdicts = [archive[number], access[number], archive[again], access[again]].map(said).join(" | ");
        writeln!(table, "| {name} | {} | {how} | {verdicts} |", version(package)).unwrap();
        assert!(archive[again] && access[again], "{tool}, drawn anew");
    }
    table.push_str(
        "\nUnterschrieben von beiden Seiten, mit selbst gemachten Zertifikaten (PAdES); beide Unterschriften sind gültig.\n\n\
         | Programm | Version | Stempel | PDF/A-3a | PDF/UA-1 |\n|---|---|---|---|---|\n",
    );
    for (number, (stamp, _)) in signers.iter().enumerate() {
        let at = 2 * TOOLS.len() + number;
        writeln!(
            table,
            "| pyHanko | {} | {stamp} | {} | {} |",
            version("pyHanko"),
            said(archive[at]),
            said(access[at])
        )
        .unwrap();
    }
    check_reference(TABLE, &as_known(table));
    // Those that the handbook recommends.
    for tool in ["pypdf, incremental", "pdf-lib, font of its own", "pdf.js"] {
        let number = TOOLS.iter().position(|(name, ..)| *name == tool).unwrap();
        assert!(archive[number] && access[number], "{tool}");
    }
    assert!(archive[2 * TOOLS.len()] && access[2 * TOOLS.len()], "signed with the stamp of the handbook");
}

/// The table, with the row of poppler as it is known where another version is installed: which
/// one there is says the system, and the row is about the version that it names.
fn as_known(table: String) -> String {
    let is_poppler = |line: &&str| line.starts_with("| poppler |");
    let known = std::fs::read_to_string(root().join(TABLE)).unwrap_or_default();
    match (table.lines().find(is_poppler), known.lines().find(is_poppler)) {
        (Some(new), Some(old)) if !vereinbar_tests::updates() && new.split('|').nth(2) != old.split('|').nth(2) => {
            table.replace(new, old)
        }
        _ => table,
    }
}

/// The example, signed by both sides: with which stamp, and the file.
fn signed() -> Vec<(&'static str, PathBuf)> {
    let record = save("tools-record", &example_of(ART), &signable());
    let stamp = root().join("docs/unterschrift/stempel.pdf");
    let stamps = [
        ("aus einer PDF-Datei (`docs/unterschrift/stempel.pdf`)", stamp.to_str().unwrap()),
        ("der eigene, mit Text", "-"),
    ];
    let sign = |(number, (name, stamp)): (usize, (&'static str, &str))| {
        let outs = [file(&format!("tools-signed-{number}-once")), file(&format!("tools-signed-{number}"))];
        let [first, second] = outs.each_ref().map(|out| out.to_str().unwrap());
        let said = script("sign.py", &[record.to_str().unwrap(), stamp, first, second]).unwrap();
        assert_eq!(said.lines().filter(|line| line.contains(" True ")).count(), 2, "{said}");
        let [_, last] = outs;
        (name, last)
    };
    stamps.into_iter().enumerate().map(sign).collect()
}

/// The stamp of the handbook is made of the file beside it, with our fonts.
#[test]
fn the_stamp_of_the_handbook_is_up_to_date() {
    let source = std::fs::read(root().join("docs/unterschrift/stempel.typ")).unwrap();
    let engine = vereinbar_pdf::Engine::new([("main.typ".to_owned(), source.into())]).unwrap();
    let job = vereinbar_pdf::Job::new("main.typ").standard(vereinbar_pdf::Standard::Plain).ident("stempel");
    let stamp = engine.pdf(job).unwrap().bytes;
    let path = root().join("docs/unterschrift/stempel.pdf");
    if vereinbar_tests::updates() {
        write(&path, &stamp);
    }
    assert!(std::fs::read(path).is_ok_and(|known| known == stamp), "run `make update`");
}
