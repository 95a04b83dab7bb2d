//! Text to an agreement: the quick way, and where it fails the search for every fault.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::error::{ParseError, input_finding};
use super::{header, position, structure, syntax};
use crate::finding::Finding;
use crate::limits::MAX_INPUT_BYTES;
use crate::modell::{Vereinbarung, of_kind};
use crate::schema::{Node, place_in};

/// Reads an agreement from JSON text.
///
/// A byte order mark at the beginning is accepted. Every part may be missing;
/// `null` counts as missing. Only `art` must be there. What comes back may still
/// be incomplete or contradict itself: that is [`validate`](crate::validate())'s
/// to say.
///
/// # Errors
/// [`ParseError`] with all findings when the text is no JSON, its `art` or
/// `fassung` is not known, or a field is unknown or holds the wrong kind of
/// value. Each has JSON Pointer, line and column.
///
/// ```
/// let v = vereinbar::parse(r#"{"art": "qualitaetsentwicklungsvereinbarung", "stand": "2026-12-01"}"#)?;
/// assert_eq!(v.art().as_str(), "qualitaetsentwicklungsvereinbarung");
///
/// let error = vereinbar::parse(r#"{"art": "qualitaetsentwicklungsvereinbarung", "treager": {}}"#).unwrap_err();
/// assert_eq!(error.findings()[0].code, "unknown_field");
/// assert_eq!(error.findings()[0].path, "/treager");
/// # Ok::<(), vereinbar::ParseError>(())
/// ```
pub fn parse(text: &str) -> Result<Vereinbarung, ParseError> {
    if text.len() > MAX_INPUT_BYTES {
        return Err(ParseError::one(too_large()));
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let art = header::read(text)?;
    of_kind!(art, Kind => parse_as::<Kind>(Node::root(art), text).map(Vereinbarung::from))
}

/// Reads an agreement from the bytes of a file, which must be UTF-8.
///
/// # Errors
/// As [`parse()`], and with the finding `encoding` when the bytes are not UTF-8.
pub fn parse_bytes(bytes: &[u8]) -> Result<Vereinbarung, ParseError> {
    if bytes.len() > MAX_INPUT_BYTES {
        return Err(ParseError::one(too_large()));
    }
    if let Some(finding) = other_format(bytes) {
        return Err(ParseError::one(finding));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => parse(text),
        Err(error) => {
            let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let position = position::of_offset(&String::from_utf8_lossy(valid), valid.len());
            Err(ParseError::one(
                input_finding("encoding", "Die Datei ist nicht in UTF-8 gespeichert.", "Speichern Sie sie als UTF-8.")
                    .at(position),
            ))
        }
    }
}

/// Files that are handed over by mistake, told by their first bytes.
fn other_format(bytes: &[u8]) -> Option<Finding> {
    let (what, remedy) = if bytes.starts_with(b"%PDF-") {
        ("eine PDF-Datei", "Lesen Sie ihre Daten mit `vereinbar extract` (in Rust und Python: `extract`).")
    } else if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        ("eine Datei von Word, Excel oder ein ZIP-Archiv", "Speichern Sie die Daten als JSON.")
    } else {
        return None;
    };
    Some(input_finding("other_format", format!("Das ist {what}, keine JSON-Datei."), remedy))
}

/// The quick way for good input; only when it fails is every fault looked for,
/// along the schema whose root is given.
fn parse_as<T: DeserializeOwned>(root: Node, text: &str) -> Result<T, ParseError> {
    let mut json = serde_json::Deserializer::from_str(text);
    let error = match serde_path_to_error::deserialize(&mut json) {
        Ok(parsed) => match json.end() {
            Ok(()) => return Ok(parsed),
            Err(error) => return Err(ParseError::one(syntax::finding(&error, text))),
        },
        Err(error) => error,
    };
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) => return Err(ParseError::one(syntax::finding(&error, text))),
    };
    let mut findings = faults(root, text, &value);
    if findings.is_empty() {
        findings.push(unexplained(root, text, &error));
    }
    Err(ParseError { findings })
}

/// Reads what is no agreement but has a schema, all of it checked against that.
pub(crate) fn parse_strictly<T: DeserializeOwned>(root: Node, text: &str) -> Result<T, Vec<Finding>> {
    if text.len() > MAX_INPUT_BYTES {
        return Err(vec![too_large()]);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let parsed = parse_as(root, text).map_err(ParseError::into_findings)?;
    let findings = faults(root, text, &serde_json::from_str(text).unwrap_or_default());
    if findings.is_empty() { Ok(parsed) } else { Err(findings) }
}

/// Where the value does not fit the schema, with place and position.
fn faults(root: Node, text: &str, value: &Value) -> Vec<Finding> {
    let mut findings = structure::check(root, value);
    for finding in &mut findings {
        finding.position = position::of_pointer(text, &finding.path);
        finding.place = place_in(root, &finding.path);
    }
    findings
}

/// What the walk along the schema does not see: in a parsed `Value` a field that
/// is there twice stands once.
fn unexplained(root: Node, text: &str, error: &serde_path_to_error::Error<serde_json::Error>) -> Finding {
    let pointer = header::pointer(error.path());
    let place = place_in(root, &pointer);
    let position = position::of_serde(text, error.inner());
    let finding = if error.inner().to_string().starts_with("duplicate field") {
        input_finding("duplicate_field", "Ein Feld steht hier zweimal.", "Lassen Sie nur eines von beiden stehen.")
    } else {
        input_finding(
            "wrong_type",
            "Dieser Wert passt nicht zu seinem Feld.",
            "Vergleichen Sie ihn mit dem Schema (`vereinbar schema`).",
        )
    };
    Finding { path: pointer, place, ..finding.at(position) }
}

fn too_large() -> Finding {
    input_finding(
        "input_too_large",
        "Die Daten sind größer als 8 MiB.",
        "Prüfen Sie, ob es die richtige Datei ist; eine Vereinbarung ist viel kleiner.",
    )
}
