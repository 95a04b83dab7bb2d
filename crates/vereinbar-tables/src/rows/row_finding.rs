//! What was found in a row: a finding of the library with the row's column.

use serde::Serialize;
use vereinbar::{Finding, Severity};

/// A finding with the column it comes from.
///
/// It holds no free text of the user: of a cell nothing is repeated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RowFinding {
    /// The rule's stable English slug.
    pub code: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// The heading of the column, where one is to blame.
    pub column: Option<String>,
    /// Where in the agreement: a JSON Pointer (RFC 6901).
    pub path: String,
    /// The same place in the form's words.
    pub place: String,
    /// What was found: a complete German sentence.
    pub message: String,
    /// What to do about it: a complete German sentence.
    pub remedy: String,
}

impl RowFinding {
    pub(crate) fn new(finding: Finding, column: Option<String>) -> Self {
        let Finding { code, severity, path, place, message, remedy, .. } = finding;
        Self { code, severity, column, path, place, message, remedy }
    }

    /// An error about the row itself.
    pub(crate) fn error(code: &'static str, message: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            code,
            severity: Severity::Error,
            column: None,
            path: String::new(),
            place: String::new(),
            message: message.into(),
            remedy: remedy.into(),
        }
    }

    pub(crate) fn in_column(self, column: impl Into<String>) -> Self {
        Self { column: Some(column.into()), ..self }
    }
}
