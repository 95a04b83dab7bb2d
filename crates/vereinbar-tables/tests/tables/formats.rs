use std::fs;
use std::path::Path;

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use serde_json::json;
use vereinbar::Art;
use vereinbar_tables::{Base, Source, TableError};

use crate::books::{cell, ods, text};
use crate::read::{over_base, read};

/// One row in each format: the same agreement comes out.
fn check(path: &Path, note: &str) {
    let all = over_base(Source::file(path)).unwrap();
    // A postcode that is a number has a zero put before it, which is said.
    assert!(all.findings().iter().all(|(_, code)| *code == "plz_number"), "{:?}", all.findings());
    assert!(all.notes.concat().contains(note), "{:?}", all.notes);
    let [vereinbarung] = all.values()[..] else { panic!("{all:?}") };
    assert_eq!(vereinbarung["traeger"]["name"], "Träger Köln gGmbH");
    assert_eq!(vereinbarung["traeger"]["anschrift"]["plz"], "01067");
    assert_eq!(vereinbarung["vereinbarungszeitraum"], json!({"von": "2027-01-01", "bis": "2027-12-31"}));
    assert_eq!(vereinbarung["fortsetzung"]["gespraechsgrundlagen"], json!(["eins; „so“", "zwei"]));
    assert_eq!(vereinbarung["ziele"][0]["ziel"], "Kinder bringen ihre Sicht ein.");
    assert_eq!(vereinbarung["qualitaetsdimensionen"], json!(["prozessqualitaet"]));
}

const HEADINGS: [&str; 6] = [
    "traeger.name",
    "traeger.anschrift.plz",
    "vereinbarungszeitraum.bis",
    "fortsetzung.gespraechsgrundlagen",
    "qualitaetsdimensionen.1",
    "#Notiz",
];
const CELLS: [&str; 6] = ["Träger Köln gGmbH", "01067", "31.12.2027", "eins; „so“\nzwei", "Prozessqualität", "egal"];

fn csv(delimiter: &str) -> String {
    let line = |cells: [&str; 6]| cells.map(|cell| format!("\"{cell}\"")).join(delimiter);
    format!("{}\r\n\r\n{}\r\n", line(HEADINGS), line(CELLS))
}

#[test]
fn reads_csv_in_every_encoding_and_with_each_delimiter() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.csv");
    let cp1252: Vec<u8> = csv(";")
        .chars()
        .map(|c| match c {
            '„' => 0x84,
            '“' => 0x93,
            c => u8::try_from(u32::from(c)).unwrap(),
        })
        .collect();
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(csv("\t").encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for (bytes, note) in [
        (cp1252, "CSV in Windows-1252, getrennt durch „;“."),
        (csv(",").into_bytes(), "CSV in UTF-8, getrennt durch „,“."),
        (format!("\u{feff}{}", csv(";")).into_bytes(), "CSV in UTF-8 mit BOM, getrennt durch „;“."),
        (format!("sep=;\r\n{}", csv(";")).into_bytes(), "getrennt durch „;“."),
        (utf16, "CSV in UTF-16, getrennt durch Tabulator."),
    ] {
        fs::write(&file, bytes).unwrap();
        check(&file, note);
    }
}

#[test]
fn reads_xlsx_with_excel_dates_and_numbers() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.xlsx");
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Träger").unwrap();
    for (column, (heading, cell)) in (0_u16..).zip(HEADINGS.into_iter().zip(CELLS)) {
        sheet.write_string(1, column, heading).unwrap();
        match column {
            // Excel drops the zero, and knows dates.
            1 => drop(sheet.write_number(4, column, 1067).unwrap()),
            2 => {
                let format = Format::new().set_num_format("dd.mm.yyyy");
                let date = ExcelDateTime::from_ymd(2027, 12, 31).unwrap();
                sheet.write_datetime_with_format(4, column, date, &format).unwrap();
            }
            _ => drop(sheet.write_string(4, column, cell).unwrap()),
        }
    }
    workbook.add_worksheet().set_name("Leer").unwrap();
    workbook.save(&file).unwrap();
    check(&file, "Arbeitsmappe (XLSX), Tabellenblatt „Träger“.");

    for (sheet, message) in [("Leer", "leer"), ("Nirgends", "Vorhanden sind: Träger, Leer.")] {
        let error = over_base(Source::file(&file).sheet(sheet)).unwrap_err();
        assert!(error.to_string().contains(message), "{error}");
    }
}

#[test]
fn names_the_row_as_the_spreadsheet_does() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.csv");
    fs::write(&file, "traeger.name;stand\n\"A\nB\";1.1.2027\n\n\nC;morgen\n").unwrap();
    let rows = over_base(Source::file(&file)).unwrap().rows;
    assert_eq!(rows.iter().map(|row| row.number).collect::<Vec<_>>(), [2, 5]);
}

