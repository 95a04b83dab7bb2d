//! What people see in a cell and its value is not: years, percent, zeros, times.

use std::fs;
use std::path::Path;

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use serde_json::{Value, json};
use vereinbar::Art;
use vereinbar_tables::{Base, Source, TableError, marked, set};

use crate::books::{cell, content, ods, rewritten, text};
use crate::read::{Read, over_base, read};

fn leq(source: Source<'_>) -> Read {
    read(source, Base::new(None, Some(Art::LeqVereinbarung))).unwrap()
}

/// What was found in a row: code, column and weight.
fn found(all: &Read, row: usize) -> Vec<(&'static str, String)> {
    let findings = &all.rows[row].content.as_ref().unwrap().findings;
    findings.iter().map(|found| (found.finding.code, found.column.clone().unwrap_or_default())).collect()
}

fn at<'a>(all: &'a Read, row: usize, pointer: &str) -> &'a Value {
    all.values()[row].pointer(pointer).unwrap_or(&Value::Null)
}

/// A number and the format that it is shown with.
type Shown<'a> = (f64, &'a str);

/// A workbook of Excel with one row of numbers below these headings.
fn numbers(file: &Path, columns: &[(&str, Shown<'_>)]) {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, (heading, (number, format))) in (0_u16..).zip(columns) {
        sheet.write_string(0, column, *heading).unwrap();
        let format = Format::new().set_num_format(*format);
        sheet.write_number_with_format(1, column, *number, &format).unwrap();
    }
    workbook.save(file).unwrap();
}

#[test]
fn a_year_that_is_a_number_is_no_day_of_1905() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.xlsx");
    numbers(
        &file,
        &[
            ("fortsetzung.am", (2027.0, "General")),
            ("stand", (2027.0, "0")),
            ("ziele.1.massnahmen.freier_traeger.1.bis", (46752.0, "dd.mm.yyyy")),
        ],
    );
    let all = over_base(Source::file(&file)).unwrap();
    assert_eq!(at(&all, 0, "/fortsetzung/am"), "2027");
    assert_eq!(at(&all, 0, "/ziele/0/massnahmen/freier_traeger/0/bis"), "2027-12-31");
    assert_eq!(found(&all, 0), [("invalid_format", "stand".to_owned())]);
    let laid = all.rows[0].content.as_ref().unwrap();
    let error = vereinbar::parse(&laid.value.to_string()).unwrap_err();
    let told = laid.all(error.findings());
    assert!(matches!(told.as_slice(), [one] if one.finding.remedy.contains("TT.MM.JJJJ")), "{told:?}");
    // What a program hands over, and what all rows share.
    let all = over_base(Source::rows([Ok(json!({"fortsetzung": {"am": 2027}, "stand": 2027}))])).unwrap();
    assert_eq!(at(&all, 0, "/fortsetzung/am"), "2027");
    assert_eq!(found(&all, 0), [("invalid_format", "stand".to_owned())]);
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Liste").unwrap();
    sheet.write_column(0, 0, ["traeger.name", "Haus"]).unwrap();
    let sheet = workbook.add_worksheet().set_name("Gemeinsam").unwrap();
    sheet.write_row(0, 0, ["Wert", "Feld"]).unwrap();
    sheet.write_number(1, 0, 2027).unwrap();
    sheet.write_string(1, 1, "fortsetzung.am").unwrap();
    workbook.save(&file).unwrap();
    assert_eq!(at(&over_base(Source::file(&file)).unwrap(), 0, "/fortsetzung/am"), "2027");
    sheet_of_shared(&file, "stand");
    let Err(TableError::Shared(problems)) = over_base(Source::file(&file)) else { panic!() };
    assert_eq!(problems.len(), 1, "{problems:?}");
}

fn sheet_of_shared(file: &Path, field: &str) {
    rewritten(file, |_, text| text.replace("fortsetzung.am", field));
}

