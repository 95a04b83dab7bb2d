//! The class `Evaluator`: an evaluation that is not finished.

use std::sync::{Mutex, MutexGuard, PoisonError};

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyType};
use vereinbar_evaluate::{EvaluateError, Input, Inputs, collect};

use crate::errors;
use crate::evaluate::{Item, read};
use crate::evaluation::Auswertung;
use crate::given::make_schemas;
use crate::guard::guard;
use crate::interpreter::Interpreter;
use crate::options::CountKeywords;

/// What is missing where an agreement is no file.
const NO_QUELLE: &str = "Sagen Sie, woher die Vereinbarung ist: add(vereinbarung, \"Zeile 17\").";
const OWN_QUELLE: &str = "Ein Pfad ist selbst die Quelle; lassen Sie quelle weg.";

/// Eine Auswertung, die noch offen ist: in Teilen gezählt, an einer Stelle zusammengeführt.
///
/// An evaluation in parts: several processes or machines each count their agreements, and
/// one puts together what they have counted. In any order and any parts the result is that
/// of one `evaluate` over all. Threads may share it. It can be pickled.
///
/// The options are those of `evaluate`, the same in every part.
///
/// Raises:
///     OptionError: If an option has a value that does not exist.
///
/// Example:
///     >>> import vereinbar
///     >>> north, south = vereinbar.Evaluator(), vereinbar.Evaluator()
///     >>> north.add({"art": "qualitaetsentwicklungsvereinbarung", "aktenzeichen": "51-1"}, "Nord, Zeile 2")
///     >>> south.add({"art": "qualitaetsentwicklungsvereinbarung", "aktenzeichen": "51-2"}, "Süd, Zeile 2")
///     >>> north.merge(vereinbar.Evaluator.from_bytes(south.to_bytes()))
///     >>> north.finish()
///     <Auswertung vereinbarungen=2 ziele=0 massnahmen=0 befunde=0>
#[pyclass(frozen, module = "vereinbar")]
pub(crate) struct Evaluator(Mutex<vereinbar_evaluate::Evaluator>);

impl Evaluator {
    const fn of(evaluator: vereinbar_evaluate::Evaluator) -> Self {
        Self(Mutex::new(evaluator))
    }

    /// What one call does to it is whole, so a panic in another leaves nothing half done.
    fn lock(&self) -> MutexGuard<'_, vereinbar_evaluate::Evaluator> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes what was collected elsewhere, without the interpreter.
    fn take(&self, py: Python<'_>, other: vereinbar_evaluate::Evaluator) -> PyResult<()> {
        py.detach(|| self.lock().merge(other)).map_err(errors::option)
    }
}

#[pymethods]
impl Evaluator {
    #[new]
    #[pyo3(signature = (**options), text_signature = "(*, stichtag=None, anonym=None, vorher=None, vorlage=None)")]
    fn new(py: Python<'_>, options: Option<&Bound<'_, PyDict>>) -> PyResult<Self> {
        guard(|| Ok(Self::of(vereinbar_evaluate::Evaluator::new(CountKeywords::of(py, options)?.read()?))))
    }

    /// Takes an agreement, or those of a file or folder. What cannot be read becomes a Befund.
    ///
    /// Args:
    ///     item: As for `evaluate`: an agreement that was read, a dict, the bytes of a PDF or
    ///         JSON file, or the path of a file or folder.
    ///     quelle: Where it is from, for the list of agreements and for findings; not for a path.
    ///
    /// Raises:
    ///     FileError: If a path does not exist.
    ///     OptionError: If it is not said where an agreement is from.
    #[pyo3(signature = (item, quelle = None))]
    fn add(&self, item: &Bound<'_, PyAny>, quelle: Option<String>) -> PyResult<()> {
        let py = item.py();
        guard(|| {
            make_schemas(py);
            let has_quelle = quelle.is_some();
            match read(item, quelle.unwrap_or_default())? {
                Item::Input(Input::Path(_)) if has_quelle => return Err(errors::option(OWN_QUELLE)),
                Item::Input(input @ Input::Path(_)) => {
                    let options = self.lock().options().clone();
                    let interpreter = Interpreter::new(None);
                    let collected = interpreter.wait_for(py, |on_progress| {
                        collect(Inputs::items([Ok(input)]), &options, None, interpreter.cancel(), on_progress)
                    })?;
                    self.take(py, collected.map_err(errors::evaluate)?.evaluator)?;
                }
                _ if !has_quelle => return Err(errors::option(NO_QUELLE)),
                Item::Input(Input::Vereinbarung { vereinbarung, quelle }) => {
                    py.detach(|| self.lock().add(&vereinbarung, &quelle));
                }
                Item::Input(input) => {
                    let options = self.lock().options().clone();
                    let collected: Result<_, EvaluateError> =
                        py.detach(|| vereinbar_evaluate::collect_one(input, &options));
                    self.take(py, collected.map_err(errors::evaluate)?)?;
                }
                Item::Unreadable(befund) => self.lock().report(befund),
            }
            Ok(())
        })
    }

    /// Takes what another one has taken; that stays as it is.
    ///
    /// Raises:
    ///     OptionError: If its options are others; then nothing is taken.
    fn merge(&self, py: Python<'_>, other: &Self) -> PyResult<()> {
        guard(|| {
            // One after the other: two that take each other would wait for ever.
            let other = py.detach(|| other.lock().clone());
            self.take(py, other)
        })
    }

    /// How many agreements were taken, copies and older versions included.
    #[getter]
    fn added(&self) -> usize {
        self.lock().added()
    }

    /// What was taken so far, options included, for another process of the same version.
    ///
    /// It holds names and texts of the agreements, also with `anonym`: what names nobody is
    /// the finished evaluation.
    ///
    /// Raises:
    ///     OptionError: If it is larger than a gigabyte; make more and smaller parts.
    fn to_bytes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        guard(|| {
            let bytes = py.detach(|| self.lock().to_bytes()).map_err(errors::option)?;
            Ok(PyBytes::new(py, &bytes))
        })
    }

    /// Reads what `to_bytes` gave.
    ///
    /// Raises:
    ///     ParseError: If the bytes are something else, damaged, or of another version.
    #[classmethod]
    fn from_bytes(class: &Bound<'_, PyType>, state: &[u8]) -> PyResult<Self> {
        guard(|| {
            let py = class.py();
            let read = py.detach(|| vereinbar_evaluate::Evaluator::from_bytes(state));
            Ok(Self::of(read.map_err(|error| errors::state(py, error))?))
        })
    }

    /// Evaluates what was taken; more can be taken afterwards, and evaluated again.
    fn finish(&self, py: Python<'_>) -> PyResult<Auswertung> {
        guard(|| {
            Ok(Auswertung::new(py.detach(|| {
                let taken = self.lock().clone();
                taken.finish()
            })))
        })
    }

    // Numbers and no more: names do not belong into logs.
    fn __repr__(&self) -> String {
        format!("<Evaluator added={}>", self.lock().added())
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (Bound<'py, PyBytes>,))> {
        let state = slf.get().to_bytes(slf.py())?;
        Ok((slf.get_type().getattr("from_bytes")?, (state,)))
    }
}
