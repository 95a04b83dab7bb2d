//! The classes `Auswertung` and `Evaluator`: an evaluation, and one that is not finished.

use std::ffi::CString;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBytes, PyDict, PyString, PyType};
use vereinbar::evaluate::{ResultCell, ResultTable, tables};
use vereinbar::modell::Datum;
use vereinbar::{Listen, ReportOptions, Standard};
use vereinbar_evaluate::{EvaluateError, Input, Inputs, collect, csv, ics, xlsx};

use crate::given::{Item, item as read, make_schemas};
use crate::guard::guard;
use crate::interpreter::Interpreter;
use crate::options::{CountKeywords, GivenLetterhead};
use crate::vereinbarung::{html, loads};
use crate::{document, errors};

/// What a calendar needs.
const NO_STICHTAG: &str = "Einen Kalender gibt es nur mit einem Stichtag: evaluate(…, stichtag=\"2027-06-30\").";

/// Eine Auswertung mehrerer Vereinbarungen: unveränderlich und vergleichbar.
///
/// Many agreements, evaluated together. `evaluate` makes it. Every number in it names
/// the agreements behind it.
#[pyclass(frozen, eq, module = "vereinbar")]
#[derive(PartialEq, Eq)]
pub(crate) struct Auswertung(vereinbar::auswertung::Auswertung);

impl Auswertung {
    pub(crate) const fn new(auswertung: vereinbar::auswertung::Auswertung) -> Self {
        Self(auswertung)
    }
}

#[pymethods]
impl Auswertung {
    /// The JSON, as `vereinbar evaluate` writes it: equal evaluations give equal text.
    fn to_json(&self) -> PyResult<String> {
        guard(|| Ok(self.0.to_json()))
    }

    /// The evaluation as a new dict, typed as `vereinbar.results.Auswertung`; what is
    /// missing is left out, days are ISO 8601 text.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        guard(|| Ok(loads(py, &self.0.to_json())?.cast_into()?))
    }

    /// What was found on the way, such as files that could not be read and agreements
    /// that were there twice: new dicts, typed as `vereinbar.results.Befund`.
    #[getter]
    fn befunde<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        guard(|| loads(py, &vereinbar::to_json::text(&self.0.befunde)))
    }

    /// Every table by its name, in the order of the report: a new list of rows, each a
    /// dict with the names of the columns as keys. Values are str, int, `datetime.date`,
    /// lists of the numbers of agreements, or None; `pandas.DataFrame` takes them as they
    /// are. Without a Stichtag those about what is due, over and ahead are
    /// missing.
    #[getter]
    fn tables<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        guard(|| {
            let converted = PyDict::new(py);
            for table in py.detach(|| tables(&self.0)) {
                converted.set_item(table.name, rows(py, &table)?)?;
            }
            Ok(converted)
        })
    }

    /// The report as PDF, for instance for the Jugendhilfeausschuss. It carries its data
    /// as "auswertung.json".
    ///
    /// Args:
    ///     standard: As for `render`.
    ///     letterhead: As for `render`.
    ///     templates: As for `render`.
    ///     listen: Where the lists are printed that the numbers rest on: "angehaengt" (as an
    ///         Anlage after the report), "ohne" (the report alone) or "allein" (the Anlage
    ///         alone).
    ///
    /// Raises:
    ///     RenderError: If a template fails.
    ///     OptionError: If the standard or the place of the lists does not exist.
    #[pyo3(signature = (*, standard = Standard::default().as_str(), letterhead = None, templates = None, listen = Listen::default().as_str()))]
    fn to_pdf<'py>(
        &self,
        py: Python<'py>,
        standard: &str,
        letterhead: Option<GivenLetterhead>,
        templates: Option<PathBuf>,
        listen: &str,
    ) -> PyResult<Bound<'py, PyBytes>> {
        guard(|| {
            let options = ReportOptions {
                standard: standard.parse().map_err(errors::option)?,
                letterhead: letterhead.map(GivenLetterhead::read).transpose().map_err(errors::option)?,
                listen: listen.parse().map_err(errors::option)?,
            };
            let (pdf, remarks) = document::report(py, &self.0, &options, templates)?;
            for remark in remarks {
                warn(py, remark)?;
            }
            Ok(pdf)
        })
    }

    /// A workbook for Excel with a sheet for each table.
    fn to_xlsx<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        guard(|| {
            let workbook = py.detach(|| xlsx(&self.0)).map_err(errors::evaluate)?;
            Ok(PyBytes::new(py, &workbook))
        })
    }

    /// A table as CSV, as German Excel opens it; the names are the keys of `tables`.
    ///
    /// Raises:
    ///     OptionError: If there is no such table.
    fn to_csv<'py>(&self, py: Python<'py>, table: &str) -> PyResult<Bound<'py, PyBytes>> {
        guard(|| {
            let tables = py.detach(|| tables(&self.0));
            match tables.iter().find(|candidate| candidate.name == table) {
                Some(table) => Ok(PyBytes::new(py, &csv(table).map_err(errors::evaluate)?)),
                None => Err(errors::option(self.no_such_table(&tables))),
            }
        })
    }

    /// The dates ahead as a calendar (iCalendar).
    ///
    /// Raises:
    ///     OptionError: If there was no Stichtag, so that no date is ahead.
    fn to_ics<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        guard(|| {
            let calendar = py.detach(|| ics(&self.0)).ok_or_else(|| errors::option(NO_STICHTAG))?;
            Ok(PyBytes::new(py, &calendar))
        })
    }

    // For a notebook, whose user asks to see it.
    fn _repr_html_<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        html(slf.as_any(), "auswertung")
    }

    // Numbers and no more: names and wording do not belong into logs.
    fn __repr__(&self) -> String {
        let kennzahlen = &self.0.kennzahlen;
        let stichtag = self.0.stichtag.map(|stichtag| format!(" stichtag={stichtag}")).unwrap_or_default();
        format!(
            "<Auswertung vereinbarungen={} ziele={} massnahmen={} befunde={}{stichtag}>",
            kennzahlen.vereinbarungen.anzahl,
            kennzahlen.ziele.anzahl,
            kennzahlen.massnahmen.anzahl,
            self.0.befunde.len(),
        )
    }
}

