//! What the readers of workbooks hand over.

use calamine::Dimensions;

use super::cell::Cell;

/// The workbook cannot be read.
#[derive(Debug)]
pub(super) struct Damaged;

/// A sheet of a workbook.
#[derive(Debug, Clone)]
pub(super) struct SheetName {
    pub(super) name: String,
    pub(super) is_hidden: bool,
}

/// A row of a sheet, counted from 0.
#[derive(Debug, Clone, Default)]
pub(super) struct SheetRow {
    pub(super) number: u32,
    /// Those that are not empty, with their columns, counted from 0.
    pub(super) cells: Vec<(u32, Cell)>,
    /// Cells of this row that are merged with others, where the row says so and not the sheet.
    pub(super) merged: Vec<Dimensions>,
}
