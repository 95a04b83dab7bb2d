//! What the readers of workbooks hand over.

use calamine::Dimensions;

use crate::input::cell::Cell;

/// The workbook cannot be read.
#[derive(Debug)]
pub(in crate::input) struct Damaged;

/// A sheet of a workbook.
#[derive(Debug, Clone)]
pub(in crate::input) struct SheetName {
    pub(in crate::input) name: String,
    pub(in crate::input) is_hidden: bool,
}

/// A row of a sheet, counted from 0.
#[derive(Debug, Clone, Default)]
pub(in crate::input) struct SheetRow {
    pub(in crate::input) number: u32,
    /// Those that are not empty, with their columns, counted from 0.
    pub(in crate::input) cells: Vec<(u32, Cell)>,
    /// Whether people do not see it: hidden, or left out by a filter.
    pub(in crate::input) is_hidden: bool,
    /// Cells of this row that are merged with others, where the row says so and not the sheet.
    pub(in crate::input) merged: Vec<Dimensions>,
}
