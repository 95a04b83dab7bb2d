//! What a cell shows is what is printed; where nobody knows what that is, the row says so.

use std::fs;
use std::path::Path;

use rust_xlsxwriter::{Format, Workbook, Worksheet};
use serde_json::{Value, json};
use vereinbar_tables::{Source, TableError, TablePlace, marked};

use crate::books::{cell, content, ods, rewritten, text};
use crate::read::{Read, over_base};

const BIS: &str = "ziele.1.massnahmen.freier_traeger.1.bis";
const BIS_AT: &str = "/ziele/0/massnahmen/freier_traeger/0/bis";
const ZIELWERT: &str = "ziele.1.kriterien.freier_traeger.1.indikator.zielwert";
const ZIELWERT_AT: &str = "/ziele/0/kriterien/freier_traeger/0/indikator/zielwert";

fn at<'a>(all: &'a Read, row: usize, pointer: &str) -> &'a Value {
    all.values()[row].pointer(pointer).unwrap_or(&Value::Null)
}

/// What was found in a row: code and column.
fn found(all: &Read, row: usize) -> Vec<(&'static str, String)> {
    let findings = &all.rows[row].content.as_ref().unwrap().findings;
    findings.iter().map(|found| (found.finding.code, found.column.clone().unwrap_or_default())).collect()
}

fn workbook(path: &Path, fill: impl FnOnce(&mut Worksheet)) {
    let mut workbook = Workbook::new();
    fill(workbook.add_worksheet());
    workbook.save(path).unwrap();
}

/// The copy for those who keep the table, with nothing found.
fn copy(file: &Path, sheet: &str) -> std::path::PathBuf {
    let copy = file.with_file_name("abschrift.xlsx");
    let place = TablePlace { sheet: Some(sheet.to_owned()), header_row: 1 };
    fs::write(&copy, marked(file, &place, &[]).unwrap()).unwrap();
    copy
}

#[test]
fn of_a_day_is_printed_what_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let (xlsx, file) = (folder.path().join("liste.xlsx"), folder.path().join("liste.ods"));
    let days = [
        ("dd.mm.yyyy", "03.12.2027", "2027-12-03"),
        ("d. mmmm", "3. Dezember", "3. Dezember"),
        ("dd.mm.", "03.12.", "03.12."),
        ("yyyy-mm", "2027-12", "Dezember 2027"),
        ("\"Jahr \"yyyy", "Jahr 2027", "Jahr 2027"),
        ("\"KW \"d", "KW 3", "KW 3"),
        ("dd.mm.yyyy hh:mm", "03.12.2027 10:00", "03.12.2027 10:00"),
        ("hh:mm", "10:00", "10:00"),
    ];
    workbook(&xlsx, |sheet| {
        sheet.write_row(0, 0, ["traeger.name", BIS, "stand"]).unwrap();
        for (row, (format, ..)) in (1..).zip(days) {
            sheet.write_string(row, 0, format!("Haus {row}")).unwrap();
            let format = Format::new().set_num_format(format);
            for column in [1, 2] {
                sheet.write_number_with_format(row, column, 46724.0 + 10.0 / 24.0, &format).unwrap();
            }
        }
    });
    let mut rows = vec![["traeger.name", BIS, "stand"].map(text).to_vec()];
    for (number, (_, shown, _)) in days.iter().enumerate() {
        let day = || cell("office:value-type=\"date\" office:date-value=\"2027-12-03T10:00:00\"", shown);
        rows.push(vec![text(&format!("Haus {}", number + 1)), day(), day()]);
    }
    ods(&file, &rows.iter().map(Vec::as_slice).collect::<Vec<_>>());
    let copies = [copy(&xlsx, "Sheet1"), xlsx, file];
    for (file, all) in copies.iter().map(|file| (file, over_base(Source::file(file)).unwrap())) {
        for (row, (_, shown, printed)) in days.iter().enumerate() {
            assert_eq!(at(&all, row, BIS_AT), printed, "{shown} {}", file.display());
            // Who needs the whole day has it, and is told where it is not to be seen.
            let has_day = shown.contains("03.12.2027");
            let codes: Vec<_> = found(&all, row).iter().map(|(code, _)| *code).collect();
            // A time alone is a text in the copy.
            if file != &copies[0] || *shown != "10:00" {
                assert_eq!(at(&all, row, "/stand"), "2027-12-03", "{shown}");
                assert_eq!(codes, if has_day { vec![] } else { vec!["day_not_shown"] }, "{shown}");
            }
        }
    }
}

