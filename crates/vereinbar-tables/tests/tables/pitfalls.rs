//! What once became a wrong paper without a word.

use std::fs;

use vereinbar_tables::{Base, Columns, Source, TableError};

use crate::read::{Read, base, over_base, read};

fn csv(text: &str) -> Result<Read, TableError> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.csv");
    fs::write(&file, text).unwrap();
    over_base(Source::file(&file))
}

fn refused(text: &str) -> String {
    csv(text).unwrap_err().to_string()
}

#[test]
fn an_open_quotation_mark_is_told_with_its_cell() {
    let rows = |four: &str| format!("traeger.name;aktenzeichen\nHaus 1;1\nHaus 2;2\n{four};4\nHaus 5;5\n");
    let message = refused(&rows("\"Haus 4"));
    assert!(message.contains("In Zeile 4, Spalte A, beginnt ein Anführungszeichen"), "{message}");
    let message = refused(&rows("\"Haus \"Süd\" e. V.\""));
    assert!(message.contains("In Zeile 4, Spalte A, steht hinter dem schließenden"), "{message}");
    // Doubled, it is one in the text; and inches are no quotation.
    for name in ["\"Haus \"\"Süd\"\" e. V.\"", "Haus 5\" Süd"] {
        let read = csv(&rows(name)).unwrap();
        assert_eq!((read.findings(), read.rows.len()), (vec![], 4), "{name}");
    }
}

#[test]
fn a_row_with_too_few_or_too_many_cells_is_found() {
    let read = csv("traeger.name;aktenzeichen;stand\nA;1;\nB;2\nC;3;;\nD;4;;5\n\n;\n").unwrap();
    assert_eq!(read.findings(), [(3, "unreadable_row"), (5, "cell_without_heading")]);
}

#[test]
fn a_sum_and_a_row_of_notes_are_no_agreements() {
    let read =
        csv("traeger.name;aktenzeichen;#Notiz\nA;1;\nSumme: 25 Träger;;\nGesamt;2;\n;;anrufen\nGesamtverein;3;x\n")
            .unwrap();
    assert_eq!(read.findings(), [(3, "totals_row"), (4, "totals_row"), (5, "only_remarks")]);
}

/// Rows of a list with and without a Träger of its own, over what names one or not.
fn below(rows: &str, traeger: Option<&str>) -> Vec<(usize, &'static str)> {
    shared(rows, traeger).findings()
}

fn shared(rows: &str, traeger: Option<&str>) -> Read {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.csv");
    fs::write(&file, format!("traeger.name;aktenzeichen;stand;fassung\n{rows}")).unwrap();
    let mut shared = vereinbar::to_json::value(&base());
    if let Some(name) = traeger {
        shared["traeger"] = serde_json::json!({"name": name});
    }
    let shared = vereinbar::parse(&shared.to_string()).unwrap();
    read(Source::file(&file), Base::new(Some(&shared), None)).unwrap()
}

#[test]
fn what_people_write_below_a_list_is_no_agreement() {
    for (row, code) in [
        ("Summe der Träger;25;;", "totals_row"),
        ("25 Träger;;;", "totals_row"),
        ("Σ;;;", "totals_row"),
        ("Stand: 1.12.2026;;;", "footer_row"),
        ("Seite 1;;;", "footer_row"),
        ("-;;;", "no_name"),
        ("...;;;", "no_name"),
        ("25;;;", "no_name"),
        (";25;;", "row_without_traeger"),
        (";;;2", "row_without_traeger"),
    ] {
        assert_eq!(below(&format!("Haus;1;;\n{row}\n"), None), [(3, code)], "{row}");
    }
    // A row that names a Träger is one of the list, whatever stands before it.
    let read =
        csv("#Notiz;traeger.name\nHinweis: nachfragen;Haus\nSumme: offen;Süd\nSumme;25\nStand: heute;\n").unwrap();
    assert_eq!(read.findings(), [(4, "totals_row"), (5, "footer_row")]);
    // Of a row without a name, its place is told.
    let read = csv("aktenzeichen;traeger.name\n25;\n").unwrap();
    let found = &read.rows[0].content.as_ref().unwrap().findings[0];
    assert_eq!((found.letter.as_deref(), found.column.as_deref()), (Some("B"), Some("traeger.name")));
    assert_eq!(found.finding.severity, vereinbar::Severity::Warning);
}

