//! A table file as a whole, with all its sheets: for a copy of it.

use std::path::Path;

use super::by_kind::{self, ZIP};
use super::cell::Cell;
use super::workbook::{Damaged, Merged, SheetName, Workbook};
use super::{csv, workbook};
use crate::TableError;
use crate::letters::MAX_COLUMNS;

/// What a file without sheets is called as one.
const ONLY_SHEET: &str = "Liste";

/// So much text all cells may have, those among them that share one.
const MAX_TEXT_BYTES: usize = 512 << 20;

/// A sheet, with rows and columns counted from 0.
pub(crate) struct WholeSheet {
    pub(crate) name: String,
    pub(crate) is_hidden: bool,
    pub(crate) cells: Vec<(u32, u16, Cell)>,
}

/// Reads every sheet. The file was read as a table before, so its limits are kept.
pub(crate) fn sheets(path: &Path) -> Result<Vec<WholeSheet>, TableError> {
    let damaged = |_: Damaged| workbook::damaged(path);
    if !by_kind::start(path)?.starts_with(ZIP) {
        return Ok(vec![csv_sheet(path)?]);
    }
    let Some(mut book) = Workbook::open(path, &|| false)? else { return Ok(Vec::new()) };
    let mut sheets = Vec::new();
    let mut room = MAX_TEXT_BYTES;
    for SheetName { name, is_hidden } in book.sheets() {
        let mut cells = Vec::new();
        let mut merged = Merged::new(book.merged(&name).map_err(damaged)?);
        let mut rows = book.rows(&name).map_err(damaged)?;
        while let Some(row) = rows.next().map_err(damaged)? {
            let number = row.number;
            merged.add(row.merged);
            // What stands too far to the right is in no sheet.
            let mut placed = Vec::new();
            for (column, cell) in row.cells {
                let _ = workbook::put(&mut placed, column, cell, MAX_COLUMNS);
            }
            merged.cover(number, &mut placed).map_err(damaged)?;
            for (column, cell) in (0_u16..).zip(placed).filter(|(_, cell)| *cell != Cell::Empty) {
                if let Cell::Text(text) = &cell {
                    room = room.checked_sub(text.len()).ok_or_else(|| workbook::too_large(path))?;
                }
                cells.push((number, column, cell));
            }
        }
        sheets.push(WholeSheet { name, is_hidden, cells });
    }
    Ok(sheets)
}

fn csv_sheet(path: &Path) -> Result<WholeSheet, TableError> {
    let mut cells = Vec::new();
    csv::each_row(path, |number, row| {
        let number = u32::try_from(number.saturating_sub(1)).unwrap_or(u32::MAX);
        cells.extend(
            (0_u16..).zip(row).filter(|(_, cell)| !cell.is_empty()).map(|(column, cell)| (number, column, cell)),
        );
    })?;
    Ok(WholeSheet { name: ONLY_SHEET.to_owned(), is_hidden: false, cells })
}
