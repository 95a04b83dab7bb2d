//! What the readers hand over: a record for each row, as the file has it.

use std::ops::ControlFlow;

use serde_json::{Map, Value};

use super::cell::Cell;
use super::side::SideSheets;
use crate::TableError;

/// What of a file is read.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Choice<'a> {
    /// The sheet of a workbook; the first without it.
    pub(crate) sheet: Option<&'a str>,
    /// The number of the row with the headings; found without it.
    pub(crate) header_row: Option<usize>,
}

/// Where a row stands: its number as a spreadsheet or an editor shows it, or the
/// number of its file in the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RowPlace {
    pub(crate) row: usize,
    pub(crate) file: Option<String>,
}

/// Where the headings of a table stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TablePlace {
    /// The sheet of a workbook; `None` for CSV.
    pub sheet: Option<String>,
    /// The number of their row, counted as the spreadsheet counts.
    pub header_row: usize,
}

/// What stands in a row.
pub(crate) enum Record {
    Cells(Vec<Cell>),
    Object(Map<String, Value>),
    /// It cannot be read: a complete German sentence.
    Broken(&'static str),
}

impl Record {
    pub(crate) fn from_json(value: Value) -> Self {
        match value {
            Value::Object(fields) => Self::Object(fields),
            _ => Self::Broken("Hier wird ein Objekt { … } mit den Feldern einer Zeile erwartet, höchstens 8 MiB groß."),
        }
    }
}

/// Takes what is read.
pub(crate) trait RecordSink {
    /// Why it takes no more.
    type Error: From<TableError>;

    /// Something to tell the user about the input.
    fn note(&mut self, note: String);
    /// Which rows people do not see in the spreadsheet, told behind them.
    fn unseen(&mut self, _rows: &[usize]) {}
    /// Where the headings of a table stand. Told once, before them.
    fn place(&mut self, _place: TablePlace) {}
    /// What stands on the other sheets of a workbook, before its rows.
    fn side_sheets(&mut self, sheets: SideSheets) -> Result<(), Self::Error>;
    /// Whether nothing more is wanted; asked while a file is opened.
    fn is_interrupted(&self) -> bool {
        false
    }
    /// How many of these are known, to find the row of the headings.
    fn known_headings(&self, headings: &[String]) -> usize;
    /// Whether as many of these as `enough` are known or may mean one that is.
    fn may_be_headings(&self, headings: &[String], enough: usize) -> bool;
    /// The headings of a table; `first` is its first row.
    fn headings(&mut self, headings: Vec<String>, first: &[Cell]) -> Result<(), Self::Error>;
    /// A row. Rows without content are left out before.
    fn record(&mut self, place: RowPlace, record: Record) -> Result<ControlFlow<()>, Self::Error>;
}
