//! What the command says: in German, complete, with the option to use.

use std::fs;
use std::io::{Cursor, Read as _};

use serde_json::Value;

use crate::desk::{Desk, example};

/// Ten providers: one with a postcode that has lost its zero, one that ends before it begins.
fn table() -> String {
    let mut text =
        "traeger.name;traeger.anschrift.plz;vereinbarungszeitraum.von;vereinbarungszeitraum.bis;#Notiz\n".to_owned();
    text.extend((1..=10).map(|number| {
        let plz = if number == 3 { "1067" } else { "01067" };
        let end = if number == 7 { "31.12.2026" } else { "31.12.2028" };
        format!("Haus {number} gGmbH;{plz};01.01.2027;{end};privat\n")
    }));
    text
}

fn desk() -> Desk {
    let desk = Desk::new();
    desk.write("liste.csv", &table());
    desk
}

#[test]
fn help_is_given_for_every_word_for_it() {
    let desk = Desk::new();
    let all = desk.run(&["--help"]).expect(0, &[]).out();
    for arguments in [&["help"][..], &["hilfe"], &["/?"], &["-?"], &["--hilfe"]] {
        assert_eq!(desk.run(arguments).expect(0, &[]).out(), all, "{arguments:?}");
    }
    let batch = desk.run(&["batch", "--help"]).expect(0, &[]).out();
    for arguments in [&["help", "batch"][..], &["hilfe", "batch"], &["batch", "/?"]] {
        assert_eq!(desk.run(arguments).expect(0, &[]).out(), batch, "{arguments:?}");
    }
    for part in
        ["Argumente:", "Tabelle:", "Ausgabe:", "Prüfung:", "Briefkopf:", "Beispiele:", "vereinbar batch liste.xlsx"]
    {
        assert!(batch.contains(part), "{part} is not in {batch}");
    }
    desk.run(&["templates"]).expect(2, &["Möglich sind: export."]);
}

#[test]
fn a_check_names_every_finding_once_with_its_rows_and_its_column() {
    let desk = desk();
    let said = desk.run(&["batch", "liste.csv", "--art", "qev", "--check", "--require-complete"]).expect(1, &[]).out();
    for part in [
        "Zeile 4, Spalte B (traeger.anschrift.plz)",
        "Zeile 8, Spalte D (vereinbarungszeitraum.bis)",
        "Warnung",
        "10 Zeilen geprüft: 0 in Ordnung, 10 fehlgeschlagen",
    ] {
        assert!(said.contains(part), "{part} is not in {said}");
    }
    assert_eq!(said.matches("  Jugendamt › Name").count(), 1, "{said}");
    // Codes are for programs.
    assert!(!said.contains("jugendamt_missing"), "{said}");
    assert!(said.contains("Zeilen 2 bis 11  Jugendamt › Name"), "{said}");
    // Positions count from 1, as the words do.
    assert!(!said.contains("/ziele") && !said.contains("privat"), "{said}");

    let json = desk.run(&["batch", "liste.csv", "--art", "qev", "--check", "--format", "json"]).expect(1, &[]).out();
    let report: Value = serde_json::from_str(&json).unwrap();
    let found = report["findings"].as_array().unwrap();
    let plz = found.iter().find(|finding| finding["code"] == "plz_four_digits").unwrap();
    assert_eq!((&plz["rows"], &plz["letter"]), (&serde_json::json!([4]), &Value::from("B")));
}

