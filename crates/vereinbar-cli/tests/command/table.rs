//! Tables to be filled in, and what the headings of others mean.

use std::fs;

use crate::desk::Desk;

#[test]
fn a_workbook_says_its_kind_to_columns_and_a_list_is_asked_for_it() {
    let desk = Desk::new();
    desk.run(&["table", "leq", "--columns", "traeger.name,aktenzeichen", "-o", "liste.xlsx"]).expect(0, &[]);
    let said = desk.run(&["columns", "liste.xlsx"]).expect(0, &[]).out();
    for meaning in ["traeger.name → Träger der Einrichtung › Name", "aktenzeichen → Aktenzeichen"] {
        assert!(said.lines().any(|line| line == meaning), "{said}");
    }
    desk.run(&["columns", "liste.xlsx", "--art", "qev"]).expect(2, &["Die Arbeitsmappe ist für die Art"]);
    desk.run(&["batch", "liste.xlsx", "--check"]).expect(1, &[]);

    desk.write("liste.csv", "Träger;PLZ\nHaus;01067\n");
    desk.run(&["columns", "liste.csv"]).expect(2, &["Für welche Art von Vereinbarung ist die Liste?", "--art qev"]);
    let said = desk.run(&["columns", "liste.csv", "--art", "qev"]).expect(0, &[]).out();
    assert!(said.contains("PLZ → ? Träger der freien Jugendhilfe › Anschrift › Postleitzahl"), "{said}");
    desk.write("mit_art.csv", "art;PLZ\nqualitaetsentwicklungsvereinbarung;01067\n");
    assert!(desk.run(&["columns", "mit_art.csv"]).expect(0, &[]).out().contains("PLZ → ?"));
}

#[test]
fn a_table_that_no_spreadsheet_shows_is_not_written() {
    let desk = Desk::new();
    for name in ["liste.xlsx", "liste.csv"] {
        desk.run(&["table", "leq", "--entries", "12", "-o", name]).expect(2, &["höchstens 16384 Spalten", "--entries"]);
        assert!(!fs::exists(desk.path(name)).unwrap());
    }
}

/// A cell that is wrong has no advice beside.
#[test]
fn what_is_wrong_with_a_cell_is_said_once() {
    let desk = Desk::new();
    desk.write("liste.csv", "traeger.name;traeger.anschrift.plz\nHaus;1067.5\nHof;123456\n");
    let said = desk.run(&["batch", "liste.csv", "--art", "qev", "--check"]).expect(1, &[]).out();
    assert_eq!(said.matches("Zeile 2, Spalte B").count(), 1, "{said}");
    assert!(said.contains("Hinweis  Zeile 3, Spalte B"), "{said}");
}

/// Headings that are unknown are told once how they are mapped.
#[test]
fn the_way_to_a_mapping_is_told_once() {
    let desk = Desk::new();
    desk.write("liste.csv", "Träger;PLZ\nHaus;01067\n");
    let said = desk.run(&["batch", "liste.csv", "--art", "qev", "--check"]).expect(2, &["vereinbar columns LISTE"]);
    assert_eq!(said.stderr.matches("vereinbar columns").count(), 1, "{}", said.stderr);
}

/// Rows of one name are one finding, and those of another are another.
#[test]
fn rows_that_give_one_name_are_named_together() {
    let desk = Desk::new();
    desk.write("liste.csv", "traeger.name;#Nr\nHaus;1\nHaus;2\nHof;3\nHof;4\nHaus;5\nHeim;6\n");
    let said = desk.run(&["batch", "liste.csv", "--art", "qev", "--out", "f"]).expect(1, &[]).out();
    for rows in ["Denselben Dateinamen ergeben: Zeilen 2, 3 und 6;", "Denselben Dateinamen ergeben: Zeilen 4 und 5;"] {
        assert_eq!(said.matches(rows).count(), 1, "{said}");
    }
    assert!(said.contains("5 fehlgeschlagen"), "{said}");
    let own = ["batch", "liste.csv", "--art", "qev", "--out", "f", "--name", "{traeger.name} {#Nr}"];
    desk.run(&own).expect(0, &[]);
}
