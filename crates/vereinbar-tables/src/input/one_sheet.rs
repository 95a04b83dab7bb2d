//! One sheet of a workbook with all its rows.

use std::ops::ControlFlow;
use std::path::Path;

use super::cell::Cell;
use super::record::{Choice, Record, RecordSink, RowPlace};
use super::side::{MAX_SIDE_COLUMNS, MAX_SIDE_ROWS, SideRow, SideSheets};
use crate::TableError;

/// The rows of one sheet of a workbook, or of a table that is no workbook.
pub(crate) fn side_sheet(path: &Path, sheet: &str) -> Result<Vec<SideRow>, TableError> {
    let mut rows = Rows(Vec::new());
    // A workbook that has only one sheet need not call it so.
    let choice = Choice { sheet: None, header_row: Some(1) };
    let named = Choice { sheet: Some(sheet), ..choice };
    if let Err(error) = super::read(path, named, &mut rows) {
        if !matches!(error, TableError::NoTable { .. }) {
            return Err(error);
        }
        rows.0.clear();
        super::read(path, choice, &mut rows)?;
    }
    Ok(rows.0)
}

/// Takes all rows, also that of the headings.
struct Rows(Vec<SideRow>);

impl RecordSink for Rows {
    type Error = TableError;

    fn note(&mut self, _: String) {}

    fn side_sheets(&mut self, _: SideSheets) -> Result<(), TableError> {
        Ok(())
    }

    fn known_headings(&self, headings: &[String]) -> usize {
        headings.len()
    }

    fn may_be_headings(&self, _: &[String], _: usize) -> bool {
        true
    }

    fn headings(&mut self, headings: Vec<String>, _: &[Cell]) -> Result<(), TableError> {
        self.0.push(SideRow { number: 1, cells: headings.into_iter().map(Cell::Text).collect() });
        Ok(())
    }

    fn record(&mut self, place: RowPlace, record: Record) -> Result<ControlFlow<()>, TableError> {
        if let Record::Cells(cells) = record {
            let cells = cells.into_iter().take(MAX_SIDE_COLUMNS).collect();
            self.0.push(SideRow { number: place.row, cells });
        }
        Ok(if self.0.len() > MAX_SIDE_ROWS { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
    }
}
