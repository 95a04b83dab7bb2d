//! The function that evaluates many agreements together.

use std::cell::RefCell;
use std::path::PathBuf;

use pyo3::prelude::*;
use pyo3::types::{PyIterator, PyMapping, PyString};
use vereinbar::auswertung::Befund;
use vereinbar::parse_bytes;
use vereinbar_evaluate::{Evaluated, Input, RunOptions};

use crate::evaluation::Auswertung;
use crate::given::make_schemas;
use crate::guard::guard;
use crate::interpreter::Interpreter;
use crate::options::EvaluateKeywords;
use crate::vereinbarung::Vereinbarung;
use crate::workers::{WorkerKeywords, warn};
use crate::{errors, json};

/// Evaluates a list of paths, or what an iterator gives one by one.
#[pyfunction]
pub(crate) fn evaluate(items: &Bound<'_, PyAny>, options: &Bound<'_, PyAny>) -> PyResult<Auswertung> {
    let py = items.py();
    guard(|| {
        make_schemas(py);
        let workers = options.extract::<WorkerKeywords>()?.read(py)?;
        let (options, jobs, on_progress) = options.extract::<EvaluateKeywords<'_>>()?.read()?;
        let run = RunOptions { jobs, workers };
        let items = Items::new(items)?;
        let interpreter = Interpreter::new(on_progress);
        let (result, unreadable) = interpreter.wait_for(py, |on_progress| {
            let unreadable = RefCell::new(Vec::new());
            let inputs = items.inputs(&interpreter, &unreadable);
            let result = vereinbar_evaluate::evaluate(inputs, &options, run, interpreter.cancel(), &mut |progress| {
                let mut progress = *progress;
                let failed = unreadable.borrow().len();
                progress.done += failed;
                progress.failed += failed;
                on_progress(&progress);
            });
            (result, unreadable.into_inner())
        })?;
        let Evaluated { mut auswertung, notes, .. } = result.map_err(errors::evaluate)?;
        notes.into_iter().try_for_each(|note| warn(py, note))?;
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
enum Item {
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
                match interpreter.next(&items, |item| read(item, number))? {
                    Ok(Item::Input(input)) => return Some(Ok(input)),
                    Ok(Item::Unreadable(befund)) => unreadable.borrow_mut().push(befund),
                    Err(error) => return Some(Err(error)),
                }
            }
        }))
    }
}

const NO_AGREEMENT: &str = "Der Eintrag ist keine lesbare Vereinbarung; `parse` nennt die Stellen.";

/// An item, by its number from 1.
fn read(item: &Bound<'_, PyAny>, number: usize) -> PyResult<Item> {
    let py = item.py();
    let quelle = format!("Eintrag {number}");
    if let Ok(read) = item.cast::<Vereinbarung>() {
        let vereinbarung = (*read.get().shared()).clone();
        return Ok(Item::Input(Input::Vereinbarung { vereinbarung, quelle }));
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
