//! A copy of a table in which what was found is marked: for those who keep the table.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, Read as _};
use std::path::Path;

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, Formula, Note, Url, Workbook, Worksheet, XlsxError,
};
use vereinbar::Severity;
use vereinbar::modell::Datum;
use vereinbar::system::reason;

use crate::TableError;
use crate::input::{Cell, MERGED, NO_RESULT, TablePlace, WholeSheet, format_for, sheets};
use crate::letters;
use crate::rows::FoundInRows;

/// The heading of the column: with `#`, so that the copy can be read as the table itself.
const COLUMN: &str = "#Befunde";
/// The sheet with a line for each finding.
const SHEET: &str = "Befunde";
/// As many characters a cell is filled with; one of Excel holds 32,767.
const MAX_CELL_CHARS: usize = 32_000;
/// More comments than this make a workbook slow; the cells are coloured all the same.
const MAX_NOTES: usize = 5_000;
/// As many lines the sheet with the findings has at most.
const MAX_LINES: u32 = 1_000_000;
/// As many links a sheet of Excel takes, about.
const MAX_LINKS: u32 = 60_000;

/// Whether the file is such a copy: a workbook whose last sheet holds findings. It may be
/// replaced by the next one, which nothing else may be by accident.
#[must_use]
pub fn is_marked(path: &Path) -> bool {
    /// No list of sheets is longer.
    const MAX_LIST_BYTES: u64 = 1 << 20;
    let names = || {
        let mut archive = zip::ZipArchive::new(BufReader::new(File::open(path).ok()?)).ok()?;
        let mut list = String::new();
        archive.by_name("xl/workbook.xml").ok()?.take(MAX_LIST_BYTES).read_to_string(&mut list).ok()?;
        Some(list)
    };
    names().is_some_and(|list| list.contains(&format!("name=\"{SHEET}\"")))
}

/// An XLSX copy of the table at `path`: every sheet with its values, what was found in a row
/// in a last column `#Befunde`, the cells coloured and commented, and a sheet `Befunde` with a
/// line for each finding. `place` is where the headings stand.
///
/// Values are copied, formulas and layout are not. The copy is read by
/// [`Source`](crate::Source) as the table itself is, so it may be corrected and taken.
///
/// # Errors
/// [`TableError`] when the file cannot be read any more, or does not fit into a workbook.
pub fn marked(path: &Path, place: &TablePlace, found: &[FoundInRows]) -> Result<Vec<u8>, TableError> {
    let sheets = sheets(path)?;
    write(sheets, place, found).map_err(|error| {
        let detail = match error {
            XlsxError::IoError(error) => reason(&error),
            _ => "Die Tabelle ist für eine Arbeitsmappe zu groß.".to_owned(),
        };
        TableError::no_table(path, format!("Die Abschrift mit den Befunden kann nicht entstehen. {detail}"))
    })
}

