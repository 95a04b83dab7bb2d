//! What a caller hands over as an agreement, or as an item of an evaluation.

use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyByteArray, PyBytes, PyMapping, PyString, PyTuple};
use vereinbar::auswertung::Befund;
use vereinbar::{Art, Checked, ParseError, ValidateOptions, check, parse, parse_bytes, schema};
use vereinbar_evaluate::Input;

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

/// What an item is.
pub(crate) enum Item {
    Input(Input),
    Unreadable(Befund),
}

const NO_PAIR: &str = "Ein Paar besteht aus der Quelle (Text) und der Vereinbarung, die keine Datei ist: \
     (\"Zeile 17\", vereinbarung). Ein Pfad ist selbst die Quelle und steht ohne sie.";
const NO_AGREEMENT: &str = "Der Eintrag ist keine lesbare Vereinbarung; `parse` nennt die Stellen.";

/// An item, by its number from 1, or with the words for where it is from.
pub(crate) fn item_of(item: &Bound<'_, PyAny>, number: usize) -> PyResult<Item> {
    let Ok(pair) = item.cast::<PyTuple>() else {
        // Bytes that nobody has named may be meant for the name of a file.
        let is_bytes = item.is_instance_of::<PyBytes>() || item.is_instance_of::<PyByteArray>();
        return if is_bytes { Err(errors::wrong_item(item)) } else { self::item(item, format!("Eintrag {number}")) };
    };
    let Ok((quelle, item)) = pair.extract::<(String, Bound<'_, PyAny>)>() else {
        return Err(errors::option(NO_PAIR));
    };
    match self::item(&item, quelle)? {
        Item::Input(Input::Path(_)) => Err(errors::option(NO_PAIR)),
        other => Ok(other),
    }
}

/// An item; where it is no path, from `quelle`.
pub(crate) fn item(item: &Bound<'_, PyAny>, quelle: String) -> PyResult<Item> {
    let py = item.py();
    if let Ok(read) = item.cast::<Vereinbarung>() {
        let vereinbarung = (*read.get().shared()).clone();
        return Ok(Item::Input(Input::Vereinbarung { vereinbarung, quelle }));
    }
    if let Ok(bytes) = item.cast::<PyBytes>() {
        return Ok(Item::Input(Input::Content { bytes: bytes.as_bytes().to_vec(), quelle }));
    }
    if let Ok(bytes) = item.cast::<PyByteArray>() {
        return Ok(Item::Input(Input::Content { bytes: bytes.to_vec(), quelle }));
    }
    if item.is_instance_of::<PyString>() || item.hasattr("__fspath__")? {
        return Ok(Item::Input(Input::Path(item.extract()?)));
    }
    if item.cast::<PyMapping>().is_err() {
        return Err(errors::wrong_item(item));
    }
    let text = json::write(item)?;
    Ok(match py.detach(|| parse_bytes(&text)) {
        Ok(vereinbarung) => Item::Input(Input::Vereinbarung { vereinbarung, quelle }),
        // What is wrong in it would name fields of the user, and with them perhaps a Träger.
        Err(_) => Item::Unreadable(Befund::unreadable(quelle, NO_AGREEMENT)),
    })
}
