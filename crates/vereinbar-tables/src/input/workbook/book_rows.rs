//! The rows of a workbook's list, and those of the sheets beside it.

use std::path::Path;

use super::merged::Merged;
use super::open_book::{Workbook, damaged};
use super::sheet_row::Damaged;
use crate::TableError;
use crate::input::cell::Cell;
use crate::input::headed::{Headed, no_headings, row_too_wide};
use crate::input::record::{Choice, RecordSink};
use crate::input::side::{
    GEMEINSAM, MAX_SIDE_COLUMNS, MAX_SIDE_ROWS, SPALTEN, SideRow, SideSheets, list_sheet, not_read, sheet_named,
};
use crate::letters::MAX_COLUMNS;

/// Row by row, so that a long table is not in memory as a whole.
pub(in crate::input) fn read<S: RecordSink>(path: &Path, choice: Choice<'_>, sink: &mut S) -> Result<(), S::Error> {
    let damaged = |_: Damaged| damaged(path);
    let Some(mut book) = Workbook::open(path, &|| sink.is_interrupted())? else { return Ok(()) };
    let sheets = book.sheets();
    let visible: Vec<String> = sheets.iter().filter(|sheet| !sheet.is_hidden).map(|sheet| sheet.name.clone()).collect();
    let names: Vec<String> = sheets.into_iter().map(|sheet| sheet.name).collect();
    let name = choose(path, &visible, &names, choice.sheet)?;
    let hidden = |sheet: &String| if visible.contains(sheet) { "" } else { " (ausgeblendet)" };
    sink.note(format!("Arbeitsmappe ({}), Tabellenblatt „{name}“{}.", book.format(), hidden(&name)));
    let (sides, notes) = sides(&name, &names, |side| side_rows(path, &mut book, side))?;
    let unseen = [GEMEINSAM, SPALTEN].into_iter().filter_map(|sheet| sheet_named(&names, sheet));
    for sheet in unseen.filter(|sheet| **sheet != name && !visible.contains(sheet)) {
        sink.note(format!("Das Blatt „{sheet}“ ist ausgeblendet; es gilt trotzdem."));
    }
    for note in notes {
        sink.note(note);
    }
    sink.side_sheets(sides)?;
    let mut merged = Merged::new(book.merged(&name).map_err(damaged)?);
    let mut table = Headed::new(choice.header_row, sink).of_sheet(&name);
    let mut rows = book.rows(&name).map_err(damaged)?;
    let mut is_over = false;
    let mut unseen = Vec::new();
    while let Some(row) = rows.next().map_err(damaged)? {
        let number = row.number as usize;
        let mut cells = Vec::new();
        for (column, cell) in row.cells {
            put(&mut cells, column, cell, MAX_COLUMNS).map_err(|TooWide| too_wide(path, number))?;
        }
        merged.add(row.merged);
        merged.cover(row.number, &mut cells).map_err(damaged)?;
        if row.is_hidden && !cells.iter().all(Cell::is_empty) {
            unseen.push(number + 1);
        }
        is_over = table.row(number + 1, cells)?.is_break();
        if is_over {
            break;
        }
    }
    if is_over || table.end()? {
        if !unseen.is_empty() {
            sink.unseen(&unseen);
        }
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
    let mut merged = Merged::new(book.merged(sheet).map_err(damaged)?);
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
        merged.add(row.merged);
        merged.cover(row.number, &mut cells).map_err(damaged)?;
        found.push(SideRow { number: row.number as usize + 1, cells });
    }
    Ok(found)
}

fn choose(path: &Path, visible: &[String], sheets: &[String], wanted: Option<&str>) -> Result<String, TableError> {
    let found = match wanted {
        None => list_sheet(visible, sheets),
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
pub(in crate::input) struct TooWide;

/// Puts a cell into its column; what is left out before it is empty.
pub(in crate::input) fn put(cells: &mut Vec<Cell>, column: u32, cell: Cell, columns: usize) -> Result<(), TooWide> {
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