/// LibreOffice keeps the time of a day as the hours since 1899.
#[test]
fn a_time_of_day_is_no_number_of_hours() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.ods");
    let time = cell("office:value-type=\"time\" office:time-value=\"PT1121389H30M00S\"", "13:30");
    ods(&file, &[&["traeger.name", BIS].map(text), &[text("A"), time]]);
    assert_eq!(at(&over_base(Source::file(&file)).unwrap(), 0, BIS_AT), "13:30");
}

#[test]
fn of_a_number_is_printed_what_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let (xlsx, file) = (folder.path().join("liste.xlsx"), folder.path().join("liste.ods"));
    let numbers = [
        ("\"51-\"000", 7.0, "51-007"),
        ("\"Nr. \"0", 7.0, "Nr. 7"),
        ("#\"/2027\"", 7.0, "7/2027"),
        ("General\"/27\"", 7.0, "7/27"),
        ("0.00", 51.1, "51,10"),
        ("#,##0.00 \"€\"", 1234.5, "1.234,50 €"),
        ("[>99]0\" Tage\";0\" Stunden\"", 5.0, "5 Stunden"),
        ("0\" Tage\";;\"keine\"", 0.0, "keine"),
    ];
    let headings = ["traeger.name", "aktenzeichen", ZIELWERT];
    workbook(&xlsx, |sheet| {
        sheet.write_row(0, 0, headings).unwrap();
        for (row, (format, number, _)) in (1..).zip(numbers) {
            sheet.write_string(row, 0, format!("Haus {row}")).unwrap();
            let format = Format::new().set_num_format(format);
            for column in [1, 2] {
                sheet.write_number_with_format(row, column, number, &format).unwrap();
            }
        }
    });
    let mut rows = vec![headings.map(text).to_vec()];
    for (index, (_, number, shown)) in numbers.iter().enumerate() {
        let number = || cell(&format!("office:value-type=\"float\" office:value=\"{number}\""), shown);
        rows.push(vec![text(&format!("Haus {}", index + 1)), number(), number()]);
    }
    ods(&file, &rows.iter().map(Vec::as_slice).collect::<Vec<_>>());
    for file in [copy(&xlsx, "Sheet1"), copy(&file, "Liste"), xlsx, file] {
        let all = over_base(Source::file(&file)).unwrap();
        for (row, (_, number, shown)) in numbers.iter().enumerate() {
            assert_eq!(at(&all, row, "/aktenzeichen"), shown, "{}", file.display());
            // A word is no number, and told to be none.
            if *shown != "keine" {
                assert_eq!(at(&all, row, ZIELWERT_AT), &json!(number.to_string()), "{shown} {}", file.display());
                assert_eq!(found(&all, row), [], "{shown} {}", file.display());
            }
        }
    }
}

#[test]
fn a_number_that_is_not_to_be_seen_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.xlsx");
    let cells = [("0", 177.39), ("#,##0,", 342_000.0), ("\"ja\";;\"nein\"", 1.0), ("0.0%", 0.80551), ("# ?/?", 0.5)];
    workbook(&file, |sheet| {
        sheet.write_row(0, 0, ["traeger.name", ZIELWERT]).unwrap();
        for (row, (format, number)) in (1..).zip(cells) {
            sheet.write_string(row, 0, format!("Haus {row}")).unwrap();
            sheet.write_number_with_format(row, 1, number, &Format::new().set_num_format(format)).unwrap();
        }
    });
    let all = over_base(Source::file(&file)).unwrap();
    let codes: Vec<_> = (0..cells.len()).map(|row| found(&all, row)[0].0).collect();
    assert_eq!(codes, ["shown_otherwise", "shown_otherwise", "shown_otherwise", "shown_otherwise", "format_unclear"]);
    assert_eq!((at(&all, 0, ZIELWERT_AT), at(&all, 4, ZIELWERT_AT)), (&json!("177.39"), &json!("0.5")));
}

#[test]
fn what_nobody_knows_to_be_shown_is_an_error_of_the_row() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.xlsx");
    let formats = ["# ?/?", "0.00E+00", "0000/00", "[$-409]d. mmmm", "dd.mm.yyyy"];
    workbook(&file, |sheet| {
        sheet.write_row(0, 0, ["traeger.name", "aktenzeichen"]).unwrap();
        for (row, format) in (1..).zip(formats) {
            sheet.write_string(row, 0, format!("Haus {row}")).unwrap();
            // The day before the first.
            let number = if format == "dd.mm.yyyy" { 0.0 } else { 46724.5 };
            sheet.write_number_with_format(row, 1, number, &Format::new().set_num_format(format)).unwrap();
        }
    });
    for file in [copy(&file, "Sheet1"), file] {
        let all = over_base(Source::file(&file)).unwrap();
        for row in 0..formats.len() {
            assert_eq!(found(&all, row), [("format_unclear", "aktenzeichen".to_owned())], "{}", file.display());
            assert_eq!(at(&all, row, "/aktenzeichen"), &Value::Null);
        }
    }
}

