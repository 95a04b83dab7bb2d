//! Findings, converted.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyTuple, PyType};
use vereinbar::Finding;
use vereinbar_tables::{FoundInRows, RowFinding};

const MODULE: &str = "vereinbar.findings";

/// The findings as `vereinbar.Finding`.
pub(crate) fn convert<'py>(py: Python<'py>, findings: &[Finding]) -> PyResult<Bound<'py, PyTuple>> {
    static FINDING: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let class = FINDING.import(py, MODULE, "Finding")?;
    tuple(py, findings, |finding| class.call((), Some(&fields(py, finding, &finding.to_string())?)))
}

/// Those of a table as `vereinbar.RowFinding`.
pub(crate) fn of_rows<'py>(py: Python<'py>, findings: &[RowFinding]) -> PyResult<Bound<'py, PyTuple>> {
    static ROW_FINDING: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let class = ROW_FINDING.import(py, MODULE, "RowFinding")?;
    tuple(py, findings, |found| {
        let fields = fields(py, &found.finding, &found.to_string())?;
        of_column(&fields, found)?;
        class.call((), Some(&fields))
    })
}

/// Those of all rows as `vereinbar.FoundInRows`.
pub(crate) fn of_table<'py>(py: Python<'py>, found: &[FoundInRows]) -> PyResult<Bound<'py, PyTuple>> {
    static FOUND: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let class = FOUND.import(py, MODULE, "FoundInRows")?;
    tuple(py, found, |found| {
        let fields = fields(py, &found.found.finding, &found.to_string())?;
        of_column(&fields, &found.found)?;
        fields.set_item("rows", PyTuple::new(py, &found.rows)?)?;
        fields.set_item("sources", PyTuple::new(py, &found.sources)?)?;
        fields.set_item("files", PyTuple::new(py, &found.files)?)?;
        class.call((), Some(&fields))
    })
}

fn of_column(fields: &Bound<'_, PyDict>, found: &RowFinding) -> PyResult<()> {
    fields.set_item("column", found.column.as_deref())?;
    fields.set_item("letter", found.letter.as_deref())
}

fn tuple<'py, T>(
    py: Python<'py>,
    findings: &[T],
    convert: impl Fn(&T) -> PyResult<Bound<'py, PyAny>>,
) -> PyResult<Bound<'py, PyTuple>> {
    PyTuple::new(py, findings.iter().map(convert).collect::<PyResult<Vec<_>>>()?)
}

/// What both have; `text` is all of it in one line.
fn fields<'py>(py: Python<'py>, finding: &Finding, text: &str) -> PyResult<Bound<'py, PyDict>> {
    static POSITION: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let position = match finding.position {
        Some(position) => Some(POSITION.import(py, MODULE, "Position")?.call1((position.line, position.column))?),
        None => None,
    };
    let fields = PyDict::new(py);
    fields.set_item("code", finding.code)?;
    fields.set_item("severity", finding.severity.as_str())?;
    fields.set_item("path", &finding.path)?;
    fields.set_item("further_paths", PyTuple::new(py, &finding.further_paths)?)?;
    fields.set_item("place", &finding.place)?;
    fields.set_item("message", &finding.message)?;
    fields.set_item("remedy", &finding.remedy)?;
    fields.set_item("source", finding.source)?;
    fields.set_item("position", position)?;
    fields.set_item("text", text)?;
    Ok(fields)
}
