//! The beginning: which kind of agreement is this, and can it be read?

use std::fmt::Write as _;

use serde::Deserialize;
use serde_json::Value;
use serde_path_to_error::{Path, Segment};

use super::error::{ParseError, input_finding};
use super::{position, syntax};
use crate::finding::Finding;
use crate::modell::Art;

/// What is read of any agreement, of a known kind or not.
#[derive(Deserialize)]
struct Header {
    #[serde(default)]
    art: Option<Value>,
    #[serde(default)]
    fassung: Option<Value>,
}

/// Reads `art` and `fassung`.
pub(super) fn read(text: &str) -> Result<Art, ParseError> {
    if text.trim().is_empty() {
        return Err(ParseError::one(input_finding(
            "empty_input",
            "Die Datei ist leer.",
            "Eine leere Vereinbarung schreibt man als {\"art\": \"qualitaetsentwicklungsvereinbarung\"}.",
        )));
    }
    let broken = |error: serde_json::Error| ParseError::one(syntax::finding(&error, text));
    if !text.trim_start().starts_with('{') {
        // A list or a number may be good JSON, but it is no agreement.
        serde_json::from_str::<Value>(text).map_err(broken)?;
        let finding = input_finding(
            "wrong_type",
            "Hier wird ein Objekt { … } erwartet.",
            "Eine Datei enthält genau eine Vereinbarung.",
        );
        let position = position::of_offset(text, text.len() - text.trim_start().len());
        return Err(ParseError::one(finding.at(position)));
    }
    let header: Header = match serde_json::from_str(text) {
        Ok(header) => header,
        Err(error) if error.is_data() => {
            let finding = input_finding(
                "duplicate_field",
                "Das Feld „art“ oder „fassung“ steht zweimal in den Daten.",
                "Lassen Sie nur eines von beiden stehen.",
            );
            return Err(ParseError::one(finding.at(position::of_serde(text, &error))));
        }
        Err(error) => return Err(broken(error)),
    };
    let art = art(header.art.as_ref(), text)?;
    check_fassung(art, header.fassung.as_ref(), text)?;
    Ok(art)
}

fn art(value: Option<&Value>, text: &str) -> Result<Art, ParseError> {
    let known = Art::ALL.iter().map(|art| format!("„{art}“")).collect::<Vec<_>>().join(", ");
    let Some(value) = value.filter(|value| !value.is_null()) else {
        return Err(ParseError::one(input_finding(
            "missing_art",
            "Das Feld „art“ fehlt; ohne es ist nicht bekannt, um welche Vereinbarung es sich handelt.",
            format!("Ergänzen Sie es; möglich ist: {known}."),
        )));
    };
    value.as_str().and_then(|art| art.parse().ok()).ok_or_else(|| {
        let message = "Diese Art von Vereinbarung ist nicht bekannt.";
        let finding = input_finding("unknown_art", message, format!("Möglich ist: {known}."));
        at_field(finding, text, "/art")
    })
}

fn check_fassung(art: Art, value: Option<&Value>, text: &str) -> Result<(), ParseError> {
    let known = art.fassung();
    match value.and_then(Value::as_u64) {
        Some(fassung) if fassung > u64::from(known) => {
            let finding = input_finding(
                "fassung_too_new",
                format!("Die Daten haben die Fassung {fassung}; dieses Programm liest bis zur Fassung {known}."),
                "Verwenden Sie eine neuere Version von vereinbar.",
            );
            Err(at_field(finding, text, "/fassung"))
        }
        // Anything else that is wrong with it is found where all fields are read.
        _ => Ok(()),
    }
}

fn at_field(finding: Finding, text: &str, pointer: &str) -> ParseError {
    let position = position::of_pointer(text, pointer);
    ParseError::one(Finding { path: pointer.to_owned(), position, ..finding })
}

/// serde's path as a JSON Pointer.
pub(super) fn pointer(path: &Path) -> String {
    let mut pointer = String::new();
    for segment in path {
        // Writing to a String cannot fail.
        let _ = match segment {
            Segment::Seq { index } => write!(pointer, "/{index}"),
            Segment::Map { key } => write!(pointer, "/{}", key.replace('~', "~0").replace('/', "~1")),
            Segment::Enum { .. } | Segment::Unknown => Ok(()),
        };
    }
    pointer
}
