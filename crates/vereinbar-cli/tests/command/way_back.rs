//! From a folder of forms back to the table.

use crate::desk::{Desk, example};

/// As in a table, where a spreadsheet may have cut it.
#[test]
fn a_postcode_that_has_lost_its_zero_is_not_set() {
    let desk = Desk::new();
    let set = |plz: &str| {
        let value = format!("traeger.anschrift.plz={plz}");
        desk.run(&["set", &example(), &value, "-o", &format!("{plz}.pdf")])
    };
    set("01067").expect(0, &[]);
    set("1067").expect(1, &["vier Ziffern"]);
    assert!(!desk.path("1067.pdf").exists());
}

/// What a correction has overtaken does not become a row again, and nothing is left out
/// without a word.
#[test]
fn what_belongs_to_no_row_stays_out_of_the_table_and_is_named() {
    let desk = Desk::new();
    let list = |name: &str| desk.write("liste.csv", &format!("traeger.name;aktenzeichen\nHaus Nord;A 1\n{name};A 2\n"));
    list("Haus Süd");
    desk.run(&["batch", "liste.csv", "--art", "qev", "--out", "formulare"]).expect(0, &[]);
    list("Haus Südwest");
    desk.run(&["batch", "liste.csv", "--art", "qev", "--out", "formulare"]).expect(0, &[]);
    desk.run(&["blank", "leq", "-o", "formulare/leq.pdf"]).expect(0, &[]);

    let back = ["table", "qev", "--from", "formulare", "-o", "zurueck.xlsx"];
    desk.run(&back)
        .expect(1, &["Haus Süd.pdf: Zu dieser Datei", "leq.pdf: Das ist von anderer Art", "2 Vereinbarungen"]);
    let said = desk.run(&["batch", "zurueck.xlsx", "--out", "formulare"]).expect(0, &[]).out();
    assert!(said.contains("Zu keiner Zeile gehören mehr: Haus Süd.pdf"), "{said}");
    // Whoever names the file means it.
    let named = ["table", "--from", "formulare/Haus Süd.pdf", "-o", "eines.xlsx"];
    desk.run(&named).expect(0, &["1 Vereinbarung übernommen, 0 Dateien nicht."]);
    desk.run(&["table", "qev", "--from", "nirgends", "-o", "x.xlsx"]).expect(2, &["nirgends"]);
}

#[test]
fn an_empty_form_is_no_row_and_is_not_counted() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("formulare")).unwrap();
    desk.run(&["blank", "qev", "-o", "formulare/leer.pdf"]).expect(0, &[]);
    desk.run(&["render", &example(), "-o", "formulare/voll.pdf"]).expect(0, &[]);
    desk.write("formulare/kaputt.pdf", "");
    desk.run(&["table", "--from", "formulare", "-o", "t.xlsx"]).expect(
        1,
        &[
            "leer: Die Vereinbarung ist leer",
            "kaputt.pdf: Die Datei ist keine PDF-Datei",
            "1 Vereinbarung übernommen, 1 leere nicht, 1 Datei nicht.",
        ],
    );
}

#[test]
fn values_are_asked_for_as_people_write_them() {
    let desk = Desk::new();
    let set = |value: &str| desk.run(&["set", &example(), value, "-o", "neu.pdf"]);
    for day in ["stand=morgen", "stand=2027"] {
        let said = set(day).expect(1, &["TT.MM.JJJJ"]).stderr;
        assert!(!said.contains("JJJJ-MM-TT"), "{said}");
    }
    for nameless in ["=x", " =x"] {
        set(nameless).expect(2, &["fehlt das Feld", "Feld=Wert"]);
    }
}