#[test]
fn percent_is_a_hundred_times_the_number_where_percent_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.xlsx");
    let tagessatz = "entgeltvereinbarung.tagessatz";
    let headings = [
        format!("{tagessatz}.auslastung"),
        format!("{tagessatz}.schritte.1.prozent"),
        "leistungsvereinbarung.personal.stellen.1.umfang".to_owned(),
        "aktenzeichen".to_owned(),
    ];
    let formats = [(0.8, "0%"), (0.028, "0.0\\ %"), (0.5, "0.00%"), (0.8, "0%")];
    numbers(&file, &headings.each_ref().map(String::as_str).into_iter().zip(formats).collect::<Vec<_>>());
    let check = |file: &Path| {
        let all = leq(Source::file(file));
        assert_eq!(at(&all, 0, "/entgeltvereinbarung/tagessatz/auslastung"), "80");
        assert_eq!(at(&all, 0, "/entgeltvereinbarung/tagessatz/schritte/0/prozent"), "2.8");
        // Half a post is 0.5 of one, which is said.
        assert_eq!(at(&all, 0, "/leistungsvereinbarung/personal/stellen/0/umfang"), "0.5");
        assert_eq!(at(&all, 0, "/aktenzeichen"), "80 %");
        assert_eq!(found(&all, 0), [("percent_cell", headings[2].clone())]);
    };
    check(&file);
    // The copy for those who keep the table is read as the table itself.
    let place = vereinbar_tables::TablePlace { sheet: Some("Sheet1".to_owned()), header_row: 1 };
    let copy = folder.path().join("abschrift.xlsx");
    fs::write(&copy, marked(&file, &place, &[]).unwrap()).unwrap();
    check(&copy);
    let file = folder.path().join("liste.ods");
    let percent = |(value, shown): (&str, &str)| {
        cell(&format!(r#"office:value-type="percentage" office:value="{value}""#), shown)
    };
    let cells: Vec<String> = [("0.8", "80%"), ("0.028", "2,8 %"), ("0.5", "50%"), ("0.8", "80%")].map(percent).into();
    ods(&file, &[&headings.each_ref().map(|heading| text(heading)), &cells]);
    check(&file);
}

#[test]
fn percent_beside_its_unit_is_what_is_seen() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.xlsx");
    let indikator = "ziele.1.kriterien.freier_traeger.1.indikator";
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let headings = ["zielwert", "ausgangswert", "einheit"].map(|field| format!("{indikator}.{field}"));
    sheet.write_row(0, 0, headings).unwrap();
    let percent = Format::new().set_num_format("0%");
    for (row, unit) in [(1, "%"), (2, "Tage"), (3, "v. H.")] {
        sheet.write_number_with_format(row, 0, 0.8, &percent).unwrap();
        sheet.write_number(row, 1, 60).unwrap();
        sheet.write_string(row, 2, unit).unwrap();
    }
    workbook.save(&file).unwrap();
    let all = over_base(Source::file(&file)).unwrap();
    let values = |row| {
        ["zielwert", "ausgangswert"]
            .map(|field| at(&all, row, &format!("/ziele/0/kriterien/freier_traeger/0/indikator/{field}")))
    };
    assert_eq!(
        (values(0), values(2)),
        (["80", "60"].map(Value::from).each_ref(), ["80", "60"].map(Value::from).each_ref())
    );
    assert_eq!(values(1)[0], "0.8");
    assert_eq!(all.findings(), [(3, "percent_cell")]);
}

#[test]
fn what_a_number_shows_is_kept_where_text_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.xlsx");
    numbers(
        &file,
        &[
            ("aktenzeichen", (7.0, "000")),
            ("traeger.anschrift.plz", (1010.0, "00000")),
            ("jugendamt.anschrift.plz", (1067.0, "General")),
            ("fassung", (2.0, "00")),
            ("fortsetzung.am", (13.5 / 24.0, "h:mm")),
            ("traeger.name", (1.625, "[h]:mm")),
            ("jugendamt.name", (-0.0, "General")),
        ],
    );
    let all = over_base(Source::file(&file)).unwrap();
    for (pointer, value) in [
        ("/aktenzeichen", json!("007")),
        ("/traeger/anschrift/plz", json!("01010")),
        ("/jugendamt/anschrift/plz", json!("01067")),
        ("/fassung", json!(2)),
        ("/fortsetzung/am", json!("13:30")),
        ("/traeger/name", json!("39:00")),
        ("/jugendamt/name", json!("0")),
    ] {
        assert_eq!(*at(&all, 0, pointer), value, "{pointer}");
    }
    // A zero that somebody has put before it needs no word, one that the reader has, does.
    assert_eq!(found(&all, 0)[0], ("plz_number", "jugendamt.anschrift.plz".to_owned()));
    assert_eq!(all.rows[0].content.as_ref().unwrap().findings[0].finding.severity, vereinbar::Severity::Hint);
}

