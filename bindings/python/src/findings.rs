//! Findings, converted.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyTuple, PyType};
use vereinbar::Finding;

/// The findings as `vereinbar.Finding`.
pub(crate) fn convert<'py>(py: Python<'py>, findings: &[Finding]) -> PyResult<Bound<'py, PyTuple>> {
    let converted = findings.iter().map(|finding| one(py, finding)).collect::<PyResult<Vec<_>>>()?;
    PyTuple::new(py, converted)
}

fn one<'py>(py: Python<'py>, finding: &Finding) -> PyResult<Bound<'py, PyAny>> {
    static FINDING: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    static POSITION: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    const MODULE: &str = "vereinbar.findings";
    let position = match finding.position {
        Some(position) => Some(POSITION.import(py, MODULE, "Position")?.call1((position.line, position.column))?),
        None => None,
    };
    FINDING.import(py, MODULE, "Finding")?.call1((
        finding.code,
        finding.severity.as_str(),
        &finding.path,
        &finding.place,
        &finding.message,
        &finding.remedy,
        finding.source,
        position,
        finding.to_string(),
    ))
}
