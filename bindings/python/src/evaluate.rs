//! The function that evaluates many agreements together.

use std::cell::RefCell;
use std::path::PathBuf;

use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyBytes, PyIterator, PyMapping, PyString, PyTuple};
use vereinbar::auswertung::Befund;
use vereinbar::parse_bytes;
use vereinbar_evaluate::Input;

use crate::evaluation::Auswertung;
use crate::given::make_schemas;
use crate::guard::guard;
use crate::interpreter::Interpreter;
use crate::options::{CountKeywords, EvaluateKeywords};
use crate::vereinbarung::Vereinbarung;
use crate::{errors, json};

/// Evaluates a list of paths, or what an iterator gives one by one.
#[pyfunction]
pub(crate) fn evaluate<'py>(items: &Bound<'py, PyAny>, options: &Bound<'py, PyAny>) -> PyResult<Auswertung> {
    let py = items.py();
    guard(|| {
        make_schemas(py);
        let EvaluateKeywords { jobs, on_progress } = options.extract()?;
        let options = options.extract::<CountKeywords<'_>>()?.read()?;
        let items = Items::new(items)?;
        let interpreter = Interpreter::new(on_progress);
        let (result, unreadable) = interpreter.wait_for(py, |on_progress| {
            let unreadable = RefCell::new(Vec::new());
            let inputs = items.inputs(&interpreter, &unreadable);
            let result = vereinbar_evaluate::evaluate(inputs, &options, jobs, interpreter.cancel(), &mut |progress| {
                let mut progress = *progress;
                let failed = unreadable.borrow().len();
                progress.done += failed;
                progress.failed += failed;
                on_progress(&progress);
            });
            (result, unreadable.into_inner())
        })?;
        let mut auswertung = result.map_err(errors::evaluate)?.auswertung;
        for befund in unreadable {
            auswertung.report(befund);
        }
        Ok(Auswertung::new(auswertung))
    })
}

/// What a caller hands over, free of the interpreter.
enum Items {
    Paths(Vec<PathBuf>),
    Iterator(Py<PyIterator>),
}

/// What an item is.
pub(crate) enum Item {
    Input(Input),
    Unreadable(Befund),
}

impl Items {
    fn new(items: &Bound<'_, PyAny>) -> PyResult<Self> {
        Ok(match items.cast::<PyIterator>() {
            Ok(items) => Self::Iterator(items.clone().unbind()),
            Err(_) => Self::Paths(items.extract()?),
        })
    }

    /// The library's inputs; mappings that are no agreements become findings.
    fn inputs<'a>(
        self,
        interpreter: &'a Interpreter,
        unreadable: &'a RefCell<Vec<Befund>>,
    ) -> vereinbar_evaluate::Inputs<'a> {
        let items = match self {
            Self::Paths(paths) => return vereinbar_evaluate::Inputs::paths(paths),
            Self::Iterator(items) => items,
        };
        let mut number = 0_usize;
        vereinbar_evaluate::Inputs::items(std::iter::from_fn(move || {
            loop {
                number += 1;
                match interpreter.next(&items, |item| read_of(item, number))? {
                    Ok(Item::Input(input)) => return Some(Ok(input)),
                    Ok(Item::Unreadable(befund)) => unreadable.borrow_mut().push(befund),
                    Err(error) => return Some(Err(error)),
                }
            }
        }))
    }
}

const NO_PAIR: &str = "Ein Paar besteht aus der Quelle (Text) und der Vereinbarung, die keine Datei ist: \
     (\"Zeile 17\", vereinbarung). Ein Pfad ist selbst die Quelle und steht ohne sie.";
const NO_AGREEMENT: &str = "Der Eintrag ist keine lesbare Vereinbarung; `parse` nennt die Stellen.";

/// An item, by its number from 1, or with the words for where it is from.
fn read_of(item: &Bound<'_, PyAny>, number: usize) -> PyResult<Item> {
    let Ok(pair) = item.cast::<PyTuple>() else {
        // Bytes that nobody has named may be meant for the name of a file.
        let is_bytes = item.is_instance_of::<PyBytes>() || item.is_instance_of::<PyByteArray>();
        return if is_bytes { Err(errors::wrong_item(item)) } else { read(item, format!("Eintrag {number}")) };
    };
    let Ok((quelle, item)) = pair.extract::<(String, Bound<'_, PyAny>)>() else {
        return Err(errors::option(NO_PAIR));
    };
    match read(&item, quelle)? {
        Item::Input(Input::Path(_)) => Err(errors::option(NO_PAIR)),
        other => Ok(other),
    }
}

/// An item; where it is no path, from `quelle`.
pub(crate) fn read(item: &Bound<'_, PyAny>, quelle: String) -> PyResult<Item> {
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
