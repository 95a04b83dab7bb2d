//! The class `Auswertung`.

use std::ffi::CString;
use std::path::PathBuf;

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBytes, PyDict, PyString, PyType};
use vereinbar::evaluate::{ResultCell, ResultTable, tables};
use vereinbar::modell::Datum;
use vereinbar::{Listen, ReportOptions, Standard};
use vereinbar_evaluate::{csv, ics, xlsx};

use crate::guard::guard;
use crate::options::GivenLetterhead;
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