#[test]
fn a_text_has_what_its_format_adds() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.xlsx");
    workbook(&file, |sheet| {
        sheet.write_row(0, 0, ["traeger.name", "aktenzeichen"]).unwrap();
        sheet.write_string(1, 0, "Haus").unwrap();
        sheet.write_string_with_format(1, 1, "51-7", &Format::new().set_num_format("\"Az. \"@")).unwrap();
    });
    for file in [copy(&file, "Sheet1"), file] {
        assert_eq!(at(&over_base(Source::file(&file)).unwrap(), 0, "/aktenzeichen"), "Az. 51-7");
    }
}

/// Excel and LibreOffice keep fifteen digits.
#[test]
fn a_number_of_too_many_digits_is_an_error_where_a_text_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let xlsx = folder.path().join("liste.xlsx");
    let file = folder.path().join("liste.ods");
    workbook(&xlsx, |sheet| {
        sheet.write_row(0, 0, ["traeger.name", "aktenzeichen"]).unwrap();
        for (row, number) in (1..).zip([123_456_789_012_345.0, 1_234_567_890_123_456.0]) {
            sheet.write_string(row, 0, format!("Haus {row}")).unwrap();
            sheet.write_number_with_format(row, 1, number, &Format::new().set_num_format("0")).unwrap();
        }
    });
    let number = |digits: &str| cell(&format!("office:value-type=\"float\" office:value=\"{digits}\""), digits);
    let rows = ["123456789012345", "1234567890123456"].map(|digits| [text("Haus"), number(digits)]);
    ods(&file, &[&["traeger.name", "aktenzeichen"].map(text), &rows[0], &rows[1]]);
    for file in [xlsx, file] {
        let all = over_base(Source::file(&file)).unwrap();
        assert_eq!(at(&all, 0, "/aktenzeichen"), "123456789012345");
        assert_eq!(all.findings(), [(3, "number_too_long")], "{}", file.display());
    }
    // What Excel makes of it in CSV.
    let file = folder.path().join("liste.csv");
    fs::write(&file, "traeger.name;aktenzeichen\nA;1,23457E+15\nB;1E5\nC;7E-3-2\n").unwrap();
    assert_eq!(over_base(Source::file(&file)).unwrap().findings(), [(2, "number_too_long")]);
    // JSON has all of them, a program that calculates with them has not.
    let rows = [json!(1_234_567_890_123_456_789_u64), json!(-12), json!(1.5e20)];
    let rows = rows.map(|number| Ok(json!({"traeger.name": "Haus", "aktenzeichen": number})));
    let all = over_base(Source::rows(rows)).unwrap();
    assert_eq!(at(&all, 0, "/aktenzeichen"), "1234567890123456789");
    assert_eq!((at(&all, 1, "/aktenzeichen"), all.findings()), (&json!("-12"), vec![(3, "number_too_long")]));
}

#[test]
fn merged_cells_stay_merged_in_the_copy() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.xlsx");
    workbook(&file, |sheet| {
        sheet.write_row(0, 0, ["traeger.name", "aktenzeichen", "#Gruppe"]).unwrap();
        sheet.write_row(1, 0, ["A", "1"]).unwrap();
        sheet.write_row(2, 0, ["B", ""]).unwrap();
        sheet.merge_range(1, 1, 2, 1, "51-1", &Format::new()).unwrap();
        sheet.merge_range(1, 2, 2, 2, "Nord", &Format::new()).unwrap();
    });
    for file in [copy(&file, "Sheet1"), file] {
        let all = over_base(Source::file(&file)).unwrap();
        assert_eq!(all.findings(), [(3, "cell_merged")], "{}", file.display());
        // A note over several rows is one of each.
        let notes: Vec<_> =
            all.rows.iter().map(|row| row.content.as_ref().unwrap().remarks["#Gruppe"].clone()).collect();
        assert_eq!(notes, ["Nord", "Nord"]);
    }
}

