//! A table file as a whole, with all its sheets: for a copy of it.

use std::io::{Read, Seek};
use std::path::Path;

use calamine::{Data, Ods, Range, Reader, SheetVisible, Xlsx, XlsxError, open_workbook};

use super::by_kind::{self, ZIP};
use super::cell::Cell;
use super::workbook::BookKind;
use super::{csv, workbook};
use crate::TableError;

/// What a file without sheets is called as one.
const ONLY_SHEET: &str = "Liste";

/// A sheet, with rows and columns counted from 0.
pub(crate) struct WholeSheet {
    pub(crate) name: String,
    pub(crate) is_hidden: bool,
    pub(crate) cells: Vec<(u32, u16, Cell)>,
}

/// Reads every sheet. The file was read as a table before, so its limits are kept.
pub(crate) fn sheets(path: &Path) -> Result<Vec<WholeSheet>, TableError> {
    let damaged = || workbook::damaged(path);
    if !by_kind::start(path)?.starts_with(ZIP) {
        return Ok(vec![csv_sheet(path)?]);
    }
    match workbook::kind(path)? {
        BookKind::Excel => excel(path, &mut open_workbook::<Xlsx<_>, _>(path).map_err(|_| damaged())?),
        BookKind::Ods { .. } => ods(path, &mut open_workbook::<Ods<_>, _>(path).map_err(|_| damaged())?),
    }
}

fn excel<RS: Read + Seek>(path: &Path, book: &mut Xlsx<RS>) -> Result<Vec<WholeSheet>, TableError> {
    let damaged = |_| workbook::damaged(path);
    let sheets = book.sheets_metadata().to_vec();
    sheets
        .into_iter()
        .map(|sheet| {
            let is_hidden = sheet.visible != SheetVisible::Visible;
            let mut cells = Vec::new();
            match book.worksheet_cells_reader(&sheet.name) {
                Ok(mut reader) => {
                    while let Some(cell) = reader.next_cell_with_formula_metadata().map_err(damaged)? {
                        let (row, column) = cell.pos;
                        let value = workbook::from_excel(&cell);
                        if let (Ok(column), false) = (u16::try_from(column), value == Cell::Empty) {
                            cells.push((row, column, value));
                        }
                    }
                }
                // A chart has no cells.
                Err(XlsxError::NotAWorksheet(_)) => {}
                Err(error) => return Err(damaged(error)),
            }
            Ok(WholeSheet { name: sheet.name, is_hidden, cells })
        })
        .collect()
}

fn ods<RS: Read + Seek>(path: &Path, book: &mut Ods<RS>) -> Result<Vec<WholeSheet>, TableError> {
    let sheets = book.sheets_metadata().to_vec();
    sheets
        .into_iter()
        .map(|sheet| {
            let range = book.worksheet_range(&sheet.name).map_err(|_| workbook::damaged(path))?;
            let is_hidden = sheet.visible != SheetVisible::Visible;
            Ok(WholeSheet { name: sheet.name, is_hidden, cells: cells(&range) })
        })
        .collect()
}

fn cells(range: &Range<Data>) -> Vec<(u32, u16, Cell)> {
    let (first_row, first_column) = range.start().unwrap_or_default();
    let place = |(row, column): (usize, usize)| {
        Some((first_row + u32::try_from(row).ok()?, u16::try_from(first_column as usize + column).ok()?))
    };
    range
        .used_cells()
        .filter_map(|(row, column, value)| {
            let (row, column) = place((row, column))?;
            Some((row, column, workbook::from_ods(value)))
        })
        .collect()
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
