//! What all tables share: a row of headings, then rows of cells.

use std::ops::ControlFlow;

use super::cell::Cell;
use super::record::{Record, RecordSink, RowPlace, TablePlace};
use crate::letters::MAX_COLUMNS;

/// As many rows may stand above the headings: a title, a date, a note.
const ROWS_ABOVE: usize = 10;
/// As many rows of words may stand above the headings that are meant: a group, and a name.
const ROWS_OF_WORDS: usize = 2;
/// As many headings that are known, or may mean one that is, make a row below the first the row of headings.
const ENOUGH_HEADINGS: usize = 2;

/// Takes rows of cells, finds the headings among the first, and leaves out rows without
/// content.
pub(super) struct Headed<'a, S> {
    sink: &'a mut S,
    /// Where the headings stand, if somebody has said so.
    header_row: Option<usize>,
    /// Rows of which none has been taken for the headings yet.
    above: Vec<(usize, Vec<Cell>)>,
    headings: Option<Vec<String>>,
    /// How many of the headings are known, while the next row may name all fields: words
    /// for people often stand above the headings that are meant. No row of data consists of
    /// headings alone.
    known: Option<usize>,
    /// The rows since then.
    below: Vec<(usize, Vec<Cell>)>,
    /// The row of the headings, where it is to be said.
    found_in: Option<usize>,
    /// The sheet of a workbook.
    sheet: Option<String>,
    /// The number of the row that the headings stand in.
    heading_row: usize,
    is_announced: bool,
}

impl<'a, S: RecordSink> Headed<'a, S> {
    /// `header_row` is the number of the row with the headings; without it they are the
    /// first that is not empty, or a later one that names fields while the first does not.
    pub(super) fn new(header_row: Option<usize>, sink: &'a mut S) -> Self {
        Self {
            sink,
            header_row,
            above: Vec::new(),
            headings: None,
            known: None,
            below: Vec::new(),
            found_in: None,
            sheet: None,
            heading_row: 0,
            is_announced: false,
        }
    }

    /// The same for a sheet of a workbook.
    pub(super) fn of_sheet(self, name: &str) -> Self {
        Self { sheet: Some(name.to_owned()), ..self }
    }

    /// How many headings there are.
    pub(super) fn width(&self) -> usize {
        self.headings.as_ref().map_or(0, Vec::len)
    }

    /// Takes a row and its number.
    pub(super) fn row(&mut self, row: usize, cells: Vec<Cell>) -> Result<ControlFlow<()>, S::Error> {
        if cells.iter().all(Cell::is_empty) {
            return Ok(ControlFlow::Continue(()));
        }
        if self.headings.is_none() {
            return self.look_for_headings(row, cells);
        }
        if let Some(known) = self.known {
            return self.look_further(known, row, cells);
        }
        self.announce(&cells)?;
        self.sink.record(RowPlace { row, file: None }, Record::Cells(cells))
    }

    /// Takes a row that cannot be read, and why: a German sentence.
    pub(super) fn broken(&mut self, row: usize, why: &'static str) -> Result<ControlFlow<()>, S::Error> {
        if self.settle()?.is_break() {
            return Ok(ControlFlow::Break(()));
        }
        self.announce(&[])?;
        self.sink.record(RowPlace { row, file: None }, Record::Broken(why))
    }

    /// A table with nothing but headings still has them checked.
    pub(super) fn end(mut self) -> Result<bool, S::Error> {
        if self.headings.is_none() && self.first_is_headings()?.is_break() {
            return Ok(true);
        }
        if self.settle()?.is_break() {
            return Ok(true);
        }
        self.announce(&[])?;
        Ok(self.headings.is_some())
    }

