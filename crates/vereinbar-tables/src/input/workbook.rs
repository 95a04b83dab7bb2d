//! Workbooks: XLSX of Excel, ODS of LibreOffice.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use calamine::{Data, DataRef, ExcelDateTime, Ods, Reader as _, Xlsx, XlsxCellFormulaMetadataRecord, open_workbook};

use super::cell::Cell;
use super::headed::{Headed, no_headings, row_too_wide};
use super::measured::{Damaged, measured};
use super::merged::Merged;
use super::record::{Choice, RecordSink};
use super::side::{GEMEINSAM, MAX_SIDE_COLUMNS, MAX_SIDE_ROWS, SPALTEN, SideRow, SideSheets, list_sheet};
use crate::TableError;
use crate::letters::MAX_COLUMNS;

/// Whose workbook it is.
pub(super) enum BookKind {
    Excel,
    /// Whether cells reach over several rows.
    Ods {
        spans_rows: bool,
    },
}

const SPANS_ROWS: &str = "In der Arbeitsmappe sind Zellen über mehrere Zeilen verbunden; ihr Wert gilt nur für die erste. \
                          Heben Sie die Verbindungen auf, und füllen Sie jede Zelle aus.";

pub(super) fn read<S: RecordSink>(path: &Path, choice: Choice<'_>, sink: &mut S) -> Result<(), S::Error> {
    let has_headings = match kind(path)? {
        BookKind::Excel => excel(path, choice, sink)?,
        BookKind::Ods { spans_rows } => {
            if spans_rows {
                sink.note(SPANS_ROWS.to_owned());
            }
            ods(path, choice, sink)?
        }
    };
    if has_headings {
        Ok(())
    } else {
        Err(TableError::no_table(path, no_headings("Das Tabellenblatt", choice.header_row)).into())
    }
}

/// Tells it by what the file holds, which unpacks to no more than can be read.
pub(super) fn kind(path: &Path) -> Result<BookKind, TableError> {
    let file = File::open(path).map_err(|error| TableError::unreadable(path, error))?;
    let mut archive = zip::ZipArchive::new(BufReader::new(file)).map_err(|_| damaged(path))?;
    let measured = measured(&mut archive).map_err(|Damaged| damaged(path))?;
    if !measured.is_small {
        return Err(TableError::no_table(path, "Die Arbeitsmappe ist zu groß. Teilen Sie sie auf."));
    }
    let is_excel = archive.file_names().any(|name| name == "xl/workbook.xml");
    let is_ods = archive.file_names().any(|name| name == "content.xml");
    if is_excel {
        Ok(BookKind::Excel)
    } else if is_ods {
        Ok(BookKind::Ods { spans_rows: measured.spans_rows })
    } else {
        const NO_BOOK: &str = "Das ist ein ZIP-Archiv, aber keine Arbeitsmappe. Gelesen werden XLSX und ODS.";
        Err(TableError::no_table(path, NO_BOOK))
    }
}

/// Cell by cell, so that a long table is not in memory as a whole.
fn excel<S: RecordSink>(path: &Path, choice: Choice<'_>, sink: &mut S) -> Result<bool, S::Error> {
    let mut workbook: Xlsx<_> = open_workbook(path).map_err(|_| damaged(path))?;
    let name = choose(path, &workbook.sheet_names(), choice.sheet)?;
    sink.note(format!("Arbeitsmappe (XLSX), Tabellenblatt „{name}“."));
    let sides = sides(&name, &workbook.sheet_names(), |side| excel_rows(path, &mut workbook, side))?;
    sink.side_sheets(sides)?;
    let mut merged = Merged::new(workbook.merge_cells_by_sheet_name(&name).map_err(|_| damaged(path))?);
    let mut cells = workbook.worksheet_cells_reader(&name).map_err(|_| damaged(path))?;
    let mut table = Headed::new(choice.header_row, sink).of_sheet(&name);
    let mut row: (u32, Vec<Cell>) = (0, Vec::new());
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|_| damaged(path))? {
        let (number, column) = cell.pos;
        if number != row.0 {
            merged.cover(row.0, &mut row.1);
            let finished = std::mem::replace(&mut row, (number, Vec::new()));
            if table.row(finished.0 as usize + 1, finished.1)?.is_break() {
                return Ok(true);
            }
        }
        put(&mut row.1, column, from_excel(&cell), MAX_COLUMNS).map_err(|TooWide| too_wide(path, number as usize))?;
    }
    merged.cover(row.0, &mut row.1);
    if table.row(row.0 as usize + 1, row.1)?.is_break() {
        return Ok(true);
    }
    table.end()
}

