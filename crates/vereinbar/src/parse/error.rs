//! What cannot be read, as findings.

use crate::finding::{Finding, Position, Severity};

/// The text is no agreement that can be read. All that was found, in the order
/// of the document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("Die Daten sind keine lesbare Vereinbarung: {}", first(.findings))]
pub struct ParseError {
    pub(super) findings: Vec<Finding>,
}

fn first(findings: &[Finding]) -> String {
    let Some(first) = findings.first() else { return String::new() };
    match findings.len() - 1 {
        0 => first.to_string(),
        1 => format!("{first} Dazu kommt 1 weiterer Befund."),
        more => format!("{first} Dazu kommen {more} weitere Befunde."),
    }
}

impl ParseError {
    /// What was found; at least one, all of them errors.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// What was found, without a copy.
    #[must_use]
    pub fn into_findings(self) -> Vec<Finding> {
        self.findings
    }

    pub(super) fn one(finding: Finding) -> Self {
        Self { findings: vec![finding] }
    }
}

/// A finding about the text that was read.
pub(super) fn input_finding(code: &'static str, message: impl Into<String>, remedy: impl Into<String>) -> Finding {
    Finding {
        code,
        severity: Severity::Error,
        path: String::new(),
        place: String::new(),
        message: message.into(),
        remedy: remedy.into(),
        source: "Datenformat",
        position: None,
    }
}

impl Finding {
    pub(super) fn at(self, position: Position) -> Self {
        Self { position: Some(position), ..self }
    }
}

/// The codes of `parse`, for the table of all rules: code, what it says, and
/// what to do.
pub(crate) const CODES: &[(&str, &str)] = &[
    ("input_too_large", "Die Daten sind größer als 8 MiB."),
    ("encoding", "Die Datei ist nicht in UTF-8 gespeichert."),
    ("other_format", "Die Datei ist ein PDF, eine Office-Datei oder ein ZIP-Archiv."),
    ("empty_input", "Die Datei ist leer."),
    ("syntax", "Der Text ist kein gültiges JSON."),
    ("missing_art", "Das Feld „art“ fehlt."),
    ("unknown_art", "Diese Art von Vereinbarung ist nicht bekannt."),
    ("fassung_too_new", "Die Daten haben eine neuere Fassung, als dieses Programm liest."),
    ("unknown_field", "Das Feld gibt es nicht; genannt wird das ähnlichste bekannte."),
    ("unknown_value", "Der Wert gehört nicht zur Auswahl; genannt wird der ähnlichste bekannte."),
    ("wrong_type", "Der Wert hat nicht die erwartete Form (Text, Zahl, Wahrheitswert, Liste oder Objekt)."),
    ("invalid_format", "Ein Datum, eine Zahl oder ein Amtlicher Gemeindeschlüssel ist nicht richtig geschrieben."),
    ("duplicate_field", "Ein Feld steht zweimal im selben Objekt."),
];