#[test]
fn what_lies_below_a_merged_cell_is_not_read_and_told() {
    let folder = tempfile::tempdir().unwrap();
    let (xlsx, file) = (folder.path().join("liste.xlsx"), folder.path().join("liste.ods"));
    workbook(&xlsx, |sheet| {
        sheet.write_row(0, 0, ["traeger.name", "aktenzeichen", "angebot"]).unwrap();
        for (row, cells) in (1..).zip([["A", "1", "verdeckt"], ["B", "2", "x"], ["C", "verdeckt", "y"]]) {
            sheet.write_row(row, 0, cells).unwrap();
        }
    });
    rewritten(&xlsx, |name, text| match name {
        "xl/worksheets/sheet1.xml" => text.replace(
            "</sheetData>",
            "</sheetData><mergeCells count=\"2\"><mergeCell ref=\"B2:C2\"/><mergeCell ref=\"B3:B4\"/></mergeCells>",
        ),
        _ => text,
    });
    let hidden =
        "<table:covered-table-cell office:value-type=\"string\"><text:p>verdeckt</text:p></table:covered-table-cell>";
    let spanned = |rows: u8, columns: u8, shown: &str| {
        let spans = format!("table:number-rows-spanned=\"{rows}\" table:number-columns-spanned=\"{columns}\"");
        cell(&format!("{spans} office:value-type=\"string\""), shown)
    };
    ods(
        &file,
        &[
            &["traeger.name", "aktenzeichen", "angebot"].map(text),
            &[text("A"), spanned(1, 2, "1"), hidden.to_owned()],
            &[text("B"), spanned(2, 1, "2"), text("x")],
            &[text("C"), hidden.to_owned(), text("y")],
        ],
    );
    for file in [xlsx, file] {
        let all = over_base(Source::file(&file)).unwrap();
        assert_eq!(all.findings(), [(2, "cell_covered"), (4, "cell_merged")], "{}", file.display());
        assert_eq!((at(&all, 0, "/aktenzeichen"), at(&all, 0, "/angebot")), (&json!("1"), &Value::Null));
        assert_eq!((at(&all, 2, "/aktenzeichen"), at(&all, 2, "/angebot")), (&Value::Null, &json!("y")));
    }
}

#[test]
fn rows_that_are_not_to_be_seen_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let (xlsx, file) = (folder.path().join("liste.xlsx"), folder.path().join("liste.ods"));
    workbook(&xlsx, |sheet| {
        sheet.write_column(0, 0, ["traeger.name", "A", "B", "C"]).unwrap();
        sheet.set_row_hidden(2).unwrap();
        // An empty one says nothing.
        sheet.set_row_hidden(9).unwrap();
    });
    let row = |attribute: &str, name: &str| format!("<table:table-row{attribute}>{}</table:table-row>", text(name));
    let rows = [row("", "traeger.name"), row("", "A"), row(" table:visibility=\"filter\"", "B"), row("", "C")];
    content(&file, &format!("<table:table table:name=\"Liste\">{}</table:table>", rows.concat()));
    for file in [xlsx, file] {
        let all = over_base(Source::file(&file)).unwrap();
        assert_eq!(all.rows.len(), 3);
        let note = "Zeile 3: In der Tabelle ausgeblendet oder herausgefiltert; gelesen wird trotzdem.";
        assert_eq!(all.notes.last().map(String::as_str), Some(note), "{:?}", all.notes);
    }
}

#[test]
fn a_sheet_that_is_not_to_be_seen_is_not_the_list() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.xlsx");
    let mut workbook = Workbook::new();
    for (name, traeger) in [("Alt 2025", "Alt"), ("Neu 2027", "Neu"), ("Gemeinsam", "")] {
        let sheet = workbook.add_worksheet().set_name(name).unwrap();
        if traeger.is_empty() {
            sheet.write_row(0, 0, ["Wert", "Feld"]).unwrap();
            sheet.write_row(1, 0, ["51-1", "aktenzeichen"]).unwrap();
        } else {
            sheet.write_column(0, 0, ["traeger.name", traeger]).unwrap();
        }
        sheet.set_hidden(name != "Neu 2027").set_active(name == "Neu 2027");
    }
    workbook.save(&file).unwrap();
    let all = over_base(Source::file(&file)).unwrap();
    assert_eq!((at(&all, 0, "/traeger/name"), at(&all, 0, "/aktenzeichen")), (&json!("Neu"), &json!("51-1")));
    assert_eq!(all.notes[0], "Arbeitsmappe (XLSX), Tabellenblatt „Neu 2027“.");
    assert_eq!(all.notes[1], "Das Blatt „Gemeinsam“ ist ausgeblendet; es gilt trotzdem.");
    let all = over_base(Source::file(&file).sheet("Alt 2025")).unwrap();
    assert_eq!(all.notes[0], "Arbeitsmappe (XLSX), Tabellenblatt „Alt 2025“ (ausgeblendet).");
}

