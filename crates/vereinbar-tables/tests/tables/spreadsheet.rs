//! What a spreadsheet shows and its file does not say.

use std::fs;
use std::path::Path;

use rust_xlsxwriter::{Format, Formula, Workbook};
use vereinbar_tables::{Source, TableError, TablePlace, marked};

use crate::books::rewritten;
use crate::read::over_base;

/// Row, code, column of everything that is found.
fn found(file: &Path) -> Vec<(usize, &'static str, String)> {
    let read = over_base(Source::file(file)).unwrap();
    let all = read.rows.iter().flat_map(|row| {
        let findings = row.content.as_ref().map(|laid| laid.findings.clone()).unwrap_or_default();
        findings.into_iter().map(|found| (row.number, found.finding.code, found.letter.unwrap_or_default()))
    });
    all.collect()
}

/// The result of a formula that is to be a text without characters, as Excel keeps it.
const EMPTY: &str = "(leer)";

/// Takes where the headings stand.
struct Place<'a>(&'a mut Option<TablePlace>);
impl vereinbar_tables::RowSink for Place<'_> {
    type Error = TableError;
    fn note(&mut self, _: String) {}
    fn place(&mut self, place: TablePlace) {
        *self.0 = Some(place);
    }
    fn row(&mut self, _: vereinbar_tables::Row) -> Result<std::ops::ControlFlow<()>, TableError> {
        Ok(std::ops::ControlFlow::Continue(()))
    }
}

/// As openpyxl and pandas write formulas: without their results.
fn without_results(file: &Path) {
    calculated(file);
    rewritten(file, |_, text| text.replace("</f><v>0</v>", "</f><v></v>").replace(EMPTY, ""));
}

/// As if Excel had calculated the formulas.
fn calculated(file: &Path) {
    rewritten(file, |_, text| text.replace(" fullCalcOnLoad=\"1\"", ""));
}

#[test]
fn an_error_of_a_formula_is_found_where_it_is_a_text() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.csv");
    fs::write(&file, "traeger.name;traeger.anschrift.ort\n#NV;A\nHaus;#BEZUG!\nB;#1 der Liste\n").unwrap();
    let errors = [(2, "cell_error", "A".to_owned()), (3, "cell_error", "B".to_owned())];
    assert_eq!(found(&file), errors);
    let file = folder.path().join("liste.xlsx");
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, cells) in (0..).zip([["traeger.name", "traeger.anschrift.ort"], ["#N/A", "A"], ["Haus", "#WERT!"]]) {
        sheet.write_row(row, 0, cells).unwrap();
    }
    workbook.save(&file).unwrap();
    assert_eq!(found(&file), errors);
    // So it is in the rows of a program.
    let row = serde_json::json!({"traeger.name": "Haus", "traeger.anschrift.ort": "#DIV/0!"});
    assert_eq!(over_base(Source::rows([Ok(row)])).unwrap().findings(), [(1, "cell_error")]);
}

#[test]
fn a_formula_whose_result_is_not_kept_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.xlsx");
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_row(0, 0, ["traeger.name", "traeger.anschrift.ort"]).unwrap();
    sheet.write_row(1, 0, ["Haus", "Musterstadt"]).unwrap();
    sheet.write_string(2, 0, "Süd").unwrap();
    sheet.write_formula(2, 1, "=B2").unwrap();
    sheet.write_string(3, 0, "Nord").unwrap();
    // One that is empty on purpose.
    sheet.write_formula(3, 1, Formula::new("=IF(A4=\"\",\"x\",\"\")").set_result(EMPTY)).unwrap();
    sheet.write_string(4, 0, "West").unwrap();
    sheet.write_formula(4, 1, Formula::new("=B2").set_result("Musterstadt")).unwrap();
    workbook.save(&file).unwrap();
    without_results(&file);
    let expected = [(3, "formula_without_result", "B".to_owned())];
    assert_eq!(found(&file), expected);
    // The copy with the findings does not make an empty cell of it.
    let copy = folder.path().join("geprueft.xlsx");
    let mut place = None;
    let base = vereinbar_tables::Base::new(Some(&crate::read::base()), None);
    Source::file(&file).read(base, &mut Place(&mut place)).unwrap();
    fs::write(&copy, marked(&file, &place.unwrap(), &[]).unwrap()).unwrap();
    assert_eq!(found(&copy), expected);
}

