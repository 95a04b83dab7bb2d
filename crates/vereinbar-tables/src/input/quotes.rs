//! Whether the quotation marks of a CSV file are closed.
//!
//! The reader of the rows forgives everything: a mark that is never closed swallows all
//! rows behind it, and nobody sees that they are gone.

use std::io::{self, Read};

use crate::letters::MAX_COLUMNS;

/// Where something is wrong: counted as a spreadsheet counts, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) row: usize,
    pub(super) column: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// The cell begins with a mark that is closed nowhere.
    Unclosed(Place),
    /// Behind the mark that closes the cell there is more of it.
    TextBehind(Place),
    /// The row has more columns than a sheet of a spreadsheet.
    TooManyColumns(Place),
    /// The row is longer than any agreement.
    TooLong(Place),
}

impl Fault {
    /// Whether nothing of the file is read any more: the row would not fit into memory.
    const fn is_end(self) -> bool {
        matches!(self, Self::TooManyColumns(_) | Self::TooLong(_))
    }
}

/// What a row may take, with room for an agreement of 8 MiB with every mark doubled.
const MAX_ROW_BYTES: usize = 16 << 20;

#[derive(Clone, Copy)]
enum State {
    Start,
    Plain,
    Quoted,
    Closed,
}

/// Hands the text on and follows it as RFC 4180 reads it.
pub(super) struct Quotes<R> {
    inner: R,
    delimiter: u8,
    state: State,
    here: Place,
    row_bytes: usize,
    /// After `\r`, a `\n` belongs to it.
    after_return: bool,
    fault: Option<Fault>,
}

impl<R: Read> Quotes<R> {
    pub(super) const fn new(inner: R, delimiter: u8, first_row: usize) -> Self {
        let here = Place { row: first_row, column: 0 };
        Self { inner, delimiter, state: State::Start, here, row_bytes: 0, after_return: false, fault: None }
    }

    /// The first thing that is wrong in what was read so far.
    pub(super) const fn fault(&self) -> Option<Fault> {
        self.fault
    }

    fn follow(&mut self, byte: u8) {
        self.row_bytes += 1;
        let is_end = matches!(byte, b'\n' | b'\r');
        self.state = match (self.state, byte) {
            (State::Quoted, b'"') => State::Closed,
            (State::Quoted, _) | (State::Closed | State::Start, b'"') => State::Quoted,
            _ if byte == self.delimiter => {
                self.here.column += 1;
                if self.here.column == MAX_COLUMNS {
                    self.fault = Some(Fault::TooManyColumns(self.here));
                }
                State::Start
            }
            _ if is_end => {
                if !(self.after_return && byte == b'\n') {
                    self.here = Place { row: self.here.row + 1, column: 0 };
                    self.row_bytes = 0;
                }
                State::Start
            }
            (State::Closed, _) => {
                self.fault.get_or_insert(Fault::TextBehind(self.here));
                State::Plain
            }
            (State::Start | State::Plain, _) => State::Plain,
        };
        self.after_return = byte == b'\r';
        if self.row_bytes > MAX_ROW_BYTES && !self.fault.is_some_and(Fault::is_end) {
            self.fault = Some(Fault::TooLong(self.here));
        }
    }
}

impl<R: Read> Read for Quotes<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.fault.is_some_and(Fault::is_end) {
            return Ok(0);
        }
        let read = self.inner.read(buffer)?;
        if read == 0 && !buffer.is_empty() && matches!(self.state, State::Quoted) {
            self.fault.get_or_insert(Fault::Unclosed(self.here));
        }
        for byte in buffer.iter().take(read) {
            self.follow(*byte);
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> Option<Fault> {
        let mut quotes = Quotes::new(text.as_bytes(), b';', 0);
        io::copy(&mut quotes, &mut io::sink()).unwrap();
        quotes.fault()
    }

    #[test]
    fn closed_marks_are_in_order() {
        for text in
            ["", "a;b\n1;2", "\"a\nb\";\"c;d\"\r\n\"\"\"so\"\"\";2\r\n", "a;5\" Rohr\n", "\"a\"\r\"b\"\n", "\"a\""]
        {
            assert_eq!(fault(text), None, "{text:?}");
        }
    }

    /// 200 MB of separators, or one cell of 300 MB, are not to take gigabytes.
    #[test]
    fn a_row_has_a_limit_of_columns_and_bytes() {
        assert_eq!(fault(&";".repeat(MAX_COLUMNS - 1)), None);
        let text = format!("a;b\n{}", ";".repeat(20 << 20));
        let mut quotes = Quotes::new(text.as_bytes(), b';', 0);
        let read = io::copy(&mut quotes, &mut io::sink()).unwrap();
        let place = Place { row: 1, column: MAX_COLUMNS };
        assert_eq!(quotes.fault(), Some(Fault::TooManyColumns(place)));
        assert!(read < 1 << 20, "{read}");
        let long = format!("a\n\"{}\"\n", "x\n".repeat(MAX_ROW_BYTES));
        assert_eq!(fault(&long), Some(Fault::TooLong(Place { row: 1, column: 0 })));
        assert_eq!(fault(&"x\n".repeat(MAX_ROW_BYTES)), None);
    }

    #[test]
    fn the_cell_is_named_in_which_a_mark_is_left_open() {
        let unclosed = |row, column| Some(Fault::Unclosed(Place { row, column }));
        assert_eq!(fault("a;b\n1;\"2\n3;4\n"), unclosed(1, 1));
        assert_eq!(fault("\"a\nb\";\"c\r\n"), unclosed(0, 1));
        let behind = |row, column| Some(Fault::TextBehind(Place { row, column }));
        assert_eq!(fault("a;b\n\"1;2\n\"3\";4\n"), behind(1, 0));
        assert_eq!(fault("a\n\"Haus \"Süd\" e. V.\"\n"), behind(1, 0));
        assert_eq!(fault("a\n\"b\" ;c\n"), behind(1, 0));
    }
}
