//! The file of a Vorlage, and its schema.

use std::sync::OnceLock;

use serde_json::Value;

use super::Vorlage;
use crate::finding::Finding;
use crate::parse::parse_strictly;
use crate::schema::{self, Node};

/// The text is no Vorlage that can be read. All that was found, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("Die Angaben zur Vorlage sind nicht lesbar: {}", .findings.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "))]
pub struct VorlageError {
    findings: Vec<Finding>,
}

impl VorlageError {
    /// What was found; at least one, all of them errors. Paths point into the Vorlage.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }
}

impl Vorlage {
    /// Reads it from JSON text.
    ///
    /// # Errors
    /// [`VorlageError`] with all findings when the text is no JSON, or holds a key or a
    /// value that does not belong there.
    pub fn parse(text: &str) -> Result<Self, VorlageError> {
        parse_strictly(Node::of(vorlage_schema()), text).map_err(|findings| VorlageError { findings })
    }
}

/// The JSON Schema of a [`Vorlage`].
///
/// ```
/// let schema = vereinbar::auswertung::vorlage_schema();
/// assert_eq!(schema["properties"]["sitzung"]["$ref"], "#/$defs/Datum");
/// ```
#[must_use]
pub fn vorlage_schema() -> &'static Value {
    static VORLAGE: OnceLock<Value> = OnceLock::new();
    VORLAGE.get_or_init(|| schema::of::<Vorlage>("vorlage"))
}