#[test]
fn a_copy_of_the_table_shows_what_was_found_and_can_be_taken_as_the_table() {
    let desk = desk();
    desk.run(&["batch", "liste.csv", "--art", "qev", "--check", "--marked", "geprueft.xlsx"]).expect(1, &[]);
    let part = |name: &str| {
        let mut archive = zip::ZipArchive::new(Cursor::new(fs::read(desk.path("geprueft.xlsx")).unwrap())).unwrap();
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let (strings, comments) = (part("xl/sharedStrings.xml"), part("xl/comments1.xml"));
    assert!(strings.contains("#Befunde") && strings.contains("Spalte B (traeger.anschrift.plz)"), "{strings}");
    assert!(comments.contains("ref=\"B4\"") && comments.contains("ref=\"D8\""), "{comments}");
    // The copy has the same to say, and a copy of it is no other.
    let again =
        desk.run(&["batch", "geprueft.xlsx", "--art", "qev", "--check", "--marked", "noch-einmal.xlsx"]).expect(1, &[]);
    assert!(again.out().contains("Zeile 4, Spalte B (traeger.anschrift.plz)"), "{}", again.out());
    let bytes = |name: &str| fs::read(desk.path(name)).unwrap();
    assert_eq!(bytes("geprueft.xlsx"), bytes("noch-einmal.xlsx"));
    // An earlier copy is replaced; neither the list nor anything else is.
    let marked = |table: &'static str, marked: &'static str| {
        desk.run(&["batch", table, "--art", "qev", "--check", "--marked", marked])
    };
    marked("liste.csv", "noch-einmal.xlsx").expect(1, &[]);
    marked("geprueft.xlsx", "geprueft.xlsx").expect(2, &["Ein- und Ausgabe zugleich"]);
    marked("liste.csv", "liste.csv").expect(2, &["endet auf .xlsx"]);
    desk.write("fremd.xlsx", "etwas anderes");
    marked("liste.csv", "fremd.xlsx").expect(2, &["gibt es schon"]);
    assert_eq!(bytes("fremd.xlsx"), b"etwas anderes");
    assert_eq!(bytes("geprueft.xlsx"), bytes("noch-einmal.xlsx"));
    // What is no table cannot be marked.
    desk.write("liste.jsonl", "{\"traeger.name\": \"A\"}\n");
    desk.run(&["batch", "liste.jsonl", "--art", "qev", "--check", "--marked", "x.xlsx"])
        .expect(2, &["nur von einer Tabelle"]);
}

#[test]
fn a_table_comes_from_standard_input() {
    let desk = desk();
    let read = |arguments: &[&str], input: &str| desk.run_with_input(arguments, input.as_bytes());
    let check = ["batch", "-", "--art", "qev", "--check"];
    assert!(read(&check, &table()).expect(1, &[]).out().contains("10 Zeilen geprüft"));
    assert!(read(&check, "{\"traeger.name\": \"A\"}\n").expect(0, &[]).out().contains("1 Zeile geprüft"));
    read(&check, "traeger.name\n\"offen").expect(2, &["Die Standardeingabe kann nicht gelesen werden: In Zeile 2"]);
    read(&["batch", "-", "--base", "-", "--check"], "").expect(2, &["nicht beide von der Standardeingabe"]);
}

#[test]
fn the_way_on_is_named() {
    let desk = desk();
    desk.run(&["render", "liste.csv", "-o", "x.pdf"]).expect(2, &["ist eine Tabelle", "vereinbar batch liste.csv"]);
    desk.run(&["batch", "liste.csv", "--check"]).expect(2, &["--art qev", "--base DATEI"]);
    desk.write("datei.pdf", "");
    desk.run(&["batch", "liste.csv", "--art", "qev", "--out", "datei.pdf"])
        .expect(2, &["gibt es schon etwas, zum Beispiel eine Datei statt des Ordners"]);
    desk.write("leer.csv", "traeger.name\n");
    let said = desk.run(&["batch", "leer.csv", "--art", "qev", "--out", "leer"]).expect(1, &[]).out();
    assert!(said.contains("steht keine Zeile") && !said.contains("Geschrieben"), "{said}");
    desk.run(&["batch", "liste.csv", "--check", "--zip", "x.zip"]).expect(2, &["schließen einander aus"]);
    for debris in ["os error", "Das System meldet"] {
        let run = desk.run(&["batch", "liste.csv/x", "--art", "qev", "--check"]);
        assert!(run.code == 2 && !run.stderr.contains(debris), "{}", run.stderr);
    }
}

#[test]
fn days_are_written_as_people_write_them_and_today_is_asked_for() {
    let desk = Desk::new();
    let file = example();
    for day in ["1.12.2028", "01.12.2028", "2028-12-01", "heute"] {
        desk.run(&["validate", &file, "--stichtag", day]).expect(0, &[]);
    }
    desk.run(&["validate", &file, "--stichtag", "gestern"]).expect(2, &["TT.MM.JJJJ", "oder heute"]);
}

#[test]
fn a_colour_that_is_printed_darker_is_said() {
    let desk = Desk::new();
    let run = |color| desk.run(&["blank", "qev", "-o", "v.pdf", "--overwrite", "--color", color]);
    run("#ffff00").expect(0, &["#ffff00", "zu hell zum Lesen"]);
    assert!(!run("#1d4e79").expect(0, &[]).stderr.contains("hell"));
}

/// Whoever opens it would be told that the file is broken.
#[test]
fn a_name_that_says_another_format_is_refused_before_anything_is_made() {
    let desk = desk();
    let file = example();
    for arguments in [
        ["render", &file, "-o", "vereinbarung.docx"].as_slice(),
        &["blank", "qev", "-o", "vordruck.docx"],
        &["set", &file, "stand=1.12.2028", "-o", "neu.txt"],
        &["extract", &file, "-o", "daten.pdf"],
        &["preview", &file, "-o", "seite.jpg"],
        &["schema", "-o", "schema.pdf"],
        &["batch", "liste.csv", "--art", "qev", "--zip", "alle.pdf"],
        &["batch", "liste.csv", "--art", "qev", "--combined", "alle.txt"],
        &["batch", "liste.csv", "--art", "qev", "--check", "--report", "bericht.pdf"],
    ] {
        desk.run(arguments).expect(2, &["Nennen Sie einen Namen, der auf ."]);
    }
    assert_eq!(desk.files(), ["liste.csv"]);
    // What says nothing is anybody's choice.
    desk.run(&["render", &file, "-o", "vereinbarung"]).expect(0, &[]);
}
