//! Workbooks: XLSX of Excel, ODS of LibreOffice.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use calamine::Dimensions;

use super::cell::Cell;
use super::excel::{Excel, ExcelRows};
use super::headed::{Headed, no_headings, row_too_wide};
use super::measured::is_small;
use super::merged::Merged;
use super::ods::{Ods, OdsRows};
use super::record::{Choice, RecordSink};
use super::sheet::{Damaged, SheetName, SheetRow};
use super::side::{
    GEMEINSAM, MAX_SIDE_COLUMNS, MAX_SIDE_ROWS, SPALTEN, SideRow, SideSheets, list_sheet, not_read, sheet_named,
};
use crate::TableError;
use crate::letters::MAX_COLUMNS;

/// An open workbook.
pub(super) enum Workbook {
    Excel(Box<Excel>),
    Ods(Ods),
}

impl Workbook {
    /// Tells whose it is by what the file holds, which unpacks to no more than can be read.
    pub(super) fn open(path: &Path) -> Result<Self, TableError> {
        let file = File::open(path).map_err(|error| TableError::unreadable(path, error))?;
        let mut archive = zip::ZipArchive::new(BufReader::new(file)).map_err(|_| damaged(path))?;
        if !is_small(&mut archive).map_err(|Damaged| damaged(path))? {
            return Err(TableError::no_table(path, "Die Arbeitsmappe ist zu groß. Teilen Sie sie auf."));
        }
        let is_excel = archive.file_names().any(|name| name == "xl/workbook.xml");
        let is_ods = archive.file_names().any(|name| name == "content.xml");
        let opened = if is_excel {
            Excel::open(path).map(|book| Self::Excel(Box::new(book)))
        } else if is_ods {
            Ods::open(path).map(Self::Ods)
        } else {
            const NO_BOOK: &str = "Das ist ein ZIP-Archiv, aber keine Arbeitsmappe. Gelesen werden XLSX und ODS.";
            return Err(TableError::no_table(path, NO_BOOK));
        };
        opened.map_err(|Damaged| damaged(path))
    }

    const fn format(&self) -> &'static str {
        match self {
            Self::Excel(_) => "XLSX",
            Self::Ods(_) => "ODS",
        }
    }

    pub(super) fn sheets(&self) -> Vec<SheetName> {
        match self {
            Self::Excel(book) => book.sheets(),
            Self::Ods(book) => book.sheets().to_vec(),
        }
    }

    /// What the cells of a sheet that are merged cover, where not its rows say so.
    fn merged(&mut self, sheet: &str) -> Result<Vec<Dimensions>, Damaged> {
        match self {
            Self::Excel(book) => book.merged(sheet),
            Self::Ods(_) => Ok(Vec::new()),
        }
    }

    pub(super) fn rows(&mut self, sheet: &str) -> Result<Rows<'_>, Damaged> {
        Ok(match self {
            Self::Excel(book) => book.rows(sheet)?.map_or(Rows::None, |rows| Rows::Excel(Box::new(rows))),
            Self::Ods(book) => Rows::Ods(Box::new(book.rows(sheet)?)),
        })
    }
}

/// The rows of a sheet that say something.
pub(super) enum Rows<'a> {
    Excel(Box<ExcelRows<'a>>),
    Ods(Box<OdsRows<'a>>),
    /// A chart has none.
    None,
}

impl Rows<'_> {
    pub(super) fn next(&mut self) -> Result<Option<SheetRow>, Damaged> {
        match self {
            Self::Excel(rows) => rows.next(),
            Self::Ods(rows) => rows.next(),
            Self::None => Ok(None),
        }
    }
}

/// Row by row, so that a long table is not in memory as a whole.
pub(super) fn read<S: RecordSink>(path: &Path, choice: Choice<'_>, sink: &mut S) -> Result<(), S::Error> {
    let damaged = |_: Damaged| damaged(path);
    let mut book = Workbook::open(path)?;
    let names: Vec<String> = book.sheets().into_iter().map(|sheet| sheet.name).collect();
    let name = choose(path, &names, choice.sheet)?;
    sink.note(format!("Arbeitsmappe ({}), Tabellenblatt „{name}“.", book.format()));
    let (sides, notes) = sides(&name, &names, |side| side_rows(path, &mut book, side))?;
    for note in notes {
        sink.note(note);
    }
    sink.side_sheets(sides)?;
    let mut merged = Merged::new(book.merged(&name).map_err(damaged)?);
    let mut table = Headed::new(choice.header_row, sink).of_sheet(&name);
    let mut rows = book.rows(&name).map_err(damaged)?;
    let mut is_over = false;
    while let Some(row) = rows.next().map_err(damaged)? {
        let number = row.number as usize;
        let mut cells = Vec::new();
        for (column, cell) in row.cells {
            put(&mut cells, column, cell, MAX_COLUMNS).map_err(|TooWide| too_wide(path, number))?;
        }
        merged.add(row.merged);
        merged.cover(row.number, &mut cells);
        is_over = table.row(number + 1, cells)?.is_break();
        if is_over {
            break;
        }
    }
    if is_over || table.end()? {
        Ok(())
    } else {
        Err(TableError::no_table(path, no_headings("Das Tabellenblatt", choice.header_row)).into())
    }
}

/// The sheets beside the list, read by `rows`; and what there is to say of others.
fn sides(
    list: &str,
    sheets: &[String],
    mut rows: impl FnMut(&str) -> Result<Vec<SideRow>, TableError>,
) -> Result<(SideSheets, Vec<String>), TableError> {
    let named = [GEMEINSAM, SPALTEN].map(|name| sheet_named(sheets, name).filter(|sheet| *sheet != list));
    let read: Vec<&String> = named.iter().copied().flatten().collect();
    let notes = not_read(list, &read, sheets);
    let [shared, mapping] = named.map(|sheet| sheet.map_or_else(|| Ok(Vec::new()), |sheet| rows(sheet)));
    Ok((SideSheets { shared: shared?, mapping: mapping? }, notes))
}

fn side_rows(path: &Path, book: &mut Workbook, sheet: &str) -> Result<Vec<SideRow>, TableError> {
    let damaged = |_: Damaged| damaged(path);
    let mut rows = book.rows(sheet).map_err(damaged)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next().map_err(damaged)? {
        if found.len() == MAX_SIDE_ROWS {
            return Err(side_too_long(path, sheet));
        }
        let mut cells = Vec::new();
        for (column, cell) in row.cells {
            // What stands far beside is no part of the form.
            let _ = put(&mut cells, column, cell, MAX_SIDE_COLUMNS);
        }
        found.push(SideRow { number: row.number as usize + 1, cells });
    }
    Ok(found)
}

fn choose(path: &Path, sheets: &[String], wanted: Option<&str>) -> Result<String, TableError> {
    let found = match wanted {
        None => list_sheet(sheets),
        Some(name) => sheet_named(sheets, name),
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

pub(super) fn damaged(path: &Path) -> TableError {
    TableError::no_table(path, "Die Arbeitsmappe ist beschädigt oder mit einem Kennwort geschützt.")
}