#[test]
fn a_number_or_a_mark_hides_no_total() {
    let read =
        csv("#Nr;traeger.name;aktenzeichen\n1;Haus;1\n2;Gesamt;\n3;25 Träger;\n-;Träger gesamt;25\nx;Endsumme;\n\
         4;n. n.;\n5;k. A.;5\n6;xxx;6\n;Ende der Liste;\n7;Ausdruck vom 1.12.2026;\n")
        .unwrap();
    let (total, nobody, footer) = ("totals_row", "no_name", "footer_row");
    assert_eq!(
        read.findings(),
        [
            (3, total),
            (4, total),
            (5, total),
            (6, total),
            (7, nobody),
            (8, nobody),
            (9, nobody),
            (10, footer),
            (11, footer)
        ]
    );
    // Where no column has the name, the first that has words counts.
    let read = csv("#Nr;aktenzeichen;stand\n1;51-1;\n2;Gesamtergebnis;\n").unwrap();
    assert_eq!(read.findings(), [(3, "totals_row")]);
}

/// A DataFrame keeps what stands below the list it was read from.
#[test]
fn rows_of_a_program_are_told_from_totals_too() {
    let row =
        |name: &str, aktenzeichen: &str| Ok(serde_json::json!({"traeger.name": name, "aktenzeichen": aktenzeichen}));
    let rows = [
        row("Haus", "1"),
        row("Gesamt", "2"),
        row("n. n.", "3"),
        row("traeger.name", "aktenzeichen"),
        Ok(serde_json::json!({"traeger": {"name": "Summe 8", "anschrift": {"ort": "Musterstadt"}}})),
    ];
    let read = over_base(Source::rows(rows)).unwrap();
    assert_eq!(read.findings(), [(2, "totals_row"), (3, "no_name"), (4, "heading_row")]);
}

/// What begins with such a word and is a Träger all the same has a way in.
#[test]
fn a_name_that_begins_like_a_total_is_told_apart() {
    let names = "Summe 8 e. V.\nTotal 2000 gGmbH\nStand 2 gGmbH\nQuelle: Leben gGmbH\nSumme 8\n";
    let read = csv(&format!("traeger.name\n{names}")).unwrap();
    assert_eq!(read.findings(), [(6, "totals_row")]);
    let found = &read.rows[4].content.as_ref().unwrap().findings[0];
    // It says which word, where, and what helps.
    assert!(found.finding.message.starts_with("„Summe“"), "{found}");
    assert_eq!((found.letter.as_deref(), found.column.as_deref()), (Some("A"), Some("traeger.name")));
    assert!(found.finding.remedy.contains("Rechtsform") && found.finding.remedy.contains("Anschrift"), "{found}");
    // Whoever has an address is no sum, whose cells are numbers.
    let read = csv("traeger.name;traeger.anschrift.ort\nSumme 8;Musterstadt\nSumme 8;25\n").unwrap();
    assert_eq!(read.findings(), [(3, "totals_row")]);
    let read = csv("traeger.name;traeger.rechtsform\nStand: 8;e. V.\n").unwrap();
    assert_eq!(read.findings(), []);
}

#[test]
fn headings_that_come_again_are_no_agreement() {
    let head = "traeger.name;Aktenzeichen;#Notiz";
    let read = csv(&format!("{head}\nA;1;\nB;2;\nC;3;\n{head}\nD;4;\nName;Aktenzeichen;Notiz\nE;5;\n")).unwrap();
    assert_eq!(read.findings(), [(5, "heading_row"), (7, "heading_row")]);
    // Nothing else is wrong with them.
    let dated = csv(&format!("{head};stand\nA;1;;\n{head};stand\n")).unwrap();
    let laid = dated.rows[1].content.as_ref().unwrap();
    let error = vereinbar::parse(&laid.value.to_string()).unwrap_err();
    assert_eq!(laid.all(error.findings()).len(), 1);
    // Soon after the first they drop nothing either.
    for rows in ["A;1;\n", "A;1;\nB;2;\n"] {
        let read = csv(&format!("{head}\n{rows}{head}\nC;3;\n")).unwrap();
        let count = rows.lines().count();
        assert_eq!((read.rows.len(), read.findings()), (count + 2, vec![(count + 2, "heading_row")]), "{rows}");
    }
    // Two rows of headings are those of one list.
    let read = csv("Träger › Name;Aktenzeichen\ntraeger.name;aktenzeichen\nA;1\n").unwrap();
    assert_eq!((read.rows.len(), read.findings()), (1, vec![]));
    // Own headings, whose meaning is said.
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.csv");
    fs::write(&file, "Firma;Zeichen\nA;1\nFirma;Zeichen\nB;2\nC;3\nFirma;Zeichen\n").unwrap();
    let columns =
        Columns::new([("Firma", vec!["traeger.name".to_owned()]), ("Zeichen", vec!["aktenzeichen".to_owned()])]);
    let read = over_base(Source::file(&file).columns(columns)).unwrap();
    assert_eq!((read.rows.len(), read.findings()), (5, vec![(3, "heading_row"), (6, "heading_row")]));
}

