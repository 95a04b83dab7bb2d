//! Where rows come from, and how they are handed on: one after the other, so
//! that a long table is never in memory as a whole.

use std::error::Error;
use std::fmt;
use std::path::{Path, PathBuf};

use serde_json::Value;
use vereinbar::modell::Filled as _;

use crate::TableError;
use crate::columns::Columns;
use crate::input::{self, Cell, Choice, Record, RecordSink, RowPlace};
use crate::rows::{Base, OverBase, RowSink};

/// The last row in which [`headings`](Source::header_row) are looked for: as many as a
/// sheet of Excel has.
pub const MAX_HEADER_ROW: usize = 1 << 20;

/// A row handed over by a program: an object whose keys are headings, or the
/// nested fields of an agreement, or a mixture.
pub type RowResult = Result<Value, Box<dyn Error + Send + Sync>>;

/// The rows of a table.
pub struct Source<'a> {
    origin: Origin<'a>,
    columns: Columns,
}

enum Origin<'a> {
    File { path: PathBuf, sheet: Option<String>, header_row: Option<usize> },
    Rows { rows: Box<dyn Iterator<Item = RowResult> + 'a>, headings: Option<Vec<String>> },
}

impl<'a> Source<'a> {
    /// A table (CSV, XLSX, ODS), a file of JSON rows (`.jsonl`, `.ndjson`, or a
    /// list in `.json`), or a folder of JSON files; told by what it is, not by its
    /// name alone.
    #[must_use]
    pub fn file(path: impl Into<PathBuf>) -> Self {
        Self::of(Origin::File { path: path.into(), sheet: None, header_row: None })
    }

    /// Takes this sheet of a workbook. Without it, it is the sheet `Liste`, or the first that
    /// has no other purpose. Capitals and outer blanks of a name count only where two sheets
    /// differ in nothing else.
    #[must_use]
    pub fn sheet(mut self, name: impl Into<String>) -> Self {
        if let Origin::File { sheet, .. } = &mut self.origin {
            *sheet = Some(name.into());
        }
        self
    }

    /// Says in which row the headings of a table stand, counted as the spreadsheet counts;
    /// what stands above is not read. Without this they are the first row that is not
    /// empty, or one of the next ten that names at least two fields while none above does.
    #[must_use]
    pub fn header_row(mut self, number: usize) -> Self {
        if let Origin::File { header_row, .. } = &mut self.origin {
            *header_row = Some(number);
        }
        self
    }

    /// Rows that a program hands over. They are read once, in order; an error
    /// ends the run before anything is rendered.
    #[must_use]
    pub fn rows(rows: impl IntoIterator<Item = RowResult, IntoIter: 'a>) -> Self {
        Self::of(Origin::Rows { rows: Box::new(rows.into_iter()), headings: None })
    }

    /// Says which keys all rows have, as the headings of a table do: a wrong one ends
    /// the run before the first row, and rows without content are left out. Without
    /// this, each row that has a wrong key fails.
    #[must_use]
    pub fn headings(mut self, names: impl IntoIterator<Item = impl Into<String>>) -> Self {
        if let Origin::Rows { headings, .. } = &mut self.origin {
            *headings = Some(names.into_iter().map(Into::into).collect());
        }
        self
    }

    fn of(origin: Origin<'a>) -> Self {
        Self { origin, columns: Columns::default() }
    }

    /// Says which fields the office's own headings fill. A workbook may have a sheet
    /// `Spalten` that says so as well; what is given here holds before it.
    #[must_use]
    pub fn columns(mut self, columns: Columns) -> Self {
        self.columns = columns;
        self
    }

    /// The file that is read, if it is one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match &self.origin {
            Origin::File { path, .. } => Some(path),
            Origin::Rows { .. } => None,
        }
    }

    /// Lays every row over `base` and hands it to `sink`, in order, until that has enough.
    ///
    /// # Errors
    /// [`TableError`] when the input cannot be read, or its headings are wrong; and
    /// whatever `sink` fails with.
    pub fn read<S: RowSink>(mut self, base: Base, sink: &mut S) -> Result<(), S::Error> {
        let columns = std::mem::take(&mut self.columns);
        self.records(&mut OverBase::new(base, columns, sink))
    }

    pub(crate) fn records<S: RecordSink>(self, sink: &mut S) -> Result<(), S::Error> {
        match self.origin {
            Origin::File { path, sheet, header_row } => {
                input::read(&path, Choice { sheet: sheet.as_deref(), header_row }, sink)
            }
            Origin::Rows { rows, headings } => {
                let mut rows = rows.peekable();
                let is_table = headings.is_some();
                if let Some(headings) = headings {
                    let first = first_cells(rows.peek(), &headings);
                    sink.headings(headings, &first)?;
                }
                for (index, row) in rows.enumerate() {
                    let row = row.map_err(TableError::Rows)?;
                    if is_table && is_blank(&row) {
                        continue;
                    }
                    let place = RowPlace { row: index + 1, file: None };
                    if sink.record(place, Record::from_json(row))?.is_break() {
                        break;
                    }
                }
                Ok(())
            }
        }
    }
}

impl fmt::Debug for Source<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Source").field(&self.path()).finish()
    }
}

/// What the first row says below each heading, as far as it is text.
fn first_cells(row: Option<&RowResult>, headings: &[String]) -> Vec<Cell> {
    let text = |heading| row?.as_ref().ok()?.get(heading)?.as_str();
    headings.iter().map(|heading| text(heading).map_or(Cell::Empty, |text| Cell::Text(text.to_owned()))).collect()
}

/// Whether nothing stands in any cell.
fn is_blank(row: &Value) -> bool {
    row.is_object() && !row.is_filled()
}
