//! Records of a table laid over what all rows share.

use std::ops::ControlFlow;
use std::sync::Arc;

use serde_json::{Value, json};
use vereinbar::{Art, Vereinbarung};

use super::heading::{means_some, resolve};
use super::laid::{Column, Laid};
use super::row_finding::RowFinding;
use crate::TableError;
use crate::input::{Cell, Record, RecordSink, RowPlace, TablePlace};

/// What all rows share: an agreement that they lay their values over, or its kind alone.
#[derive(Debug, Clone)]
pub struct Base {
    value: Value,
    art: Option<Art>,
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

    /// A row; whether there is to be another. Rows without content are left out before.
    ///
    /// # Errors
    /// Whatever keeps it from taking the row; it ends the reading.
    fn row(&mut self, row: Row) -> Result<ControlFlow<()>, Self::Error>;
}

/// Lays records over the base, and hands them on.
pub(crate) struct Overlay<'a, S> {
    base: Base,
    columns: Arc<[Column]>,
    sink: &'a mut S,
}

impl<'a, S> Overlay<'a, S> {
    pub(crate) fn new(base: Base, sink: &'a mut S) -> Self {
        Self { base, columns: Arc::default(), sink }
    }

    fn lay(&self, record: Record) -> Result<Result<Laid, RowFinding>, TableError> {
        Ok(match record {
            Record::Broken(why) => Err(RowFinding::error("unreadable_row", why, "Berichtigen Sie die Zeile.")),
            Record::Cells(cells) => {
                let art = self.base.art.ok_or(TableError::NoArt)?;
                Ok(Laid::cells(&self.base.value, art, &self.columns, &cells))
            }
            Record::Object(fields) => {
                let named = fields.get("art").and_then(Value::as_str).and_then(|art| art.parse().ok());
                match self.base.art.or(named) {
                    Some(art) => Ok(Laid::object(&self.base.value, art, fields)),
                    None => Err(RowFinding::error(
                        "missing_art",
                        "Hier steht nicht, welche Art von Vereinbarung entstehen soll.",
                        "Ergänzen Sie das Feld „art“, oder nennen Sie für alle eine Grundlage oder die Art.",
                    )
                    .in_column("art")),
                }
            }
        })
    }
}

impl<S: RowSink> RecordSink for Overlay<'_, S> {
    type Error = S::Error;

    fn note(&mut self, note: String) {
        self.sink.note(note);
    }

    fn place(&mut self, place: TablePlace) {
        self.sink.place(place);
    }

    fn known_headings(&self, headings: &[String]) -> (usize, usize) {
        let kinds = self.base.art.as_ref().map_or(Art::ALL, std::slice::from_ref);
        let count = |art: Art| {
            let texts = headings.iter().filter(|text| !text.is_empty());
            let (known, others): (Vec<_>, Vec<_>) = texts.partition(|text| resolve(art, text).is_ok());
            (known.len(), known.len() + others.into_iter().filter(|text| means_some(art, text)).count())
        };
        kinds.iter().map(|art| count(*art)).max().unwrap_or_default()
    }

    fn headings(&mut self, headings: Vec<String>, first: &[Cell]) -> Result<(), S::Error> {
        let named = || {
            let column = headings.iter().position(|heading| heading == "art")?;
            match first.get(column)? {
                Cell::Text(text) => text.trim().parse().ok(),
                _ => None,
            }
        };
        let art = self.base.art.or_else(named).ok_or(TableError::NoArt)?;
        self.base.art = Some(art);
        self.columns = columns(art, &headings).map_err(TableError::Headings)?.into();
        Ok(())
    }

    fn record(&mut self, place: RowPlace, record: Record) -> Result<ControlFlow<()>, S::Error> {
        let content = self.lay(record)?;
        self.sink.row(Row { number: place.row, file: place.file, content })
    }
}

/// What each column fills; or what is wrong with the headings.
fn columns(art: Art, headings: &[String]) -> Result<Vec<Column>, Vec<RowFinding>> {
    let mut columns = Vec::new();
    let mut problems = Vec::new();
    for (index, text) in headings.iter().enumerate() {
        columns.push(if text.is_empty() {
            Column::Nameless
        } else if text.starts_with('#') {
            Column::Remark(text.clone())
        } else {
            match resolve(art, text) {
                Ok(_) if headings.iter().take(index).any(|earlier| earlier == text) => {
                    let problem = RowFinding::error(
                        "duplicate_heading",
                        "Diese Überschrift steht zweimal da.",
                        "Berichtigen Sie die Überschrift, oder streichen Sie die Spalte.",
                    );
                    problems.push(problem.in_column(text.as_str()).at(Some(index)));
                    Column::Nameless
                }
                Ok(heading) => Column::Known(heading),
                Err(problem) => {
                    problems.push(problem.at(Some(index)));
                    Column::Nameless
                }
            }
        });
    }
    if problems.is_empty() { Ok(columns) } else { Err(problems) }
}
