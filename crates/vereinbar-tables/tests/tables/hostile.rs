//! Workbooks that are made to harm whoever reads them, and texts that a spreadsheet would calculate.

use std::fs::{self, File};
use std::io::Write as _;

use vereinbar::{Art, parse};
use vereinbar_tables::{Base, FilledRow, Source, TableFormat, TableOptions, filled};
use zip::write::SimpleFileOptions;

use crate::books;
use crate::read::{Read, over_base, read};

const HEADING: &str = "<c r='A1' t='inlineStr'><is><t>traeger.name</t></is></c>";

/// An XLSX of which the list has these tags behind its headings, and the other parts are as given.
fn excel(rows: &str, before: &str, behind: &str, others: &[(&str, &str)]) -> Result<Read, String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.xlsx");
    let mut zip = zip::ZipWriter::new(File::create(&file).unwrap());
    let sheet =
        format!("<worksheet>{before}<sheetData><row r='1'>{HEADING}</row>{rows}</sheetData>{behind}</worksheet>");
    let parts = [
        ("xl/worksheets/sheet1.xml", sheet.as_str()),
        ("xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>"),
        ("xl/workbook.xml", "<workbook><sheets><sheet name='Liste' sheetId='1' r:id='a'/></sheets></workbook>"),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id='a' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet' \
             Target='worksheets/sheet1.xml'/></Relationships>",
        ),
        (
            "_rels/.rels",
            "<Relationships><Relationship Id='a' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' \
             Target='xl/workbook.xml'/></Relationships>",
        ),
    ];
    for (name, text) in parts.iter().chain(others) {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap();
    over_base(Source::file(&file)).map_err(|error| error.to_string())
}

const ROW: &str = "<row r='2'><c r='A2' t='inlineStr'><is><t>Haus Nord</t></is></c></row>";
const DAMAGED: &str = "Die Arbeitsmappe ist beschädigt";
const TOO_LARGE: &str = "Die Arbeitsmappe ist zu groß";

#[test]
fn a_workbook_is_read_as_it_is() {
    assert_eq!(excel(ROW, "<dimension ref='A1:A2'/>", "", &[]).unwrap().values().len(), 1);
}

#[test]
fn what_stops_the_library_that_reads_workbooks_is_damage() {
    for (rows, before, behind) in [
        (ROW, "<dimension ref='B2:A1'/>", ""),
        (ROW, "", "<mergeCells><mergeCell ref='B2:A1'/></mergeCells>"),
        ("<row r='2'><c\tr='ZZZZZZZZ99'><v>1</v></c></row>", "", ""),
        ("<row r='2'><x:c r='ZZZZZZZZ99'><v>1</v></x:c></row>", "", ""),
        ("<row r='2'><c r='A2'><f t='shared' ref='B2:A2' si='0'>1</f><v>1</v></c></row>", "", ""),
    ] {
        let said = excel(rows, before, behind, &[]).unwrap_err();
        assert!(said.contains(DAMAGED), "{said}");
    }
}

#[test]
fn a_part_that_asks_for_memory_does_not_get_it() {
    for count in ["10000000000000", "9999999999999999999"] {
        let strings = format!("<sst uniqueCount='{count}'><si><t>x</t></si></sst>");
        for name in ["xl/sharedStrings.xml", "xl/SHAREDSTRINGS.xml"] {
            let said = excel(ROW, "", "", &[(name, &strings)]).unwrap_err();
            assert!(said.contains(TOO_LARGE), "{said}");
        }
    }
    // A text of a mebibyte in each of a hundred columns is said once.
    let strings = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(1 << 20));
    let row = format!("<row r='2'>{}</row>", "<c t='s'><v>0</v></c>".repeat(100));
    let said = excel(&row, "", "", &[("xl/sharedStrings.xml", &strings)]).unwrap_err();
    assert!(said.contains(DAMAGED), "{said}");
}

#[test]
fn a_row_has_each_cell_once() {
    let said =
        excel(&format!("<row r='2'>{}</row>", "<c r='A2'><v>1</v></c>".repeat(20_000)), "", "", &[]).unwrap_err();
    assert!(said.contains(DAMAGED), "{said}");
    let said = excel(&format!("<row r='2'>{}</row>", "<c><v>1</v></c>".repeat(20_000)), "", "", &[]).unwrap_err();
    assert!(said.contains("Zeile 2 hat mehr als 16384 Spalten"), "{said}");
}

#[test]
fn regions_that_lie_over_each_other_are_damage() {
    let regions = "<mergeCell ref='A1:XFD1048576'/>".repeat(1000);
    let said = excel(ROW, "", &format!("<mergeCells>{regions}</mergeCells>"), &[]).unwrap_err();
    assert!(said.contains(DAMAGED), "{said}");

    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.ods");
    let spanned = "<table:table-cell table:number-rows-spanned='9' table:number-columns-spanned='9'/>".repeat(10_000);
    let headings = format!("<table:table-row>{}</table:table-row>", books::text("traeger.name"));
    let row = |times| {
        format!("<table:table-row table:number-rows-repeated='{times}'>{}{spanned}</table:table-row>", books::text("x"))
    };
    for (times, expected) in [(1, DAMAGED), (101, TOO_LARGE)] {
        books::content(&file, &format!("<table:table table:name='Liste'>{headings}{}</table:table>", row(times)));
        let said = over_base(Source::file(&file)).unwrap_err().to_string();
        assert!(said.contains(expected), "{times}: {said}");
    }
}

#[test]
fn a_day_that_no_calendar_has_is_found_at_its_cell() {
    for number in ["1e300", "18446744073709551615", "2958466", "-1e300", "NaN"] {
        let rows = format!("<row r='2'><c r='A2' s='1'><v>{number}</v></c></row>");
        let read = excel(&rows, "", "", &[]).unwrap();
        assert_eq!(read.rows.len(), 1, "{number}");
        assert_eq!(read.findings().len(), 1, "{number}: {:?}", read.rows);
    }
}

#[test]
fn a_list_as_csv_has_nothing_to_calculate_and_comes_back_as_it_was() {
    let texts = ["=HYPERLINK(\"http://x\";\"y\")", "a,=1+1;b", "＝1+1", "- Punkt 1\n- Punkt 2", "'=1", "'Haus'", "@x"];
    let of = |text: &str| {
        let value = serde_json::json!({"art": "qualitaetsentwicklungsvereinbarung", "aktenzeichen": "1", "ziele": [{"ziel": text}]});
        FilledRow { name: String::new(), vereinbarung: parse(&value.to_string()).unwrap() }
    };
    let rows: Vec<FilledRow> = texts.iter().map(|text| of(text)).collect();
    let table = filled(&rows, &TableOptions::default(), TableFormat::Csv).unwrap();
    let text = String::from_utf8(table.bytes).unwrap();
    // Whatever separates cells: none begins as a formula does, and what is within quotation marks begins with none.
    for cell in text.trim_start_matches('\u{feff}').split("\r\n").flat_map(|line| line.split("\";\"")) {
        let cell = cell.trim_start_matches('"');
        assert!(!cell.starts_with(['=', '@', '＝', '-', '+']), "{cell}");
    }
    assert!(text.contains("\"a,=1+1;b\""), "{text}");

    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.csv");
    fs::write(&file, text).unwrap();
    let base = Base::new(None, Some(Art::Qualitaetsentwicklungsvereinbarung));
    let back = read(Source::file(&file), base).unwrap();
    let back: Vec<_> =
        back.values().iter().map(|value| value["ziele"][0]["ziel"].as_str().unwrap().to_owned()).collect();
    assert_eq!(back, texts);
}