#[test]
fn one_cell_that_says_its_heading_makes_no_row_of_headings() {
    // What the column is called, nobody is.
    assert_eq!(csv("traeger.name;aktenzeichen\nA;1\nName;\n").unwrap().findings(), [(3, "no_name")]);
    let row = serde_json::json!({"traeger.name": "traeger.name"});
    assert_eq!(over_base(Source::rows([Ok(row)])).unwrap().findings(), [(1, "no_name")]);
    assert_eq!(csv("aktenzeichen;fassung\n1;1\naktenzeichen;\n").unwrap().findings(), []);
    // Unless there is but one column.
    assert_eq!(csv("traeger.name\nA\nName\n").unwrap().findings(), [(3, "heading_row")]);
}

#[test]
fn headings_in_other_words_and_titles_of_groups_are_no_agreements() {
    let read = csv("#Nr;traeger.name;aktenzeichen\n;Region Nord;\n1;A;1\n;--- Süd ---;\n2;Region Süd;2\n\
                    Nr.;Träger (Fortsetzung);Az.\nNr;Name des Trägers;Zeichen\n3;Landkreis Süd gGmbH;\n")
    .unwrap();
    let (group, nobody) = ("group_row", "no_name");
    assert_eq!(read.findings(), [(2, group), (4, group), (6, nobody), (7, nobody)]);
    // Where there is nothing else to say, nobody can tell.
    assert_eq!(csv("traeger.name\nRegion Süd\n").unwrap().findings(), []);
}

/// What a row says in its other cells, or in a long text, is nobody's footer.
#[test]
fn rows_without_a_name_are_judged_by_all_their_words() {
    for rows in [
        "ziele.1.ziel;aktenzeichen\nAnzahl der Gespräche erhöhen;51-1\nSumme der Fälle senken;\n",
        "#Bemerkung;aktenzeichen;angebot\nStand: geprüft;51-1;SPFH\nHinweis: offen;51-2;\n",
        "aktenzeichen;angebot\nStand 12/2026;SPFH\n",
    ] {
        assert_eq!(csv(rows).unwrap().findings(), [], "{rows}");
    }
    let read = csv("aktenzeichen;angebot;fassung\n51-1;SPFH;1\nSumme;;25\nStand: heute;Seite 1;\n").unwrap();
    assert_eq!(read.findings(), [(3, "totals_row"), (4, "footer_row")]);
    let remedy = |read: &Read, row: usize| read.rows[row].content.as_ref().unwrap().findings[0].finding.remedy.clone();
    assert!(remedy(&read, 1).contains("eine weitere Zelle"), "{}", remedy(&read, 1));
    let read = csv("#Nr;traeger.name;aktenzeichen\nSumme;;25\n").unwrap();
    assert_eq!((read.findings(), remedy(&read, 0).contains("Namen des Trägers")), (vec![(2, "totals_row")], true));
}

#[test]
fn a_traeger_that_all_share_needs_no_cell() {
    assert_eq!(below(";1;;\n;2;;\n", Some("Haus")), []);
    // Where others have their own, it may be forgotten, or no row of the list.
    assert_eq!(below(";1;;\nSüd;2;;\n;3;;\n", Some("Haus")), [(4, "traeger_of_base")]);
    // The rows before are told once there is one that names its own.
    let read = shared(";1;;\n;2;;\nSüd;3;;\n", Some("Haus"));
    let notes: Vec<&String> = read.notes.iter().filter(|note| note.contains("gemeinsamen Angaben")).collect();
    assert!(matches!(notes.as_slice(), [note] if note.starts_with("Zeilen 2 und 3: ")), "{:?}", read.notes);
    // A list without the column has none to forget.
    assert_eq!(csv("aktenzeichen\n1\n").unwrap().findings(), []);
}

#[test]
fn a_postcode_that_has_lost_its_zero_is_found() {
    let read = csv("traeger.name,traeger.anschrift.plz\nA,1067\nB,01067\nC,A-1010\n").unwrap();
    assert_eq!(read.findings(), [(2, "plz_four_digits")]);
}