fn write(sheets: Vec<WholeSheet>, place: &TablePlace, found: &[FoundInRows]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // No clock.
    let created = ExcelDateTime::from_ymd(2026, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let looks = Looks::new();
    let mut table = None;
    let of_table = place.sheet.as_ref().or(sheets.first().map(|sheet| &sheet.name));
    let findings = if of_table.is_some_and(|name| name == SHEET) { "Befunde der Prüfung" } else { SHEET };
    let mut names = vec![findings.to_owned()];
    for (index, sheet) in sheets.into_iter().enumerate() {
        let is_table = place.sheet.as_ref().map_or(index == 0, |name| *name == sheet.name);
        // That of an earlier copy.
        if !is_table && sheet.name == SHEET {
            continue;
        }
        let mut written = Worksheet::new();
        let name = name_for_excel(&sheet.name, &names);
        written.set_name(&name)?;
        if is_table {
            mark(&mut written, &sheet, place, found, &looks)?;
            table = Some(name.clone());
        } else {
            for (row, column, cell) in &sheet.cells {
                put(&mut written, *row, *column, cell, &looks, None)?;
            }
            written.set_hidden(sheet.is_hidden);
        }
        workbook.push_worksheet(written);
        names.push(name);
    }
    if let Some(table) = table {
        workbook.push_worksheet(lines(findings, &table, found, &looks)?);
    }
    workbook.save_to_buffer()
}

/// A name that Excel takes, and that no other sheet has: LibreOffice has longer ones.
fn name_for_excel(name: &str, others: &[String]) -> String {
    const MAX_CHARS: usize = 31;
    let kept: String = name.chars().map(|c| if "[]:*?/\\".contains(c) { '-' } else { c }).collect();
    let kept = kept.trim_matches('\'').trim();
    // Excel has a sheet of its own of that name.
    let kept =
        if kept.is_empty() || kept.eq_ignore_ascii_case("history") { format!("Blatt {kept}") } else { kept.to_owned() };
    let cut = |chars: usize| -> String {
        // Of characters that Excel counts twice.
        let mut left = chars;
        kept.chars().take_while(|c| left.checked_sub(c.len_utf16()).map(|rest| left = rest).is_some()).collect()
    };
    let is_taken = |name: &String| others.iter().any(|other| other.to_lowercase() == name.to_lowercase());
    let numbered = |number: usize| {
        let end = format!(" ({number})");
        format!("{}{end}", cut(MAX_CHARS - end.len()).trim_end())
    };
    // One of them is not taken, since there are more than others.
    let numbered = (2..=others.len() + 1).map(numbered);
    std::iter::once(cut(MAX_CHARS)).chain(numbered).find(|name| !is_taken(name)).unwrap_or_default()
}

/// How cells look.
struct Looks {
    heading: Format,
    text: Format,
    date: Format,
    plain: Format,
    link: Format,
}

impl Looks {
    fn new() -> Self {
        let top = || Format::new().set_align(FormatAlign::Top);
        Self {
            heading: top().set_bold().set_background_color("DDE6EC").set_text_wrap(),
            text: top().set_num_format("@").set_text_wrap(),
            date: top().set_num_format("dd.mm.yyyy"),
            plain: top(),
            link: top().set_font_color("0B5394").set_underline(rust_xlsxwriter::FormatUnderline::Single),
        }
    }
}

/// Light enough for black text to be read on it; told apart by words, too.
const fn color(severity: Severity) -> Color {
    match severity {
        Severity::Error => Color::RGB(0x00F4_B6B6),
        Severity::Warning => Color::RGB(0x00FF_E699),
        Severity::Hint => Color::RGB(0x00D6_E4F0),
    }
}

/// What was found in one row or cell: the worst of it, and all of it in words.
struct Said {
    worst: Severity,
    lines: Vec<String>,
}

impl Said {
    fn add(said: &mut Option<Self>, severity: Severity, line: String) {
        let said = said.get_or_insert_with(|| Self { worst: severity, lines: Vec::new() });
        said.worst = said.worst.max(severity);
        said.lines.push(line);
    }

    fn text(&self) -> String {
        let text = self.lines.join("\n");
        if text.chars().count() <= MAX_CELL_CHARS {
            return text;
        }
        let cut: String = text.chars().take(MAX_CELL_CHARS).collect();
        format!("{cut} … Alles steht im Blatt „{SHEET}“.")
    }
}

fn mark(
    sheet: &mut Worksheet,
    whole: &WholeSheet,
    place: &TablePlace,
    found: &[FoundInRows],
    looks: &Looks,
) -> Result<(), XlsxError> {
    let header_row = u32::try_from(place.header_row.saturating_sub(1)).unwrap_or_default();
    let is_ours =
        |row: u32, cell: &Cell| row == header_row && matches!(cell, Cell::Text(text) if text.trim() == COLUMN);
    let earlier = whole.cells.iter().find(|(row, _, cell)| is_ours(*row, cell)).map(|(_, column, _)| *column);
    let last = whole.cells.iter().map(|(_, column, _)| *column).max();
    let own = earlier.unwrap_or_else(|| last.map_or(0, |column| column.saturating_add(1)));

    let mut of_rows: BTreeMap<u32, Option<Said>> = BTreeMap::new();
    let mut of_cells: BTreeMap<(u32, u16), Option<Said>> = BTreeMap::new();
    for one in found {
        let finding = &one.found.finding;
        let said = [finding.message.as_str(), &finding.remedy].join(" ");
        let word = finding.severity.bezeichnung();
        let line = match one.found.column_text() {
            Some(column) => format!("{word}, {column}: {said}"),
            None if finding.place.is_empty() => format!("{word}: {said}"),
            None => format!("{word}, {}: {said}", finding.place),
        };
        let column = one.found.letter.as_deref().and_then(letters::index).and_then(|index| u16::try_from(index).ok());
        for row in one.rows.iter().filter_map(|row| u32::try_from(row.saturating_sub(1)).ok()) {
            Said::add(of_rows.entry(row).or_default(), finding.severity, line.clone());
            if let Some(column) = column {
                Said::add(of_cells.entry((row, column)).or_default(), finding.severity, format!("{word}: {said}"));
            }
        }
    }

    for (row, column, cell) in
        whole.cells.iter().filter(|(row, column, _)| Some(*column) != earlier || *row < header_row)
    {
        let severity = of_cells.get(&(*row, *column)).and_then(|said| Some(said.as_ref()?.worst));
        if *row == header_row {
            put(sheet, *row, *column, cell, &Looks { text: looks.heading.clone(), ..Looks::new() }, None)?;
            sheet.set_column_width(*column, width(cell))?;
        } else {
            put(sheet, *row, *column, cell, looks, severity)?;
        }
    }
    let filled: std::collections::BTreeSet<(u32, u16)> =
        whole.cells.iter().map(|(row, column, _)| (*row, *column)).collect();
    for (index, ((row, column), said)) in of_cells.iter().enumerate() {
        let Some(said) = said else { continue };
        if !filled.contains(&(*row, *column)) {
            sheet.write_blank(*row, *column, &looks.text.clone().set_background_color(color(said.worst)))?;
        }
        if index < MAX_NOTES {
            let note = Note::new(said.text()).add_author_prefix(false).set_width(320).set_height(120);
            sheet.insert_note(*row, *column, &note)?;
        }
    }
    sheet.write_string_with_format(header_row, own, COLUMN, &looks.heading)?;
    sheet.set_column_width(own, 80)?;
    for (row, said) in &of_rows {
        let Some(said) = said else { continue };
        let format = looks.text.clone().set_background_color(color(said.worst));
        sheet.write_string_with_format(*row, own, said.text(), &format)?;
    }
    sheet.set_freeze_panes(header_row + 1, 0)?;
    let end = whole.cells.iter().map(|(row, ..)| *row).max().unwrap_or(header_row).max(header_row);
    // So that the rows with findings can be chosen.
    sheet.autofilter(header_row, 0, end, own)?;
    Ok(())
}

fn put(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    looks: &Looks,
    severity: Option<Severity>,
) -> Result<(), XlsxError> {
    let with = |format: &Format| match severity {
        Some(severity) => format.clone().set_background_color(color(severity)),
        None => format.clone(),
    };
    match cell {
        Cell::Empty | Cell::Covered => {}
        Cell::Merged(says) => {
            sheet.write_string_with_format(row, column, format!("{MERGED}{says}"), &with(&looks.text))?;
        }
        Cell::Text(text) => {
            sheet.write_string_with_format(row, column, text, &with(&looks.text))?;
        }
        Cell::Number(number) => {
            sheet.write_number_with_format(row, column, *number, &with(&looks.plain))?;
        }
        Cell::Date(datum) => {
            sheet.write_datetime_with_format(row, column, &day(*datum)?, &with(&looks.date))?;
        }
        // As it was shown, so that it is read as what it was.
        Cell::Shown(number, _) | Cell::Percent(number, _) | Cell::Unclear(number) => match format_for(cell) {
            Some(code) => {
                let format = looks.plain.clone().set_num_format(code);
                sheet.write_number_with_format(row, column, *number, &with(&format))?;
            }
            None => drop(sheet.write_string_with_format(row, column, cell.text(), &with(&looks.text))?),
        },
        Cell::Period(datum, shown) => match format_for(cell) {
            Some(code) => {
                let format = looks.plain.clone().set_num_format(code);
                sheet.write_datetime_with_format(row, column, &day(*datum)?, &with(&format))?;
            }
            None => drop(sheet.write_string_with_format(row, column, shown, &with(&looks.text))?),
        },
        Cell::Bool(is_true) => {
            sheet.write_boolean_with_format(row, column, *is_true, &with(&looks.plain))?;
        }
        // Excel would calculate another one anew, and write an error for it.
        Cell::NoResult => {
            sheet.write_string_with_format(row, column, NO_RESULT, &with(&looks.text))?;
        }
        // An error stays one, so that nobody reads it as a text.
        Cell::Error => {
            sheet.write_formula_with_format(
                row,
                column,
                Formula::new("=NA()").set_result("#N/A"),
                &with(&looks.plain),
            )?;
        }
    }
    Ok(())
}

fn day(datum: Datum) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::from_ymd(u16::try_from(datum.year()).unwrap_or(1900), datum.month(), datum.day())
}

