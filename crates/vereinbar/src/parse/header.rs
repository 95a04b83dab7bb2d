//! The beginning: which kind of agreement is this, and can it be read?

use std::fmt::Write as _;

use serde::Deserialize;
use serde_json::Value;
use serde_path_to_error::{Path, Segment};

use super::{input_finding, position, syntax};
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
pub(super) fn read(text: &str) -> Result<Art, Finding> {
    if text.trim().is_empty() {
        return Err(input_finding(
            "empty_input",
            "Die Datei ist leer.",
            "Eine leere Vereinbarung schreibt man als {\"art\": \"qualitaetsentwicklungsvereinbarung\"}.",
        ));
    }
    if !text.trim_start().starts_with('{') {
        // A list or a number may be good JSON, but it is no agreement.
        let position = position::of_offset(text, text.len() - text.trim_start().len());
        serde_json::from_str::<Value>(text).map_err(|error| syntax::finding(&error, text))?;
        return Err(input_finding(
            "wrong_type",
            "Hier wird ein Objekt { … } erwartet.",
            "Eine Datei enthält genau eine Vereinbarung.",
        )
        .at(position));
    }
    let header: Header = match serde_json::from_str(text) {
        Ok(header) => header,
        Err(error) if error.is_data() => {
            let finding = input_finding(
                "duplicate_field",
                "Das Feld „art“ oder „fassung“ steht zweimal in den Daten.",
                "Lassen Sie nur eines von beiden stehen.",
            );
            return Err(finding.at(position::of_serde(text, &error)));
        }
        Err(error) => return Err(syntax::finding(&error, text)),
    };
    let art = art(header.art.as_ref()).map_err(|finding| locate(finding, text, "/art"))?;
    fassung(art, header.fassung.as_ref()).map_err(|finding| locate(finding, text, "/fassung"))?;
    Ok(art)
}

fn art(value: Option<&Value>) -> Result<Art, Finding> {
    let known = Art::ALL.iter().map(|art| format!("„{art}“")).collect::<Vec<_>>().join(", ");
    match value {
        None | Some(Value::Null) => Err(input_finding(
            "missing_art",
            "Das Feld „art“ fehlt; ohne es ist nicht bekannt, um welche Vereinbarung es sich handelt.",
            format!("Ergänzen Sie es; möglich ist: {known}."),
        )),
        Some(value) => value.as_str().and_then(|text| text.parse().ok()).ok_or_else(|| {
            input_finding(
                "unknown_art",
                "Diese Art von Vereinbarung ist nicht bekannt.",
                format!("Möglich ist: {known}."),
            )
        }),
    }
}

fn fassung(art: Art, value: Option<&Value>) -> Result<(), Finding> {
    let known = art.fassung();
    match value.and_then(Value::as_u64) {
        Some(fassung) if fassung > u64::from(known) => Err(input_finding(
            "fassung_too_new",
            format!("Die Daten haben die Fassung {fassung}; dieses Programm liest bis zur Fassung {known}."),
            "Verwenden Sie eine neuere Version von vereinbar.",
        )),
        // Anything else that is wrong with it is found where all fields are read.
        _ => Ok(()),
    }
}

fn locate(mut finding: Finding, text: &str, pointer: &str) -> Finding {
    finding.position = position::of_pointer(text, pointer);
    if finding.position.is_some() {
        finding.path = pointer.to_owned();
    }
    finding
}

/// serde's path as a JSON Pointer.
pub(super) fn pointer(path: &Path) -> String {
    let mut pointer = String::new();
    for segment in path.iter() {
        // Writing to a String cannot fail.
        let _ = match segment {
            Segment::Seq { index } => write!(pointer, "/{index}"),
            Segment::Map { key } => write!(pointer, "/{}", key.replace('~', "~0").replace('/', "~1")),
            Segment::Enum { .. } | Segment::Unknown => Ok(()),
        };
    }
    pointer
}