impl Auswertung {
    fn no_such_table(&self, tables: &[ResultTable]) -> String {
        let names = tables.iter().map(|table| table.name).collect::<Vec<_>>().join(", ");
        let more = match self.0.stichtag {
            Some(_) => "",
            None => " Überfälliges, Beendetes und Termine gibt es nur mit einem Stichtag.",
        };
        format!("Diese Tabelle gibt es nicht. Möglich sind: {names}.{more}")
    }
}

/// The rows of a table as dicts.
fn rows<'py>(py: Python<'py>, table: &ResultTable) -> PyResult<Vec<Bound<'py, PyDict>>> {
    let names: Vec<_> = table.columns.iter().map(|column| PyString::new(py, column.name)).collect();
    let row = |cells: &Vec<ResultCell>| {
        let row = PyDict::new(py);
        for (name, cell) in names.iter().zip(cells) {
            row.set_item(name, value(py, cell)?)?;
        }
        Ok(row)
    };
    table.rows.iter().map(row).collect()
}

fn value<'py>(py: Python<'py>, cell: &ResultCell) -> PyResult<Bound<'py, PyAny>> {
    Ok(match cell {
        ResultCell::Text(text) => PyString::new(py, text).into_any(),
        ResultCell::Number(number) => number.into_pyobject(py)?.into_any(),
        ResultCell::Date(datum) => date(py, *datum)?,
        ResultCell::Agreements(numbers) => numbers.into_pyobject(py)?.into_any(),
        _ => py.None().into_bound(py),
    })
}

fn date(py: Python<'_>, datum: Datum) -> PyResult<Bound<'_, PyAny>> {
    static DATE: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    DATE.import(py, "datetime", "date")?.call_method1("fromisoformat", (datum.to_string(),))
}

fn warn(py: Python<'_>, remark: String) -> PyResult<()> {
    static WARNING: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let category = WARNING.import(py, "vereinbar.errors", "TemplateWarning")?;
    PyErr::warn(py, category, &CString::new(remark)?, 1)
}

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
    /// All is read in this process, without limits of time and memory: `evaluate` reads PDFs
    /// in processes of their own.
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
