//! The function that evaluates many agreements together.

use std::cell::RefCell;
use std::ffi::CString;
use std::path::PathBuf;

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyIterator, PyType};
use vereinbar::auswertung::Befund;
use vereinbar_evaluate::{Evaluated, RunOptions};

use crate::errors;
use crate::evaluation::Auswertung;
use crate::given::{Item, item_of, make_schemas};
use crate::guard::guard;
use crate::interpreter::Interpreter;
use crate::options::{CountKeywords, EvaluateKeywords, WorkerKeywords};

/// Evaluates a list of paths, or what an iterator gives one by one.
#[pyfunction]
pub(crate) fn evaluate(items: &Bound<'_, PyAny>, options: &Bound<'_, PyAny>) -> PyResult<Auswertung> {
    let py = items.py();
    guard(|| {
        make_schemas(py);
        let workers = options.extract::<WorkerKeywords>()?.read(py)?;
        let EvaluateKeywords { jobs, on_progress } = options.extract()?;
        let options = options.extract::<CountKeywords<'_>>()?.read()?;
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
                match interpreter.next(&items, |item| item_of(item, number))? {
                    Ok(Item::Input(input)) => return Some(Ok(input)),
                    Ok(Item::Unreadable(befund)) => unreadable.borrow_mut().push(befund),
                    Err(error) => return Some(Err(error)),
                }
            }
        }))
    }
}

/// Says what of the processes is otherwise than asked for.
fn warn(py: Python<'_>, note: String) -> PyResult<()> {
    static WARNING: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let category = WARNING.import(py, "vereinbar.errors", "ProcessWarning")?;
    PyErr::warn(py, category, &CString::new(note)?, 1)
}
