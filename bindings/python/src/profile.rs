//! The profile of an office.

use std::borrow::Cow;

use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyBytes, PyString};
use vereinbar::Profile;

use crate::{errors, json};

/// The profile from a mapping, JSON text or its bytes; the default where there is none.
pub(crate) fn read(value: Option<&Bound<'_, PyAny>>) -> PyResult<Profile> {
    let Some(value) = value else { return Ok(Profile::default()) };
    let py = value.py();
    let text: Cow<'_, str> = if let Ok(text) = value.cast::<PyString>() {
        text.to_string_lossy()
    } else if let Ok(bytes) = value.cast::<PyBytes>() {
        String::from_utf8_lossy(bytes.as_bytes())
    } else if let Ok(bytes) = value.cast::<PyByteArray>() {
        String::from_utf8_lossy(&bytes.to_vec()).into_owned().into()
    } else {
        let written = String::from_utf8_lossy(&json::write(value)?).into_owned();
        return Profile::parse(&written).map_err(|error| errors::profile_without_positions(py, &error));
    };
    Profile::parse(&text).map_err(|error| errors::profile(py, &error))
}