fn ods<S: RecordSink>(path: &Path, choice: Choice<'_>, sink: &mut S) -> Result<bool, S::Error> {
    let mut workbook: Ods<_> = open_workbook(path).map_err(|_| damaged(path))?;
    let name = choose(path, &workbook.sheet_names(), choice.sheet)?;
    sink.note(format!("Arbeitsmappe (ODS), Tabellenblatt „{name}“."));
    let sides = sides(&name, &workbook.sheet_names(), |side| ods_rows(path, &mut workbook, side))?;
    sink.side_sheets(sides)?;
    let range = workbook.worksheet_range(&name).map_err(|_| damaged(path))?;
    let (first_row, first_column) = range.start().unwrap_or_default();
    let mut table = Headed::new(choice.header_row, sink).of_sheet(&name);
    for (index, values) in range.rows().enumerate() {
        let mut cells = Vec::new();
        for (column, value) in (first_column..).zip(values) {
            put(&mut cells, column, from_ods(value), MAX_COLUMNS)
                .map_err(|TooWide| too_wide(path, first_row as usize + index))?;
        }
        if table.row(first_row as usize + index + 1, cells)?.is_break() {
            return Ok(true);
        }
    }
    table.end()
}

/// The sheets beside the list, read by `rows`.
fn sides(
    list: &str,
    sheets: &[String],
    mut rows: impl FnMut(&str) -> Result<Vec<SideRow>, TableError>,
) -> Result<SideSheets, TableError> {
    let mut side = |name: &str| {
        let is_there = name != list && sheets.iter().any(|sheet| sheet == name);
        if is_there { rows(name) } else { Ok(Vec::new()) }
    };
    Ok(SideSheets { shared: side(GEMEINSAM)?, mapping: side(SPALTEN)? })
}

fn excel_rows(path: &Path, workbook: &mut Xlsx<BufReader<File>>, sheet: &str) -> Result<Vec<SideRow>, TableError> {
    let mut cells = workbook.worksheet_cells_reader(sheet).map_err(|_| damaged(path))?;
    let mut rows: Vec<SideRow> = Vec::new();
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|_| damaged(path))? {
        let (number, column) = cell.pos;
        let number = number as usize + 1;
        if rows.last().is_none_or(|row| row.number != number) {
            if rows.len() == MAX_SIDE_ROWS {
                return Err(side_too_long(path, sheet));
            }
            rows.push(SideRow { number, cells: Vec::new() });
        }
        if let Some(row) = rows.last_mut() {
            // What stands far beside is no part of the form.
            let _ = put(&mut row.cells, column, from_excel(&cell), MAX_SIDE_COLUMNS);
        }
    }
    Ok(rows)
}

fn ods_rows(path: &Path, workbook: &mut Ods<BufReader<File>>, sheet: &str) -> Result<Vec<SideRow>, TableError> {
    let range = workbook.worksheet_range(sheet).map_err(|_| damaged(path))?;
    let (first_row, first_column) = range.start().unwrap_or_default();
    let row = |(index, values): (usize, &[Data])| {
        let mut cells = Vec::new();
        for (column, value) in (first_column..).zip(values) {
            let _ = put(&mut cells, column, from_ods(value), MAX_SIDE_COLUMNS);
        }
        SideRow { number: first_row as usize + index + 1, cells }
    };
    if range.height() > MAX_SIDE_ROWS {
        return Err(side_too_long(path, sheet));
    }
    Ok(range.rows().enumerate().map(row).collect())
}