/// Excel writes no code for the formats that every workbook knows.
#[test]
fn a_format_that_has_only_a_number_shows_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.xlsx");
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let bis = "ziele.1.massnahmen.freier_traeger.1.bis";
    let cells = [("aktenzeichen", 0.8, 9), ("traeger.name", 0.028, 10), (bis, 46447.0, 17)];
    for (column, (heading, number, index)) in (0_u16..).zip(cells) {
        sheet.write_string(0, column, heading).unwrap();
        let format = Format::new().set_num_format_index(index);
        sheet.write_number_with_format(1, column, number, &format).unwrap();
    }
    workbook.save(&file).unwrap();
    let all = over_base(Source::file(&file)).unwrap();
    assert_eq!((at(&all, 0, "/aktenzeichen"), at(&all, 0, "/traeger/name")), (&json!("80 %"), &json!("2,80 %")));
    assert_eq!(at(&all, 0, "/ziele/0/massnahmen/freier_traeger/0/bis"), "März 2027");
}

/// openpyxl names the parts of a workbook from its root.
#[test]
fn a_sheet_that_is_named_from_the_root_keeps_its_formats() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.xlsx");
    numbers(&file, &[("aktenzeichen", (7.0, "000"))]);
    rewritten(&file, |_, text| text.replace("Target=\"worksheets/", "Target=\"/xl/worksheets/"));
    assert_eq!(at(&over_base(Source::file(&file)).unwrap(), 0, "/aktenzeichen"), "007");
}

/// Who types „März 2027“ gets the first of it, of which Excel shows the month.
#[test]
fn a_month_that_is_shown_is_no_day() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.xlsx");
    let bis = "ziele.1.massnahmen.freier_traeger.1.bis";
    let day = 46447.0;
    numbers(&file, &[(bis, (day, "mmm\\ yy")), ("fortsetzung.am", (day, "yyyy")), ("stand", (day, "mm/yyyy"))]);
    let check = |file: &Path| {
        let all = over_base(Source::file(file)).unwrap();
        assert_eq!(at(&all, 0, "/ziele/0/massnahmen/freier_traeger/0/bis"), "März 2027");
        assert_eq!((at(&all, 0, "/fortsetzung/am"), at(&all, 0, "/stand")), (&json!("2027"), &json!("2027-03-01")));
        assert_eq!(found(&all, 0), [("day_not_shown", "stand".to_owned())]);
    };
    check(&file);
    let place = vereinbar_tables::TablePlace { sheet: Some("Sheet1".to_owned()), header_row: 1 };
    let copy = folder.path().join("abschrift.xlsx");
    fs::write(&copy, marked(&file, &place, &[]).unwrap()).unwrap();
    check(&copy);
    let file = folder.path().join("liste.ods");
    let date = |shown: &str| cell(r#"office:value-type="date" office:date-value="2027-03-01""#, shown);
    let headings = [bis, "fortsetzung.am", "stand", "grundsaetze_und_massstaebe.1.bezeichnung"].map(text);
    ods(&file, &[&headings, &[date("Mrz 27"), date("2027"), date("03/2027"), date("1. März 27")]]);
    check(&file);
    let all = over_base(Source::file(&file)).unwrap();
    assert_eq!(at(&all, 0, "/grundsaetze_und_massstaebe/0/bezeichnung"), "01.03.2027");
}

/// pandas reads 95 % as 0.95.
#[test]
fn a_share_where_percent_is_asked_for_is_doubted() {
    let auslastung = "entgeltvereinbarung.tagessatz.auslastung";
    let rows = [0.95, 1.0, 95.0].map(|number| Ok(json!({"traeger.name": "Haus", auslastung: number})));
    assert_eq!(leq(Source::rows(rows)).findings(), [(1, "percent_below_one")]);
}

#[test]
fn a_truth_value_is_no_name() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.xlsx");
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_row(0, 0, ["traeger.name", "rahmenvertrag.beigetreten"]).unwrap();
    sheet.write_boolean(1, 0, true).unwrap();
    sheet.write_boolean(1, 1, true).unwrap();
    workbook.save(&file).unwrap();
    let all = leq(Source::file(&file));
    assert_eq!(
        (at(&all, 0, "/traeger/name"), at(&all, 0, "/rahmenvertrag/beigetreten")),
        (&json!("WAHR"), &json!(true))
    );
    assert_eq!(found(&all, 0), [("truth_value", "traeger.name".to_owned())]);
}

