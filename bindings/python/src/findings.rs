//! Findings, converted.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyTuple, PyType};
use vereinbar::{Finding, Severity};
use vereinbar_tables::HeadingProblem;

const MODULE: &str = "vereinbar.findings";
/// Where the rules about headings come from, in the library's words for such rules.
const SOURCE: &str = "Datenformat";

/// The findings as `vereinbar.Finding`.
pub(crate) fn convert<'py>(py: Python<'py>, findings: &[Finding]) -> PyResult<Bound<'py, PyTuple>> {
    let converted = findings.iter().map(|finding| one(py, finding)).collect::<PyResult<Vec<_>>>()?;
    PyTuple::new(py, converted)
}

/// The same for headings, which are places of a table and not of an agreement.
pub(crate) fn of_headings<'py>(py: Python<'py>, problems: &[HeadingProblem]) -> PyResult<Bound<'py, PyTuple>> {
    let converted = problems.iter().map(|problem| {
        let HeadingProblem { code, heading, message, .. } = problem;
        let severity = Severity::Error.as_str();
        class(py)?.call1((
            *code,
            severity,
            "",
            heading,
            message,
            problem.remedy(),
            SOURCE,
            py.None(),
            problem.to_string(),
        ))
    });
    PyTuple::new(py, converted.collect::<PyResult<Vec<_>>>()?)
}

fn one<'py>(py: Python<'py>, finding: &Finding) -> PyResult<Bound<'py, PyAny>> {
    static POSITION: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let position = match finding.position {
        Some(position) => Some(POSITION.import(py, MODULE, "Position")?.call1((position.line, position.column))?),
        None => None,
    };
    class(py)?.call1((
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

fn class(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    static FINDING: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    FINDING.import(py, MODULE, "Finding")
}
