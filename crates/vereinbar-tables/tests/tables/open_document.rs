//! What LibreOffice, and programs that write its format, say of rows, cells and sheets.

use std::fs;

use serde_json::json;
use vereinbar_tables::{Source, TablePlace, marked};

use crate::books::{cell, content, ods, rewritten, text};
use crate::read::{Read, over_base};

/// A sheet with these rows, as XML.
fn list(rows: &[String]) -> String {
    format!("<table:table table:name=\"Liste\">{}</table:table>", rows.concat())
}

fn row(cells: &[String]) -> String {
    format!("<table:table-row>{}</table:table-row>", cells.concat())
}

/// The columns of a row in which something was found, with its code.
fn found(all: &Read, row: usize) -> Vec<(&'static str, String)> {
    let findings = &all.rows[row].content.as_ref().unwrap().findings;
    findings.iter().map(|found| (found.finding.code, found.column.clone().unwrap_or_default())).collect()
}

#[test]
fn rows_that_are_repeated_are_counted_as_they_are_seen() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.ods");
    let rows = [
        row(&[text("traeger.name")]),
        row(&[text("A")]).replace("<table:table-row>", "<table:table-row table:number-rows-repeated=\"2\">"),
        "<table:table-row table:number-rows-repeated=\"3\"/>".to_owned(),
        row(&[text("B")]),
    ];
    content(&file, &list(&rows));
    let all = over_base(Source::file(&file)).unwrap();
    let names: Vec<_> = all.rows.iter().map(|row| row.number).zip(all.values()).collect();
    let names: Vec<_> = names.into_iter().map(|(number, value)| (number, value["traeger"]["name"].clone())).collect();
    assert_eq!(names, [(2, json!("A")), (3, json!("A")), (7, json!("B"))]);
}

#[test]
fn a_cell_over_rows_and_columns_covers_both() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.ods");
    let covered = || "<table:covered-table-cell/>".to_owned();
    let spanned = "<table:table-cell table:number-rows-spanned=\"2\" table:number-columns-spanned=\"2\" \
                   office:value-type=\"string\"><text:p>Amt</text:p></table:table-cell>";
    let rows = [
        row(&["jugendamt.name", "aktenzeichen", "traeger.name"].map(text)),
        row(&[spanned.to_owned(), covered(), text("A")]),
        row(&[covered(), covered(), text("B")]),
    ];
    content(&file, &list(&rows));
    let all = over_base(Source::file(&file)).unwrap();
    assert_eq!(found(&all, 0), []);
    assert_eq!(found(&all, 1), ["jugendamt.name", "aktenzeichen"].map(|column| ("cell_merged", column.to_owned())));
}

#[test]
fn a_number_is_no_day_where_days_are_counted_from_another_one() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.ods");
    let number = cell(r#"office:value-type="float" office:value="45290""#, "45290");
    let rows = list(&[row(&["traeger.name", "stand"].map(text)), row(&[text("A"), number])]);
    let counted_from = |day: &str| {
        let settings = format!(
            "<table:calculation-settings><table:null-date table:date-value=\"{day}\"/></table:calculation-settings>"
        );
        content(&file, &(settings + &rows));
        over_base(Source::file(&file)).unwrap().values()[0]["stand"].clone()
    };
    assert_eq!(counted_from("1899-12-30"), "2023-12-30");
    assert_eq!(counted_from("1904-01-01"), "45290");
}

/// LibreOffice writes what stands in the cell beside what its format makes of it.
#[test]
fn of_a_text_counts_what_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.ods");
    let kept = r#"office:value-type="string" office:string-value="51-7""#;
    let headings = ["traeger.name", "aktenzeichen", "angebot"].map(text);
    ods(&file, &[&headings, &[text("A"), cell(kept, "Az. 51-7"), format!("<table:table-cell {kept}/>")]]);
    let all = over_base(Source::file(&file)).unwrap();
    assert_eq!((&all.values()[0]["aktenzeichen"], &all.values()[0]["angebot"]), (&json!("Az. 51-7"), &json!("51-7")));
}

#[test]
fn a_sheet_that_is_hidden_is_hidden_in_the_copy() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.ods");
    let copy = folder.path().join("abschrift.xlsx");
    let rows = list(&[row(&[text("traeger.name")]), row(&[text("A")])]);
    for (display, is_hidden) in [("false", true), ("true", false)] {
        let style = format!(
            "<style:style style:name=\"ta2\"><style:table-properties table:display=\"{display}\"/></style:style>"
        );
        let notes = "<table:table table:name=\"Notizen\" table:style-name=\"ta2\"></table:table>";
        content(&file, &format!("{style}{rows}{notes}"));
        let place = TablePlace { sheet: Some("Liste".to_owned()), header_row: 1 };
        fs::write(&copy, marked(&file, &place, &[]).unwrap()).unwrap();
        rewritten(&copy, |name, text| {
            assert!(name != "xl/workbook.xml" || text.contains("state=\"hidden\"") == is_hidden, "{text}");
            text
        });
    }
}

/// What is measured is measured before anything of it is read.
#[test]
fn a_workbook_that_would_be_too_large_is_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.ods");
    let many = text("A").replace("<table:table-cell", "<table:table-cell table:number-columns-repeated=\"99999999\"");
    ods(&file, &[&[text("traeger.name")], &[many]]);
    let error = over_base(Source::file(&file)).unwrap_err().to_string();
    assert!(error.contains("Die Arbeitsmappe ist zu groß"), "{error}");
}
