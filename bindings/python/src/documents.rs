//! Documents besides agreements that are handed over: a mapping, JSON text or its bytes.

use std::borrow::Cow;

use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyBytes, PyString};
use vereinbar::Profile;
use vereinbar::auswertung::{FruehereAuswertung, Vorlage};

use crate::{errors, json};

/// The text of a document, and whether it was written here: then its lines and columns say
/// nothing to who handed over an object.
fn text<'a>(value: &'a Bound<'_, PyAny>) -> PyResult<(Cow<'a, str>, bool)> {
    Ok(if let Ok(text) = value.cast::<PyString>() {
        (text.to_string_lossy(), false)
    } else if let Ok(bytes) = value.cast::<PyBytes>() {
        (String::from_utf8_lossy(bytes.as_bytes()), false)
    } else if let Ok(bytes) = value.cast::<PyByteArray>() {
        (String::from_utf8_lossy(&bytes.to_vec()).into_owned().into(), false)
    } else {
        (String::from_utf8_lossy(&json::write(value)?).into_owned().into(), true)
    })
}

/// The profile of an office; the default where there is none.
pub(crate) fn profile(value: Option<&Bound<'_, PyAny>>) -> PyResult<Profile> {
    let Some(value) = value else { return Ok(Profile::default()) };
    let (text, is_written) = text(value)?;
    Profile::parse(&text).map_err(|error| errors::document(value.py(), error.to_string(), error.findings(), is_written))
}

/// What is said of the paper for a committee.
pub(crate) fn vorlage(value: Option<&Bound<'_, PyAny>>) -> PyResult<Option<Vorlage>> {
    let Some(value) = value else { return Ok(None) };
    let (text, is_written) = text(value)?;
    Vorlage::parse(&text)
        .map(Some)
        .map_err(|error| errors::document(value.py(), error.to_string(), error.findings(), is_written))
}

/// An earlier evaluation; an object that was just made says itself what its JSON is.
pub(crate) fn vorher(value: Option<&Bound<'_, PyAny>>) -> PyResult<Option<FruehereAuswertung>> {
    let Some(value) = value else { return Ok(None) };
    let read = if value.hasattr("to_json")? {
        FruehereAuswertung::parse(&value.call_method0("to_json")?.extract::<String>()?)
    } else {
        FruehereAuswertung::parse(&text(value)?.0)
    };
    read.map(Some).map_err(|error| errors::document(value.py(), error.to_string(), &[], true))
}
