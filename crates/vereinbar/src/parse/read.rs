//! What is read along a schema: the text, its limits, and what is wrong with it.

use std::marker::PhantomData;

use serde::Serialize;
use serde::de::{DeserializeOwned, DeserializeSeed};
use serde_path_to_error::{Path, Segment, Track};

use super::error::ParseError;
use super::{finding_codes, nfc, outline, scanner, structure, syntax};
use crate::finding::Finding;
use crate::limits::MAX_INPUT_BYTES;
use crate::pointer::{PointerBuf, Step};
use crate::schema::Node;
use crate::spelling::without_bom;

/// The text to read, unless it is too long: without the byte order mark.
pub(super) fn limited(text: &str) -> Result<&str, ParseError> {
    if text.len() > MAX_INPUT_BYTES {
        return Err(too_large().into());
    }
    Ok(without_bom(text))
}

pub(super) fn too_large() -> Finding {
    finding_codes::INPUT_TOO_LARGE
        .finding("Prüfen Sie, ob es die richtige Datei ist; eine Vereinbarung ist viel kleiner.")
}

/// Reads what is no agreement but has a schema, all of it checked against that.
pub(crate) fn parse_strictly<T: Serialize + DeserializeOwned>(root: Node, text: &str) -> Result<T, Vec<Finding>> {
    strictly(root, text).map(nfc::normalized).map_err(ParseError::into_findings)
}

fn strictly<T: DeserializeOwned>(root: Node, text: &str) -> Result<T, ParseError> {
    let text = limited(text)?;
    outline::check(text)?;
    let Ok(parsed) = serde_json::from_str(text) else {
        return Err(explained(root, text, PhantomData::<T>));
    };
    structure::check(root, text).map_or(Ok(parsed), Err)
}

/// What is wrong with JSON that cannot be read as `seed`, along the schema whose
/// root is given.
pub(super) fn explained<'de>(root: Node, text: &'de str, seed: impl DeserializeSeed<'de>) -> ParseError {
    structure::check(root, text).unwrap_or_else(|| unexplained(root, text, seed).into())
}

/// What the walk along the schema does not see: a field that is there twice.
fn unexplained<'de>(root: Node, text: &'de str, seed: impl DeserializeSeed<'de>) -> Finding {
    let mut json = serde_json::Deserializer::from_str(text);
    let mut track = Track::new();
    let read = seed.deserialize(serde_path_to_error::Deserializer::new(&mut json, &mut track));
    let Some(error) = read.err().or_else(|| json.end().err()) else {
        return other_type();
    };
    if !error.is_data() {
        return syntax::finding(&error, text);
    }
    let path = pointer(&track.path()).to_string();
    let finding = if error.to_string().starts_with("duplicate field") {
        finding_codes::DUPLICATE_FIELD.saying("Ein Feld steht hier zweimal.", "Lassen Sie nur eines von beiden stehen.")
    } else {
        other_type()
    };
    Finding { place: root.place(&path), path, ..finding.at(scanner::of_serde(text, &error)) }
}

fn other_type() -> Finding {
    finding_codes::WRONG_TYPE
        .saying("Dieser Wert passt nicht zu seinem Feld.", "Vergleichen Sie ihn mit dem Schema (`vereinbar schema`).")
}

/// serde's path as a JSON Pointer.
fn pointer(path: &Path) -> PointerBuf {
    path.iter()
        .filter_map(|segment| match segment {
            Segment::Seq { index } => Some(Step::Index(*index)),
            Segment::Map { key } => Some(Step::Key(key.clone())),
            Segment::Enum { .. } | Segment::Unknown => None,
        })
        .collect()
}