#[test]
fn a_value_for_all_that_is_merged_with_another_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.xlsx");
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("Liste").unwrap().write_column(0, 0, ["traeger.name", "A"]).unwrap();
    let sheet = workbook.add_worksheet().set_name("Gemeinsam").unwrap();
    sheet.write_row(0, 0, ["Wert", "Feld"]).unwrap();
    sheet.merge_range(1, 0, 3, 0, "51-1", &Format::new()).unwrap();
    sheet.write_column(1, 1, ["aktenzeichen", "angebot"]).unwrap();
    workbook.save(&file).unwrap();
    let Err(TableError::Shared(problems)) = over_base(Source::file(&file)) else { panic!() };
    let problems: Vec<_> = problems.iter().map(|(row, found)| (*row, found.finding.code)).collect();
    assert_eq!(problems, [(3, "cell_merged")]);
}

#[test]
fn an_error_that_nobody_knows_is_one_of_its_cell() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.xlsx");
    workbook(&file, |sheet| {
        sheet.write_row(0, 0, ["traeger.name", "aktenzeichen", "angebot"]).unwrap();
        sheet.write_row(1, 0, ["A", "1", "x"]).unwrap();
        sheet.write_row(2, 0, ["B", "", "y"]).unwrap();
        sheet.write_number(2, 1, 4711).unwrap();
        sheet.write_row(3, 0, ["C", "3", "z"]).unwrap();
    });
    let error = |text: String| text.replace("<c r=\"B3\"><v>4711</v>", "<c r=\"B3\" t=\"e\"><v>#SPILL!</v>");
    rewritten(&file, |_, text| error(text));
    let check = |file: &Path| {
        let all = over_base(Source::file(file)).unwrap();
        assert_eq!(all.findings(), [(3, "cell_error")]);
        assert_eq!(found(&all, 1), [("cell_error", "aktenzeichen".to_owned())]);
        assert_eq!((at(&all, 1, "/angebot"), at(&all, 2, "/aktenzeichen")), (&json!("y"), &json!("3")));
    };
    check(&file);
    // So it is beside numbers that are shown otherwise.
    workbook(&file, |sheet| {
        sheet.write_row(0, 0, ["traeger.name", "aktenzeichen", "angebot"]).unwrap();
        sheet.write_row(1, 0, ["A", "1", "x"]).unwrap();
        sheet.write_row(2, 0, ["B", "", "y"]).unwrap();
        sheet.write_number(2, 1, 4711).unwrap();
        sheet.write_string(3, 0, "C").unwrap();
        sheet.write_number_with_format(3, 1, 3, &Format::new().set_num_format("000")).unwrap();
    });
    rewritten(&file, |_, text| error(text));
    let all = over_base(Source::file(&file)).unwrap();
    assert_eq!((all.findings(), at(&all, 2, "/aktenzeichen")), (vec![(3, "cell_error")], &json!("003")));
}

#[test]
fn a_name_of_a_sheet_that_excel_does_not_take_is_another_in_the_copy() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.ods");
    let names = [
        "Entgeltvereinbarungen 2027 Landkreis Musterland",
        "Entgeltvereinbarungen 2027 Landkreis Beispielen",
        "&apos;Anhang&apos;",
        "History",
        "befunde",
        "&apos;file:///tmp/alt.ods&apos;#$Gemeinsam",
    ];
    let row = |cell: String| format!("<table:table-row>{cell}</table:table-row>");
    let rows = format!("{}{}", row(text("traeger.name")), row(text("A")));
    let tables = names.map(|name| format!("<table:table table:name=\"{name}\">{rows}</table:table>"));
    content(&file, &tables.concat());
    let copy = copy(&file, names[0]);
    assert_eq!(over_base(Source::file(&copy)).unwrap().rows.len(), 1);
    let mut list = String::new();
    rewritten(&copy, |_, text| text);
    let mut archive = zip::ZipArchive::new(fs::File::open(&copy).unwrap()).unwrap();
    std::io::Read::read_to_string(&mut archive.by_name("xl/workbook.xml").unwrap(), &mut list).unwrap();
    let found: Vec<&str> = list.split("<sheet name=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(
        found,
        [
            "Entgeltvereinbarungen 2027 Land",
            "Entgeltvereinbarungen 2027 (2)",
            "Anhang",
            "Blatt History",
            "befunde (2)",
            "Befunde",
        ]
    );
}