fn choose(path: &Path, sheets: &[String], wanted: Option<&str>) -> Result<String, TableError> {
    let found = match wanted {
        None => list_sheet(sheets),
        Some(name) => sheets.iter().find(|sheet| *sheet == name),
    };
    found.cloned().ok_or_else(|| {
        TableError::no_table(
            path,
            format!("Dieses Tabellenblatt gibt es nicht. Vorhanden sind: {}.", sheets.join(", ")),
        )
    })
}

/// A cell stands in a column that is not read.
struct TooWide;

/// Puts a cell into its column; what is left out before it is empty.
fn put(cells: &mut Vec<Cell>, column: u32, cell: Cell, columns: usize) -> Result<(), TooWide> {
    let column = column as usize;
    if cell == Cell::Empty {
        return Ok(());
    }
    if column >= columns {
        return Err(TooWide);
    }
    cells.resize(cells.len().max(column + 1), Cell::Empty);
    if let Some(place) = cells.get_mut(column) {
        *place = cell;
    }
    Ok(())
}

fn side_too_long(path: &Path, sheet: &str) -> TableError {
    TableError::no_table(
        path,
        format!("Das Blatt „{sheet}“ hat mehr als {MAX_SIDE_ROWS} Zeilen. Streichen Sie die überzähligen."),
    )
}

/// A row, counted from 0, has more columns than a spreadsheet shows.
fn too_wide(path: &Path, row: usize) -> TableError {
    TableError::no_table(path, row_too_wide(row + 1))
}

/// Of a formula, what Excel has calculated and kept. A program that only writes workbooks
/// leaves that out; an empty result is a text.
pub(super) fn from_excel(cell: &XlsxCellFormulaMetadataRecord<'_>) -> Cell {
    match &cell.value {
        DataRef::Int(number) => number_of(*number),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::String(text) | DataRef::DurationIso(text) => text_of(text),
        DataRef::SharedString(text) => text_of(text),
        DataRef::Bool(is_true) => bool_of(*is_true),
        DataRef::DateTime(date) => date_of(*date),
        DataRef::DateTimeIso(text) => iso_of(text),
        DataRef::Error(_) => Cell::Error,
        DataRef::Empty if cell.formula.is_some() => Cell::NoResult,
        DataRef::Empty => Cell::Empty,
    }
}

pub(super) fn from_ods(value: &Data) -> Cell {
    match value {
        Data::Int(number) => number_of(*number),
        Data::Float(number) => Cell::Number(*number),
        Data::String(text) | Data::DurationIso(text) => text_of(text),
        Data::Bool(is_true) => bool_of(*is_true),
        Data::DateTime(date) => date_of(*date),
        Data::DateTimeIso(text) => iso_of(text),
        Data::Error(_) => Cell::Error,
        Data::Empty => Cell::Empty,
    }
}

#[expect(clippy::cast_precision_loss, reason = "Excel itself holds no more than 15 digits")]
fn number_of(number: i64) -> Cell {
    Cell::Number(number as f64)
}

fn text_of(text: &str) -> Cell {
    // How XLSX writes a carriage return.
    Cell::of_text(text.replace("_x000D_", ""))
}

fn bool_of(is_true: bool) -> Cell {
    Cell::Text(if is_true { "WAHR" } else { "FALSCH" }.to_owned())
}

fn date_of(date: ExcelDateTime) -> Cell {
    if date.is_duration() {
        return Cell::Number(date.as_f64());
    }
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    day_of(&format!("{year:04}-{month:02}-{day:02}"))
}

fn iso_of(text: &str) -> Cell {
    // Without the time of day.
    day_of(text.split('T').next().unwrap_or_default())
}

/// What is no day of an agreement stays as it is, for `parse` to find.
fn day_of(iso: &str) -> Cell {
    iso.parse().map_or_else(|_| Cell::Text(iso.to_owned()), Cell::Date)
}

pub(super) fn damaged(path: &Path) -> TableError {
    TableError::no_table(path, "Die Arbeitsmappe ist beschädigt oder mit einem Kennwort geschützt.")
}