/// Macs once counted from 1904: a number that is not formatted as a day would be another one.
#[test]
fn a_number_of_a_workbook_of_1904_is_no_day() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.xlsx");
    numbers(&file, &[("stand", (45290.0, "General")), ("fortsetzung.am", (45290.0, "dd.mm.yyyy"))]);
    assert_eq!(at(&over_base(Source::file(&file)).unwrap(), 0, "/stand"), "2023-12-30");
    rewritten(&file, |_, text| text.replace("<workbookPr ", "<workbookPr date1904=\"1\" "));
    let all = over_base(Source::file(&file)).unwrap();
    assert_eq!((at(&all, 0, "/stand"), at(&all, 0, "/fortsetzung/am")), (&json!("45290"), &json!("2027-12-31")));
}

#[test]
fn a_point_before_three_digits_is_asked_about() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.csv");
    let umfang = "leistungsvereinbarung.personal.stellen.1.umfang";
    fs::write(&file, format!("{umfang};entgeltvereinbarung.tagessatz.betrag\n1.125;1.125\n1,125;1,5\n0.125;\n"))
        .unwrap();
    let all = leq(Source::file(&file));
    assert_eq!(all.findings(), [(2, "number_unclear")]);
    let found = &all.rows[0].content.as_ref().unwrap().findings[0];
    assert_eq!(found.finding.severity, vereinbar::Severity::Error);
    assert!(found.finding.remedy.contains("1125 oder 1,125"), "{found}");
    let value = |all: &Read, row| at(all, row, "/leistungsvereinbarung/personal/stellen/0/umfang").clone();
    assert_eq!([value(&all, 1), value(&all, 2)], ["1.125", "0.125"].map(Value::from));
    assert_eq!(at(&all, 0, "/entgeltvereinbarung/tagessatz/betrag"), "1125");
    // In JSON it is as the data themselves are written.
    let row = json!({umfang: "1.125", "entgeltvereinbarung.tagessatz.betrag": "1.125"});
    let all = leq(Source::rows([Ok(row)]));
    assert_eq!(
        (value(&all, 0), at(&all, 0, "/entgeltvereinbarung/tagessatz/betrag")),
        (json!("1.125"), &json!("1125"))
    );
    assert_eq!(all.rows[0].content.as_ref().unwrap().findings[0].finding.severity, vereinbar::Severity::Warning);
    // One value is not set before it is clear.
    let agreement = vereinbar::parse(r#"{"art": "leq_vereinbarung"}"#).unwrap();
    let error = set(&agreement, [(umfang, "1.125".into())]).unwrap_err();
    assert_eq!(error.findings()[0].finding.code, "number_unclear");
    assert!(set(&agreement, [(umfang, "1,125".into())]).unwrap().to_json().contains("\"1.125\""));
}

