//! What all tables share: a row of headings, then rows of cells.

use std::ops::ControlFlow;

use super::cell::Cell;
use super::record::{Record, RecordSink, RowPlace};

/// Takes rows of cells, makes the first that is not empty the headings, and
/// leaves out rows without content.
pub(super) struct Headed<'a, S> {
    sink: &'a mut S,
    headings: Option<Vec<String>>,
    is_announced: bool,
}

impl<'a, S: RecordSink> Headed<'a, S> {
    pub(super) fn new(sink: &'a mut S) -> Self {
        Self { sink, headings: None, is_announced: false }
    }

    /// Takes a row and its number.
    pub(super) fn row(&mut self, row: usize, cells: Vec<Cell>) -> Result<ControlFlow<()>, S::Error> {
        if cells.iter().all(Cell::is_empty) {
            return Ok(ControlFlow::Continue(()));
        }
        if self.headings.is_none() {
            self.headings = Some(cells.into_iter().map(heading).collect());
            return Ok(ControlFlow::Continue(()));
        }
        self.announce(&cells)?;
        self.sink.record(RowPlace { row, file: None }, Record::Cells(cells))
    }

    /// A table with nothing but headings still has them checked.
    pub(super) fn end(mut self) -> Result<bool, S::Error> {
        self.announce(&[])?;
        Ok(self.headings.is_some())
    }

    fn announce(&mut self, first: &[Cell]) -> Result<(), S::Error> {
        if let Some(headings) = &self.headings
            && !self.is_announced
        {
            self.is_announced = true;
            self.sink.headings(headings.clone(), first)?;
        }
        Ok(())
    }
}

fn heading(cell: Cell) -> String {
    match cell {
        Cell::Text(text) => text.trim().to_owned(),
        Cell::Date(datum) => datum.to_string(),
        Cell::Number(number) => number.to_string(),
        Cell::Empty | Cell::Error => String::new(),
    }
}
