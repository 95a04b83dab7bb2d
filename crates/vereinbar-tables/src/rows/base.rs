//! What all rows share, and who takes them.

use std::ops::ControlFlow;

use serde_json::{Value, json};
use vereinbar::{Art, Vereinbarung};

use super::laid::Laid;
use super::row_finding::RowFinding;
use crate::TableError;
use crate::input::TablePlace;

/// What all rows share: an agreement that they lay their values over, or its kind alone.
#[derive(Debug, Clone)]
pub struct Base {
    pub(crate) value: Value,
    pub(super) art: Option<Art>,
}

impl Base {
    /// The agreement decides over the kind; without either, each row or a column `art`
    /// must say it.
    #[must_use]
    pub fn new(vereinbarung: Option<&Vereinbarung>, art: Option<Art>) -> Self {
        let art = vereinbarung.map(Vereinbarung::art).or(art);
        let value = match (vereinbarung, art) {
            (Some(vereinbarung), _) => vereinbar::to_json::value(vereinbarung),
            (None, Some(art)) => json!({"art": art.as_str()}),
            (None, None) => json!({}),
        };
        Self { value, art }
    }

    /// The kind of agreement, where it is said.
    #[must_use]
    pub const fn art(&self) -> Option<Art> {
        self.art
    }
}

/// A row of the table.
#[derive(Debug)]
#[non_exhaustive]
pub struct Row {
    /// Its number, counted as the spreadsheet counts it; of JSON the line or the number of
    /// the entry.
    pub number: usize,
    /// The file that it comes from, of a folder.
    pub file: Option<String>,
    /// The row over the base, or why it cannot be read.
    pub content: Result<Laid, RowFinding>,
}

/// Takes the rows of a table.
pub trait RowSink {
    /// Why it takes no more.
    type Error: From<TableError>;

    /// Something to tell the user about the input: a German sentence.
    fn note(&mut self, note: String);

    /// Where the headings of a table stand; not told of rows that have none.
    fn place(&mut self, _place: TablePlace) {}

    /// How the workbook wants the files to be named: a pattern as of a batch. Who makes no
    /// files need not take it.
    fn name(&mut self, _pattern: String) {}

    /// Whether nothing more is wanted; asked while a file is opened, which takes its time before
    /// there is a row.
    fn is_interrupted(&self) -> bool {
        false
    }

    /// A row; whether there is to be another. Rows without content are left out before.
    ///
    /// # Errors
    /// Whatever keeps it from taking the row; it ends the reading.
    fn row(&mut self, row: Row) -> Result<ControlFlow<()>, Self::Error>;
}
