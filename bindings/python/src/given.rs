//! What a caller hands over as an agreement.

use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyByteArray, PyBytes, PyString};
use vereinbar::{Art, Checked, ParseError, ValidateOptions, check, parse, parse_bytes, schema};

use crate::vereinbarung::Vereinbarung;
use crate::{checked, errors, json};

/// An agreement, or the text that it is read from; free of Python, so that it is
/// read without the interpreter.
pub(crate) enum Given<'a> {
    /// It was read before.
    Read(Arc<vereinbar::Vereinbarung>),
    /// JSON text.
    Text(&'a str),
    /// The bytes of a JSON file.
    Bytes(Cow<'a, [u8]>),
    /// JSON text that was written from a mapping.
    Written(Vec<u8>),
}

impl<'a> Given<'a> {
    pub(crate) fn new(value: &'a Bound<'_, PyAny>) -> PyResult<Self> {
        make_schemas(value.py());
        if let Ok(read) = value.cast::<Vereinbarung>() {
            return Ok(Self::Read(read.get().shared()));
        }
        if let Ok(text) = value.cast::<PyString>() {
            // Text with half a surrogate pair has no UTF-8 form; the finding on encoding says so.
            return text.to_str().map(Self::Text).or_else(|_| Ok(Self::Bytes(json::encoded(text)?.into())));
        }
        if let Ok(bytes) = value.cast::<PyBytes>() {
            return Ok(Self::Bytes(bytes.as_bytes().into()));
        }
        if let Ok(bytes) = value.cast::<PyByteArray>() {
            return Ok(Self::Bytes(bytes.to_vec().into()));
        }
        json::write(value).map(Self::Written)
    }

    /// Reads the agreement.
    pub(crate) fn read(&self) -> Result<Arc<vereinbar::Vereinbarung>, ParseError> {
        match self {
            Self::Read(vereinbarung) => Ok(Arc::clone(vereinbarung)),
            Self::Text(text) => parse(text).map(Arc::new),
            Self::Bytes(bytes) => parse_bytes(bytes).map(Arc::new),
            Self::Written(text) => parse_bytes(text).map(Arc::new),
        }
    }

    /// Reads the agreement and checks it.
    pub(crate) fn check(&self, options: ValidateOptions) -> Result<Arc<Checked>, ParseError> {
        let vereinbarung = self.read()?;
        Ok(match self {
            Self::Read(_) => checked::once(vereinbarung, options),
            Self::Text(_) | Self::Bytes(_) | Self::Written(_) => Arc::new(check(vereinbarung, options)),
        })
    }

    /// The same as `read` for a caller that is attached to the interpreter and waits without it.
    pub(crate) fn read_detached(&self, py: Python<'_>) -> PyResult<Arc<vereinbar::Vereinbarung>> {
        py.detach(|| self.read()).map_err(|error| self.error(py, error))
    }

    /// The exception for what `read` found.
    pub(crate) fn error(&self, py: Python<'_>, error: ParseError) -> PyErr {
        match self {
            Self::Written(_) => errors::parse_without_positions(py, error),
            Self::Text(text) if is_file_name(text) => errors::parse_file_name(py, &error),
            _ => errors::parse(py, &error),
        }
    }
}

/// Whether the text is rather the name of a file.
fn is_file_name(text: &str) -> bool {
    let ends = |ending| Path::new(text).extension().is_some_and(|extension| extension.eq_ignore_ascii_case(ending));
    !text.contains(['{', '\n']) && (ends("json") || ends("pdf"))
}

/// Makes the schemas, which findings are named by, when the first agreement comes in.
///
/// The interpreter is attached here and does not fork meanwhile, so no child process
/// finds them half made.
pub(crate) fn make_schemas(py: Python<'_>) {
    static MADE: PyOnceLock<()> = PyOnceLock::new();
    MADE.get_or_init(py, || {
        for art in Art::ALL {
            let _ = schema(Some(*art));
        }
    });
}