fn width(heading: &Cell) -> f64 {
    match heading {
        Cell::Text(text) => {
            let longest = text.chars().count().clamp(12, 40);
            #[expect(clippy::cast_precision_loss, reason = "at most 40")]
            let width = longest as f64 + 2.0;
            width
        }
        _ => 12.0,
    }
}

/// A line for each finding of each row, with a link to its cell.
fn lines(name: &str, table: &str, found: &[FoundInRows], looks: &Looks) -> Result<Worksheet, XlsxError> {
    const HEADINGS: [(&str, f64); 8] = [
        ("Zeile", 8.0),
        ("Spalte", 8.0),
        ("Überschrift", 32.0),
        ("Gewicht", 10.0),
        ("Stelle", 40.0),
        ("Befund", 60.0),
        ("Abhilfe", 60.0),
        ("Code", 28.0),
    ];
    let mut sheet = Worksheet::new();
    sheet.set_name(name)?;
    for (column, (heading, width)) in (0_u16..).zip(HEADINGS) {
        sheet.write_string_with_format(0, column, heading, &looks.heading)?;
        sheet.set_column_width(column, width)?;
    }
    let mut places: Vec<(usize, &FoundInRows)> =
        found.iter().flat_map(|one| one.rows.iter().map(move |row| (*row, one))).collect();
    // The order within a row stays.
    places.sort_by_key(|(row, _)| *row);
    let mut line = 0;
    for (row, one) in places.into_iter().take(MAX_LINES as usize) {
        line += 1;
        let finding = &one.found.finding;
        let letter = one.found.letter.as_deref().unwrap_or_default();
        let cell = format!("{}{row}", if letter.is_empty() { "A" } else { letter });
        let number = row.to_string();
        let target = Url::new(format!("internal:'{}'!{cell}", table.replace('\'', "''"))).set_text(&number);
        if line <= MAX_LINKS {
            sheet.write_url_with_format(line, 0, target, &looks.link)?;
        } else {
            sheet.write_string_with_format(line, 0, number, &looks.plain)?;
        }
        let texts = [
            letter,
            one.found.column.as_deref().unwrap_or_default(),
            finding.severity.bezeichnung(),
            &finding.place,
            &finding.message,
            &finding.remedy,
            finding.code,
        ];
        for (column, text) in (1_u16..).zip(texts) {
            sheet.write_string_with_format(line, column, text, &looks.text)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofilter(0, 0, line, 7)?;
    Ok(sheet)
}
