//! What was found in a table: a finding of the library with the column it comes from.

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;
use vereinbar::{Finding, Severity};

use crate::letters::letters;
use crate::row_codes::RowCode;

/// A finding with the column it comes from. It serialises as one flat object.
///
/// It holds no free text of the user: of a cell nothing is repeated.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct RowFinding {
    /// What was found. It has no position: the text that was read as an agreement was put
    /// together from the row, and nobody else has it.
    #[serde(flatten)]
    pub finding: Finding,
    /// The heading of the column, where one is to blame.
    pub column: Option<String>,
    /// How a spreadsheet names that column: `A`, `B`, …; of rows that are no table, `None`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub letter: Option<String>,
}

impl RowFinding {
    /// A finding about a row that no column is to blame for.
    #[must_use]
    pub fn new(mut finding: Finding) -> Self {
        finding.position = None;
        Self { finding, column: None, letter: None }
    }

    /// An error about the row itself.
    pub(crate) fn error(code: RowCode, message: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self::new(Finding::error(code.code, "Datenformat", message, remedy))
    }

    /// As [`error`](Self::error), of what may be meant and probably is not.
    pub(crate) fn warning(code: RowCode, message: impl Into<String>, remedy: impl Into<String>) -> Self {
        let mut finding = Finding::error(code.code, "Plausibilität", message, remedy);
        finding.severity = Severity::Warning;
        Self::new(finding)
    }

    pub(crate) fn in_column(self, column: impl Into<String>) -> Self {
        Self { column: Some(column.into()), ..self }
    }

    /// Which column of a table it is, counted from 0.
    pub(crate) fn at(self, index: Option<usize>) -> Self {
        Self { letter: index.map(letters), ..self }
    }

    /// Where it stands besides its row, in German: `Spalte H (traeger.anschrift.plz)`.
    #[must_use]
    pub fn column_text(&self) -> Option<String> {
        match (&self.letter, &self.column) {
            (Some(letter), Some(column)) => Some(format!("Spalte {letter} ({column})")),
            (Some(name), None) | (None, Some(name)) => Some(format!("Spalte {name}")),
            (None, None) => None,
        }
    }
}

impl fmt::Display for RowFinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.column_text() {
            Some(column) => self.finding.write_line(f, Some(&column)),
            None => self.finding.fmt(f),
        }
    }
}