#[test]
fn ods_says_errors_tabs_times_and_truth_values() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.ods");
    let headings = ["traeger.name", "aktenzeichen", "fortsetzung.am", "jugendamt.name"].map(text);
    let failed =
        r#"table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error""#;
    let number = r#"office:value-type="float" office:value"#;
    let time = r#"office:value-type="time" office:time-value="PT13H30M00S""#;
    let truth = r#"office:value-type="boolean" office:boolean-value="true""#;
    ods(
        &file,
        &[
            &headings,
            &[cell(failed, "#DIV/0!"), cell(&format!("{number}=\"7\""), "007"), cell(time, "13:30"), cell(truth, "WAHR")],
            &[
                text("Haus<text:tab/>Nord<text:s text:c=\"2\"/>&amp; S&#252;d<text:line-break/>e.&#160;V."),
                cell(&format!("{number}=\"1067\""), "1067"),
                cell(r#"office:value-type="date" office:date-value="2027-12-31T00:00:00""#, "31.12.2027"),
                "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>Notiz</text:p></office:annotation><text:p>Amt</text:p></table:table-cell>".to_owned(),
            ],
            &[cell(&format!("{number}=\"1\""), "TRUE"), cell(r#"table:formula="of:=A1""#, ""), text(""), text("")],
            &[
                "<table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"string\"><text:p>x</text:p></table:table-cell>".to_owned(),
                "<table:table-cell table:number-columns-repeated=\"16382\"/>".to_owned(),
            ],
        ],
    );
    let all = over_base(Source::file(&file)).unwrap();
    let codes = |row| found(&all, row).into_iter().map(|(code, _)| code).collect::<Vec<_>>();
    assert_eq!(codes(0), ["cell_error", "truth_value"]);
    assert_eq!((at(&all, 0, "/aktenzeichen"), at(&all, 0, "/fortsetzung/am")), (&json!("007"), &json!("13:30")));
    assert_eq!(at(&all, 1, "/traeger/name"), "Haus\tNord  & Süd\ne.\u{a0}V.");
    assert_eq!((at(&all, 1, "/aktenzeichen"), at(&all, 1, "/fortsetzung/am")), (&json!("1067"), &json!("2027-12-31")));
    assert_eq!(at(&all, 1, "/jugendamt/name"), "Amt");
    assert_eq!(codes(2), ["truth_value", "formula_without_result"]);
    assert_eq!((at(&all, 3, "/traeger/name"), at(&all, 3, "/aktenzeichen")), (&json!("x"), &json!("x")));
    assert_eq!(all.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [2, 3, 4, 5]);
}

#[test]
fn cells_over_several_rows_are_found_in_ods_too() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.ods");
    let spanned = "<table:table-cell table:number-rows-spanned=\"3\" table:number-columns-spanned=\"1\" \
                   office:value-type=\"string\"><text:p>Amt</text:p></table:table-cell>";
    let row = |cells: &str| format!("<table:table-row>{cells}</table:table-row>");
    let covered = "<table:covered-table-cell/>";
    let rows = [
        row(&format!("{}{}", text("jugendamt.name"), text("traeger.name"))),
        "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row>".to_owned(),
        row(&format!("{spanned}{}", text("A"))),
        row(&format!("{covered}{}", text("B"))),
        row(&format!("{covered}{}", text("C"))),
        row(&format!("{}{}", text("Stadt"), text("D"))),
    ];
    content(&file, &format!("<table:table table:name=\"Liste\">{}</table:table>", rows.concat()));
    let all = over_base(Source::file(&file)).unwrap();
    assert_eq!(all.findings(), [(5, "cell_merged"), (6, "cell_merged")]);
    assert_eq!(at(&all, 3, "/jugendamt/name"), "Stadt");
}

/// Numbers that no spreadsheet writes end no reading with a fault.
#[test]
fn rows_beyond_the_last_one_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.ods");
    let row = |cell: String| format!("<table:table-row>{cell}</table:table-row>");
    let beyond = "<table:table-row table:number-rows-repeated=\"4294967295\"><table:table-cell/></table:table-row>";
    let rows = [row(text("traeger.name")), beyond.to_owned(), row(text("A")), row(text("B"))];
    content(&file, &format!("<table:table table:name=\"Liste\">{}</table:table>", rows.concat()));
    assert_eq!(over_base(Source::file(&file)).unwrap().rows.len(), 2);
}

/// A program that writes workbooks leaves results out; in the copy they are not errors.
#[test]
fn the_copy_keeps_what_a_formula_is() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.xlsx");
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_row(0, 0, ["traeger.name", "aktenzeichen", "stand"]).unwrap();
    sheet.write_formula(1, 0, Formula::new("=D1")).unwrap();
    sheet.write_number_with_format(1, 1, 7, &Format::new().set_num_format("\"51-\"000")).unwrap();
    let day = ExcelDateTime::from_ymd(2027, 12, 31).unwrap();
    sheet.write_datetime_with_format(1, 2, &day, &Format::new().set_num_format("dd.mm.yyyy")).unwrap();
    workbook.save(&file).unwrap();
    rewritten(&file, |_, text| text.replace("</f><v>0</v>", "</f><v></v>"));
    let place = vereinbar_tables::TablePlace { sheet: Some("Sheet1".to_owned()), header_row: 1 };
    let copy = folder.path().join("abschrift.xlsx");
    fs::write(&copy, marked(&file, &place, &[]).unwrap()).unwrap();
    for file in [&file, &copy] {
        let all = over_base(Source::file(file)).unwrap();
        assert_eq!(found(&all, 0), [("formula_without_result", "traeger.name".to_owned())], "{}", file.display());
        assert_eq!((at(&all, 0, "/aktenzeichen"), at(&all, 0, "/stand")), (&json!("51-007"), &json!("2027-12-31")));
    }
}