/// As xlsxwriter writes formulas: with a zero, and that Excel is to calculate them.
#[test]
fn a_zero_that_is_to_be_calculated_is_no_result() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.xlsx");
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_row(0, 0, ["traeger.name", "aktenzeichen"]).unwrap();
    sheet.write_string(1, 0, "Haus").unwrap();
    sheet.write_formula(1, 1, "=\"51-\"&ROW()").unwrap();
    workbook.save(&file).unwrap();
    assert_eq!(found(&file), [(2, "formula_without_result", "B".to_owned())]);
    calculated(&file);
    assert_eq!(found(&file), []);
}

#[test]
fn a_cell_that_is_merged_with_the_one_above_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.xlsx");
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.merge_range(0, 0, 1, 2, "Trägerliste", &Format::new()).unwrap();
    sheet.write_row(2, 0, ["traeger.name", "aktenzeichen", "#Notiz"]).unwrap();
    sheet.merge_range(3, 0, 5, 0, "Haus", &Format::new()).unwrap();
    for (row, number) in (3..6).zip(["1", "2", "3"]) {
        sheet.write_string(row, 1, number).unwrap();
    }
    sheet.merge_range(3, 2, 5, 2, "für alle", &Format::new()).unwrap();
    // An empty one says nothing, and neither do rows in which nothing else stands.
    sheet.write_row(6, 0, ["Süd"]).unwrap();
    sheet.merge_range(7, 0, 8, 0, "Nord", &Format::new()).unwrap();
    workbook.save(&file).unwrap();
    let expected = [(5, "cell_merged", "A".to_owned()), (6, "cell_merged", "A".to_owned())];
    assert_eq!(found(&file), expected);
}

#[test]
fn all_that_is_wrong_in_the_sheet_gemeinsam_is_told_with_its_field() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.xlsx");
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Gemeinsam").unwrap();
    let rows = [
        ["Wert", "Feld"],
        ["Qualitätsentwicklungsvereinbarung", "art"],
        ["gestern", "stand"],
        ["x", ""],
        ["1067", "jugendamt.anschrift.plz"],
        ["31.13.2027", "vereinbarungszeitraum.bis"],
        ["x", "jugendamt.nahme"],
        ["#NV", "jugendamt.name"],
        ["1.1.2027", "stand"],
    ];
    for (row, cells) in (0..).zip(rows) {
        sheet.write_row(row, 0, cells).unwrap();
    }
    workbook.add_worksheet().set_name("Liste").unwrap().write_row(0, 0, ["traeger.name"]).unwrap();
    workbook.save(&file).unwrap();
    let error = crate::read::read(Source::file(&file), vereinbar_tables::Base::new(None, None)).unwrap_err();
    let text = error.to_string();
    let lines: Vec<&str> = text.lines().skip(1).map(str::trim).collect();
    let begins = [
        "Zeile 3, Stand: ",
        "Zeile 4: ",
        "Zeile 5, Jugendamt › Anschrift › Postleitzahl: ",
        "Zeile 6, Vereinbarungszeitraum › bis: ",
        "Zeile 7, jugendamt.nahme: ",
        "Zeile 8, Jugendamt › Name: ",
        "Zeile 9, Stand: ",
    ];
    assert_eq!(lines.len(), begins.len(), "{text}");
    for (line, begin) in lines.iter().zip(begins) {
        assert!(line.starts_with(begin), "{begin}\n{text}");
    }
}
