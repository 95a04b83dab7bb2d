//! What the readers of workbooks hand over.

use calamine::Dimensions;

use crate::input::cell::Cell;
use crate::letters::MAX_COLUMNS;

/// As much text a row may have, be it said once and repeated in every column.
const MAX_ROW_BYTES: usize = 64 << 20;

/// The workbook cannot be read.
#[derive(Debug, PartialEq, Eq)]
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
    /// How much text its cells have.
    bytes: usize,
}

impl SheetRow {
    pub(super) fn new(number: u32, is_hidden: bool) -> Self {
        Self { number, is_hidden, ..Self::default() }
    }

    /// Adds a cell. A row has no more text than anybody writes, and no cell twice.
    pub(super) fn push(&mut self, column: u32, cell: Cell) -> Result<(), Damaged> {
        // Of those that stand too far to the right one is enough to be told.
        if self.cells.len() > MAX_COLUMNS {
            return Ok(());
        }
        if let Cell::Text(text) = &cell {
            self.bytes += text.len();
        }
        self.cells.push((column, cell));
        let is_within = |(column, _): &(u32, Cell)| (*column as usize) < MAX_COLUMNS;
        let are_too_many = self.cells.len() > MAX_COLUMNS && self.cells.iter().all(is_within);
        if self.bytes > MAX_ROW_BYTES || are_too_many { Err(Damaged) } else { Ok(()) }
    }
}