#[test]
fn reads_ods() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.ods");
    let cells = [
        text(CELLS[0]),
        cell(r#"office:value-type="float" office:value="1067""#, "1067"),
        cell(r#"office:value-type="date" office:date-value="2027-12-31""#, "31.12.27"),
        text(CELLS[3]),
        text(CELLS[4]),
        text(CELLS[5]),
    ];
    ods(&file, &[&HEADINGS.map(text), &cells]);
    check(&file, "Arbeitsmappe (ODS), Tabellenblatt „Liste“.");
}

#[test]
fn reads_json_lines_lists_and_folders() {
    let folder = tempfile::tempdir().unwrap();
    let row = json!({
        "traeger": {"name": CELLS[0], "anschrift": {"plz": "01067"}},
        "vereinbarungszeitraum.bis": "31.12.2027",
        "fortsetzung": {"gespraechsgrundlagen": ["eins; „so“", "zwei"]},
        "qualitaetsdimensionen": ["Prozessqualität"],
        "#Notiz": 1,
    });
    let lines = folder.path().join("liste.jsonl");
    fs::write(&lines, format!("\u{feff}{row}\n\n")).unwrap();
    check(&lines, "");
    let list = folder.path().join("liste.json");
    fs::write(&list, json!([row]).to_string()).unwrap();
    check(&list, "");
    let rows = folder.path().join("zeilen");
    fs::create_dir(&rows).unwrap();
    fs::write(rows.join("a.json"), row.to_string()).unwrap();
    fs::write(rows.join("lies mich.txt"), "egal").unwrap();
    check(&rows, "");
}

#[test]
fn a_broken_line_does_not_stop_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let lines = folder.path().join("liste.jsonl");
    fs::write(
        &lines,
        "{\"traeger.name\": \"A\"}\n{\"traeger.name\": \n[1]\n{\"traeger.nahme\": \"B\"}\n{\"traeger.name\": \"C\"}\n",
    )
    .unwrap();
    let all = over_base(Source::file(&lines)).unwrap();
    assert_eq!(all.findings(), [(2, "unreadable_row"), (3, "unreadable_row"), (4, "unknown_heading")]);
    assert_eq!(all.rows.len(), 5);
}

#[test]
fn unknown_headings_are_told_before_the_first_row() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.csv");
    fs::write(&file, "traeger.name;vereinbarungszeitraum.biss;Träger;traeger.name;ziele\nA;;;;\n").unwrap();
    let Err(TableError::Headings(problems)) = over_base(Source::file(&file)) else { panic!() };
    let remedies: Vec<_> = problems
        .iter()
        .map(|problem| (problem.column.as_deref().unwrap_or_default(), problem.finding.remedy.as_str()))
        .collect();
    assert_eq!(
        remedies,
        [
            ("vereinbarungszeitraum.biss", "Gemeint ist vielleicht „vereinbarungszeitraum.bis“."),
            ("Träger", "Gemeint ist vielleicht „traeger.name“."),
            ("traeger.name", "Berichtigen Sie die Überschrift, oder streichen Sie die Spalte."),
            ("ziele", "Gemeint ist vielleicht „ziele.1.ziel“."),
        ]
    );
    // Also where there is no row.
    fs::write(&file, "traeger.nahme\n").unwrap();
    assert!(matches!(over_base(Source::file(&file)), Err(TableError::Headings(_))));
}

#[test]
fn the_art_comes_from_the_option_the_base_or_a_column() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.csv");
    let bare = || Base::new(None, None);
    fs::write(&file, "traeger.name\nA\n").unwrap();
    assert!(matches!(read(Source::file(&file), bare()), Err(TableError::NoArt)));
    let with_art = Base::new(None, Some(Art::Qualitaetsentwicklungsvereinbarung));
    assert_eq!(read(Source::file(&file), with_art).unwrap().values().len(), 1);
    fs::write(&file, "traeger.name,art\nB,qualitaetsentwicklungsvereinbarung\n").unwrap();
    assert_eq!(read(Source::file(&file), bare()).unwrap().values().len(), 1);
    // JSON rows may be agreements of their own.
    let own = json!({"art": "qualitaetsentwicklungsvereinbarung", "traeger": {"name": "C"}});
    let rows = [own, json!({"traeger": {"name": "D"}})].map(Ok);
    let all = read(Source::rows(rows), bare()).unwrap();
    assert_eq!((all.values().len(), all.findings()), (1, vec![(2, "missing_art")]));
}

#[test]
fn what_is_no_table_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes, message) in [
        ("a.csv", b"".as_slice(), "leer"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "alten Excel-Format"),
        ("a.pdf", b"%PDF-1.7\n", "PDF"),
        ("a.xlsx", b"PK\x03\x04kaputt", "beschädigt"),
        ("a.bin", b"\0\x01\x02", "keine Textdatei"),
        ("a.json", b"1", "JSON-Liste"),
    ] {
        let file = folder.path().join(name);
        fs::write(&file, bytes).unwrap();
        let error = over_base(Source::file(&file)).unwrap_err();
        assert!(error.to_string().contains(message), "{name}: {error}");
    }
    let error = over_base(Source::file(folder.path().join("nirgends"))).unwrap_err();
    assert!(matches!(error, TableError::Unreadable { .. }));
}
