//! The functions around tables: empty and filled ones, what headings mean, single values.

use std::path::PathBuf;

use pyo3::prelude::*;
use pyo3::types::PyBytes;
use serde_json::Value;
use vereinbar::Art;
use vereinbar_batch::table_from;
use vereinbar_tables::{Proposal, TableError, TableFormat, TableOptions};

use crate::given::{Given, make_schemas};
use crate::guard::guard;
use crate::interpreter::Interpreter;
use crate::rows::{GivenColumns, Rows};
use crate::vereinbarung::Vereinbarung;
use crate::{errors, json};

/// Bytes of a table, and what is to be told about it.
type Table<'py> = (Bound<'py, PyBytes>, Vec<String>);

/// An empty table, or one of agreements that are there.
#[pyfunction]
pub(crate) fn table<'py>(
    py: Python<'py>,
    art: Option<&str>,
    paths: Option<Vec<PathBuf>>,
    entries: usize,
    columns: Option<GivenColumns>,
    format: &str,
) -> PyResult<Table<'py>> {
    guard(|| {
        make_schemas(py);
        let art: Option<Art> = art.map(Art::named).transpose().map_err(errors::option)?;
        let columns = columns.map(|columns| columns.read(py)).transpose()?.unwrap_or_default();
        let options = TableOptions { entries, columns };
        let format = TableFormat::of(format!("x.{format}").as_ref())
            .map_err(|_| errors::option("Eine Tabelle wird als „xlsx“ oder „csv“ geschrieben."))?;
        let made = py.detach(|| match paths {
            None => {
                let art = art.ok_or(TableError::NoArt)?;
                vereinbar_tables::table(art, &options, format).map(|bytes| (bytes, Vec::new()))
            }
            Some(paths) => {
                let made = table_from(&paths, art, &options, format)?;
                let unread = made.unread.iter().map(|(file, why)| format!("{}: {why}", file.display()));
                Ok((made.bytes, unread.chain(made.notes).collect()))
            }
        });
        let (bytes, notes) = made.map_err(|error| errors::table(py, error))?;
        Ok((PyBytes::new(py, &bytes), notes))
    })
}

/// Of each heading: itself, how certain the proposal is, the fields, and what is to be done.
type Proposed = (String, &'static str, Vec<String>, String);

/// What the headings of a table may mean.
#[pyfunction]
pub(crate) fn columns(
    rows: &Bound<'_, PyAny>,
    headings: Option<Vec<String>>,
    art: &str,
    sheet: Option<String>,
    header_row: Option<std::num::NonZeroUsize>,
) -> PyResult<Vec<Proposed>> {
    let py = rows.py();
    guard(|| {
        make_schemas(py);
        let art = Art::named(art).map_err(errors::option)?;
        let rows = Rows::new(rows, headings, sheet, header_row)?;
        let interpreter = Interpreter::new(None);
        let result = interpreter
            .wait_for(py, |_| vereinbar_tables::propose(rows.source(&interpreter, Some(art)), art))?
            .map_err(|error| errors::table(py, error))?;
        let proposed = |one: Proposal| {
            let hint = one.hint();
            (one.heading, one.confidence.as_str(), one.fields, hint)
        };
        Ok(result.into_iter().map(proposed).collect())
    })
}

/// An agreement with some values set.
#[pyfunction]
pub(crate) fn set(value: &Bound<'_, PyAny>, values: &Bound<'_, PyAny>) -> PyResult<Vereinbarung> {
    let py = value.py();
    guard(|| {
        let given = Given::new(value)?.read_detached(py)?;
        let Value::Object(values) = json::row(values, Some(given.art()))? else {
            return Err(errors::option("Was zu setzen ist, ist ein dict aus Feld und Wert."));
        };
        let changed = py.detach(|| vereinbar_tables::set(&given, values));
        let changed = changed.map_err(|error| errors::rows(py, error.to_string(), error.findings()))?;
        Ok(Vereinbarung::new(std::sync::Arc::new(changed)))
    })
}

/// Every agreement that a PDF carries.
#[pyfunction]
pub(crate) fn extract_all(pdf: &Bound<'_, PyBytes>) -> PyResult<Vec<Vereinbarung>> {
    let py = pdf.py();
    guard(|| {
        make_schemas(py);
        let pdf = pdf.as_bytes();
        let found = py.detach(|| vereinbar::extract_all(pdf)).map_err(|error| errors::extract(py, &error))?;
        let read = found.into_iter().map(|found| {
            let read = found.vereinbarung.map_err(|error| errors::extract(py, &error.into()))?;
            Ok(Vereinbarung::new(std::sync::Arc::new(read)))
        });
        read.collect()
    })
}
