//! Tables of many columns.

use std::fs;
use std::iter::once;
use std::time::{Duration, Instant};

use rust_xlsxwriter::Workbook;
use vereinbar::Art;
use vereinbar_tables::{Columns, Source, TableError, TableFormat, TableOptions, propose, table};

use crate::read::over_base;

/// So many columns for notes stand before the one that counts.
const BEFORE: usize = 3000;

/// However many columns stand before it.
#[test]
fn what_stands_far_to_the_right_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let headings: Vec<String> = (0..BEFORE).map(|number| format!("#{number}")).collect();
    let headings: Vec<&str> = headings.iter().map(String::as_str).chain(once("traeger.name")).collect();
    let cells: Vec<&str> = vec![""; BEFORE].into_iter().chain(once("Haus am Ende")).collect();

    let workbook = folder.path().join("liste.xlsx");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, headings.iter().copied()).unwrap();
    sheet.write_row(1, 0, cells.iter().copied()).unwrap();
    book.save(&workbook).unwrap();
    let csv = folder.path().join("liste.csv");
    fs::write(&csv, format!("{}\n{}\n", headings.join(";"), cells.join(";"))).unwrap();
    for file in [workbook, csv] {
        let read = over_base(Source::file(&file)).unwrap();
        let laid = read.rows[0].content.as_ref().unwrap();
        assert_eq!(laid.value["traeger"]["name"], "Haus am Ende", "{}", file.display());
    }
}

/// To find out what a heading may mean takes about a millisecond.
#[test]
fn of_many_unknown_headings_some_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.csv");
    let headings: Vec<String> = (0..16_000).map(|number| format!("Spalte {number}")).collect();
    fs::write(&file, format!("{}\n", headings.join(";"))).unwrap();
    let Err(TableError::Headings(problems)) = over_base(Source::file(&file)) else { panic!() };
    assert_eq!((problems.len(), problems[100].finding.code), (101, "further_headings"));
}

/// Each is compared with all fields, in about a millisecond.
#[test]
fn many_unknown_headings_are_compared_in_bounded_time() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.csv");
    let headings: Vec<String> =
        (0..4_000).map(|number| format!("Eine eigene Spalte mit der Nummer {number}")).collect();
    fs::write(&file, format!("{}\n", headings.join(";"))).unwrap();
    let begun = Instant::now();
    let found = propose(Source::file(&file).header_row(1), Some(Art::LeqVereinbarung)).unwrap();
    assert_eq!(found.proposals.len(), 4_000);
    assert!(begun.elapsed() < Duration::from_secs(30), "{:?}", begun.elapsed());
}

#[test]
fn a_table_has_no_more_columns_than_a_spreadsheet() {
    let leq = Art::LeqVereinbarung;
    let of = |entries, columns: &str, format| {
        let columns = if columns.is_empty() { Columns::default() } else { Columns::parse(columns).unwrap() };
        table(leq, &TableOptions { entries, columns }, format)
    };
    for (format, columns) in
        [(TableFormat::Xlsx, ""), (TableFormat::Csv, ""), (TableFormat::Xlsx, r#"{"Haus": "traeger.name"}"#)]
    {
        let error = of(200, columns, format).unwrap_err();
        let TableError::TooManyEntries { entries: 200, columns, most } = error else { panic!("{error}") };
        assert!(columns > 1 << 20 && (2..20).contains(&most), "{columns} {most}");
        assert!(error.to_string().contains("höchstens 16384 Spalten"), "{error}");
    }
    // The list alone has but the columns that are asked for.
    let one = of(200, r#"{"Haus": "traeger.name"}"#, TableFormat::Csv).unwrap();
    assert_eq!(String::from_utf8(one).unwrap(), "\u{feff}\"Haus\"\r\n");
}

/// As in the whole table; a heading of the office's own has none above it.
#[test]
fn columns_that_are_asked_for_by_path_have_the_words_above_them() {
    let of = |columns| {
        let options = TableOptions { columns: Columns::parse(columns).unwrap(), ..TableOptions::default() };
        let bytes = table(Art::Qualitaetsentwicklungsvereinbarung, &options, TableFormat::Csv).unwrap();
        String::from_utf8(bytes).unwrap().trim_start_matches('\u{feff}').to_owned()
    };
    let both = r##"{"traeger.name": "traeger.name", "Ort": "traeger.anschrift.ort", "Notiz": "#"}"##;
    let words = r#""Träger der freien Jugendhilfe › Name";"Träger der freien Jugendhilfe › Anschrift › Ort";"""#;
    assert_eq!(of(both), format!("{words}\r\n\"traeger.name\";\"Ort\";\"Notiz\"\r\n"));
    assert_eq!(of(r#"{"Haus": "traeger.name"}"#), "\"Haus\"\r\n");
    // It is read again, the second row being the one that is meant.
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.csv");
    fs::write(&file, format!("{}Haus;Stadt;egal\r\n", of(both))).unwrap();
    let read = over_base(Source::file(&file).columns(Columns::parse(both).unwrap())).unwrap();
    assert_eq!(read.rows.len(), 1);
    assert_eq!(read.rows[0].content.as_ref().unwrap().value["traeger"]["anschrift"]["ort"], "Stadt");
}