    /// Whether a row below the headings is meant by them.
    fn look_further(&mut self, known: usize, row: usize, cells: Vec<Cell>) -> Result<ControlFlow<()>, S::Error> {
        let headings: Vec<String> = cells.iter().map(heading).collect();
        let more = self.sink.known_headings(&headings);
        let is_all = more >= known.max(1) && more == fields(&headings);
        // The headings once more are those of another page, and what lies between is of the list.
        let is_again = self.headings.as_ref().is_some_and(|first| *first == headings);
        let are_words = |(_, cells): &(usize, Vec<Cell>)| {
            let words: Vec<String> = cells.iter().map(heading).collect();
            self.sink.may_be_headings(&words, 1)
        };
        if is_all && self.below.iter().all(|row| !is_again && are_words(row)) {
            self.found_in = Some(row);
            self.heading_row = row;
            self.headings = Some(headings);
            self.known = None;
            self.below.clear();
            return Ok(ControlFlow::Continue(()));
        }
        self.below.push((row, cells));
        if self.below.len() < ROWS_OF_WORDS { Ok(ControlFlow::Continue(())) } else { self.settle() }
    }

    /// The headings stay what they are.
    fn settle(&mut self) -> Result<ControlFlow<()>, S::Error> {
        self.known = None;
        for (row, cells) in std::mem::take(&mut self.below) {
            if self.row(row, cells)?.is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    fn look_for_headings(&mut self, row: usize, cells: Vec<Cell>) -> Result<ControlFlow<()>, S::Error> {
        if let Some(header_row) = self.header_row {
            if row >= header_row {
                self.headings = Some(cells.iter().map(heading).collect());
                self.heading_row = row;
            }
            return Ok(ControlFlow::Continue(()));
        }
        let headings: Vec<String> = cells.iter().map(heading).collect();
        let known = self.sink.known_headings(&headings);
        let is_first = self.above.is_empty();
        let is_all = known > 0 && known == fields(&headings);
        if is_first && known > 0 || is_all || self.sink.may_be_headings(&headings, ENOUGH_HEADINGS) {
            self.found_in = (!is_first).then_some(row);
            self.above.clear();
            self.known = Some(known);
            self.headings = Some(headings);
            self.heading_row = row;
            return Ok(ControlFlow::Continue(()));
        }
        self.above.push((row, cells));
        if self.above.len() > ROWS_ABOVE { self.first_is_headings() } else { Ok(ControlFlow::Continue(())) }
    }

    /// No row has known headings: the first is taken for them, so that they can be told to
    /// be wrong.
    fn first_is_headings(&mut self) -> Result<ControlFlow<()>, S::Error> {
        let mut above = std::mem::take(&mut self.above).into_iter();
        let Some((row, cells)) = above.next() else { return Ok(ControlFlow::Continue(())) };
        self.headings = Some(cells.iter().map(heading).collect());
        self.heading_row = row;
        for (row, cells) in above {
            if self.row(row, cells)?.is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    fn announce(&mut self, first: &[Cell]) -> Result<(), S::Error> {
        if let Some(headings) = &self.headings
            && !self.is_announced
        {
            self.is_announced = true;
            self.sink.place(TablePlace { sheet: self.sheet.clone(), header_row: self.heading_row });
            if let Some(row) = self.found_in {
                self.sink
                    .note(format!("Die Überschriften stehen in Zeile {row}; was darüber steht, wird nicht gelesen."));
            }
            self.sink.headings(headings.clone(), first)?;
        }
        Ok(())
    }
}

/// How many of these are to name fields.
fn fields(headings: &[String]) -> usize {
    headings.iter().filter(|heading| !heading.is_empty() && !heading.starts_with('#')).count()
}

/// Why a table with too many columns is not read: a German sentence.
pub(super) fn row_too_wide(row: usize) -> String {
    format!("Zeile {row} hat mehr als {MAX_COLUMNS} Spalten. Streichen Sie die überzähligen.")
}

/// Why a table without headings is not read: a German sentence. `what` says what is empty.
pub(super) fn no_headings(what: &str, header_row: Option<usize>) -> String {
    match header_row {
        Some(row) => format!("Ab Zeile {row} steht nichts, also auch keine Überschrift."),
        None => format!("{what} ist leer."),
    }
}

fn heading(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.trim().to_owned(),
        Cell::Date(datum) => datum.to_string(),
        Cell::Number(number) => number.to_string(),
        Cell::Percent(..) | Cell::Shown(..) | Cell::Period(..) | Cell::Bool(_) => cell.text(),
        Cell::Empty | Cell::Error | Cell::NoResult | Cell::Merged(_) | Cell::Covered | Cell::Unclear(_) => {
            String::new()
        }
    }
}
