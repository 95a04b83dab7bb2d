//! Forms to fill in, and what comes back.

use std::fs;

use crate::desk::{Desk, example};

/// A form of the example in which somebody has entered another day, of the same length.
fn changed(desk: &Desk, day: &str) {
    desk.run(&["render", &example(), "--fillable", "-o", "formular.pdf", "--overwrite"]).expect(0, &[]);
    let form = fs::read(desk.path("formular.pdf")).unwrap();
    let (old, new) = (b"(01.01.2027)", format!("({day})"));
    let at = form.windows(old.len()).position(|window| window == old).unwrap();
    let mut filled = form;
    filled[at..at + old.len()].copy_from_slice(new.as_bytes());
    fs::write(desk.path("ausgefuellt.pdf"), filled).unwrap();
}

#[test]
fn a_form_is_made_filled_in_and_read() {
    let desk = Desk::new();
    let blank = ["blank", "qualitaetsentwicklungsvereinbarung", "--fillable", "--ziele", "3", "-o", "vordruck.pdf"];
    desk.run(&blank).expect(0, &["vordruck.pdf geschrieben"]);
    changed(&desk, "02.01.2027");
    let run = desk.run(&["extract", "ausgefuellt.pdf"]).expect(0, &["Vereinbarungszeitraum › von: geändert"]);
    assert!(String::from_utf8_lossy(&run.stdout).contains("\"2027-01-02\""));
    // What was read is taken wherever an agreement is.
    desk.run(&["validate", "ausgefuellt.pdf"]).expect(0, &[]);
    desk.run(&["refresh", "ausgefuellt.pdf", "-o", "neu.pdf"]).expect(0, &["neu.pdf geschrieben."]);
    assert_eq!(desk.run(&["extract", "neu.pdf"]).stdout, run.stdout);
}

#[test]
fn an_answer_that_cannot_be_read_is_named_and_the_rest_written() {
    let desk = Desk::new();
    changed(&desk, "32.01.2027");
    let said = ["Vereinbarungszeitraum › von", "kein gültiges Datum", "zum Beispiel 30.06.2027"];
    let run = desk.run(&["extract", "ausgefuellt.pdf", "-o", "daten.json"]).expect(1, &said);
    assert!(run.stdout.is_empty());
    assert!(fs::read_to_string(desk.path("daten.json")).unwrap().contains("2028-12-31"));
    desk.run(&["render", "ausgefuellt.pdf", "-o", "v.pdf"]).expect(2, &["Vereinbarungszeitraum › von"]);
}

#[test]
fn a_record_has_fields_for_signatures_and_a_form_has_none() {
    let desk = Desk::new();
    desk.run(&["render", &example(), "--signature-fields", "-o", "v.pdf"]).expect(0, &["v.pdf geschrieben"]);
    let fields = |name: &str| {
        let pdf = fs::read(desk.path(name)).unwrap();
        pdf.windows(7).filter(|window| window == b"/FT/Sig").count()
    };
    assert_eq!(fields("v.pdf"), 2);
    desk.run(&["render", &example(), "--fillable", "-o", "formular.pdf"]).expect(0, &[]);
    assert_eq!(fields("formular.pdf"), 0);
    desk.write("entwurf.json", r#"{"art": "qualitaetsentwicklungsvereinbarung"}"#);
    desk.run(&["render", "entwurf.json", "--signature-fields", "-o", "x.pdf"]).expect(1, &["nicht unterschriftsreif"]);
    desk.run(&["render", &example(), "--fillable", "--signature-fields", "-o", "x.pdf"])
        .expect(2, &["Die Angaben „--fillable“ und „--signature-fields“ schließen einander aus"]);
    desk.run(&["refresh", &example(), "-o", "x.pdf"]).expect(2, &["keine PDF-Datei"]);
    desk.run(&["refresh", "v.pdf", "-o", "v.pdf", "--overwrite"]).expect(2, &["Ein- und Ausgabe zugleich"]);
}

#[test]
fn a_batch_makes_forms() {
    let desk = Desk::new();
    desk.write("liste.csv", "traeger.name\nHaus Nord gGmbH\nHaus Süd e. V.\n");
    let batch = ["batch", "liste.csv", "--base", &example(), "--fillable", "--out", "formulare"];
    desk.run(&batch).expect(0, &[]);
    desk.run(&["extract", "formulare/Haus Süd e. V.pdf"]).expect(0, &[]);
    // The same rows as another kind of document are other documents.
    desk.run(&["batch", "liste.csv", "--base", &example(), "--out", "formulare"]).expect(0, &[]);
    desk.run(&["batch", "liste.csv", "--fillable", "--combined", "alle.pdf"])
        .expect(2, &["Die Angaben „--fillable“ und „--combined <DATEI>“ schließen einander aus"]);
}

#[test]
fn a_text_that_is_longer_than_its_field_is_told_when_the_form_is_made() {
    let desk = Desk::new();
    let long = "Sehr ausführlich beschrieben. ".repeat(300);
    let draft = format!(r#"{{"art": "qualitaetsentwicklungsvereinbarung", "ziele": [{{"ziel": "{}"}}]}}"#, long.trim());
    desk.write("entwurf.json", &draft);
    let said = ["Ziel 1 › Ziel", "länger als sein Feld", "ohne Formularfelder"];
    desk.run(&["render", "entwurf.json", "--fillable", "-o", "formular.pdf"]).expect(0, &said);
    let run = desk.run(&["render", "entwurf.json", "-o", "gedruckt.pdf"]).expect(0, &["gedruckt.pdf geschrieben"]);
    assert!(!run.stderr.contains("länger als sein Feld"));
    desk.write("liste.csv", "traeger.name\nHaus Nord gGmbH\nHaus Süd e. V.\n");
    let batch = [
        "batch",
        "liste.csv",
        "--base",
        "entwurf.json",
        "--fillable",
        "--out",
        "formulare",
        "--report",
        "bericht.json",
    ];
    let run = desk.run(&batch).expect(0, &[]);
    let said = String::from_utf8_lossy(&run.stdout).into_owned();
    assert!(said.contains("Zeilen 2 und 3  Ziel 1 › Ziel") && said.contains("länger als sein Feld"), "{said}");
    let report: serde_json::Value = serde_json::from_slice(&fs::read(desk.path("bericht.json")).unwrap()).unwrap();
    let of_fields = |found: &&serde_json::Value| found["code"] == "field_overflows";
    let found: Vec<_> = report["findings"].as_array().unwrap().iter().filter(of_fields).collect();
    assert_eq!((found.len(), &found[0]["rows"]), (1, &serde_json::json!([2, 3])));
}