/// The mark before `Haus 1` is closed a row too late.
#[test]
fn a_row_that_a_quotation_mark_has_swallowed_is_doubted() {
    let head = "traeger.name;traeger.anschrift.strasse;traeger.anschrift.plz;traeger.anschrift.ort\n";
    let read =
        csv(&format!("{head}\"Haus 1;A;01067;Dresden\nHaus 2\";B;01069;Dresden\nHaus 3;C;01069;Dresden\n")).unwrap();
    assert_eq!(read.findings(), [(2, "row_swallowed")]);
    // A name may have two lines.
    let read = csv(&format!("{head}\"Haus 1\nfür Kinder, Jugend\";B;01069;Dresden\n")).unwrap();
    assert_eq!(read.findings(), []);
}

#[test]
fn headings_below_a_title_are_found() {
    let table = "Trägerliste 2027;;\nStand: März;;\n\ntraeger.name;aktenzeichen;#Notiz\nA;1;\n";
    let read = csv(table).unwrap();
    assert_eq!(read.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [5]);
    assert!(read.notes.iter().any(|note| note.contains("Zeile 4")), "{:?}", read.notes);
    // Said, they are not looked for.
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.csv");
    fs::write(&file, "traeger.name;aktenzeichen\nalt;alt\ntraeger.name;aktenzeichen\nneu;1\n").unwrap();
    let read = over_base(Source::file(&file).header_row(3)).unwrap();
    assert_eq!(read.values().len(), 1);
    let error = over_base(Source::file(&file).header_row(9)).unwrap_err().to_string();
    assert!(error.contains("Ab Zeile 9 steht nichts"), "{error}");
    // Own headings are found as well, and answered.
    let Err(TableError::Headings(problems)) = csv("Trägerliste;;\n\nName;Straße;PLZ\nA;Weg 1;01067\n") else {
        panic!()
    };
    assert_eq!(
        problems.iter().map(|problem| problem.column.as_deref()).collect::<Vec<_>>(),
        [Some("Name"), Some("Straße"), Some("PLZ")]
    );
    // Where no row has any, the first is at fault.
    let Err(TableError::Headings(problems)) = csv("Name der Einrichtung\nA\nB\n") else { panic!() };
    assert_eq!(problems.len(), 1);
}

/// A sheet that somebody has called almost so is not to be passed over.
#[test]
fn the_sheet_with_what_all_share_is_known_in_any_capitals() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.xlsx");
    let written = |name: &str| {
        let mut workbook = rust_xlsxwriter::Workbook::new();
        let sheet = workbook.add_worksheet().set_name(name).unwrap();
        sheet.write_row(0, 0, ["Wert", "Feld"]).unwrap();
        sheet.write_row(1, 0, ["LEQ-Vereinbarung", "art"]).unwrap();
        sheet.write_row(2, 0, ["Amt", "oeffentlicher_traeger.name"]).unwrap();
        let sheet = workbook.add_worksheet().set_name("liste ").unwrap();
        sheet.write_column(0, 0, ["traeger.name", "Haus"]).unwrap();
        workbook.save(&file).unwrap();
        read(Source::file(&file), Base::new(None, Some(vereinbar::Art::LeqVereinbarung))).unwrap()
    };
    for (name, amt) in [("Gemeinsam", true), ("GEMEINSAM", true), (" gemeinsam ", true), ("Gemeinsam 2027", false)] {
        let read = written(name);
        assert_eq!(read.values()[0].pointer("/oeffentlicher_traeger/name").is_some(), amt, "{name}");
        assert_eq!(read.notes.iter().any(|note| note.contains("wird nicht gelesen")), !amt, "{:?}", read.notes);
    }
}

#[test]
fn a_kind_of_agreement_may_be_named_in_short() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.csv");
    fs::write(&file, "traeger.name;art\nHaus;qev\n").unwrap();
    let art = |read: &Read| read.values()[0]["art"].clone();
    let code = "qualitaetsentwicklungsvereinbarung";
    assert_eq!(art(&read(Source::file(&file), Base::new(None, None)).unwrap()), code);
    let row = serde_json::json!({"traeger.name": "Haus", "art": "QEV"});
    assert_eq!(art(&read(Source::rows([Ok(row)]), Base::new(None, None)).unwrap()), code);
    let file = folder.path().join("liste.xlsx");
    let mut workbook = rust_xlsxwriter::Workbook::new();
    workbook.add_worksheet().set_name("Liste").unwrap().write_column(0, 0, ["traeger.name", "Haus"]).unwrap();
    let sheet = workbook.add_worksheet().set_name("Gemeinsam").unwrap();
    sheet.write_row(0, 0, ["Wert", "Feld"]).unwrap();
    sheet.write_row(1, 0, ["qev", "art"]).unwrap();
    workbook.save(&file).unwrap();
    assert_eq!(art(&read(Source::file(&file), Base::new(None, None)).unwrap()), code);
}
