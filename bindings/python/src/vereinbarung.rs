//! The class `Vereinbarung`.

use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyDict;

use crate::guard::guard;

/// Eine gelesene Vereinbarung: unveränderlich, vergleichbar, als Schlüssel verwendbar.
///
/// An agreement that was read, with everything in it. `parse`, `extract` and
/// `blank` make it. It does not change; to change something, edit what
/// `to_dict()` gives and `parse` that.
#[pyclass(frozen, eq, hash, module = "vereinbar")]
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct Vereinbarung(Arc<vereinbar::Vereinbarung>);

impl Vereinbarung {
    pub(crate) fn new(vereinbarung: Arc<vereinbar::Vereinbarung>) -> Self {
        Self(vereinbarung)
    }

    /// The agreement itself, not a copy.
    pub(crate) fn shared(&self) -> Arc<vereinbar::Vereinbarung> {
        Arc::clone(&self.0)
    }
}

#[pymethods]
impl Vereinbarung {
    /// The kind of agreement, for example "qualitaetsentwicklungsvereinbarung".
    #[getter]
    fn art(&self) -> &'static str {
        self.0.art().as_str()
    }

    /// The canonical JSON, as a PDF carries it: equal agreements give equal text.
    fn to_json(&self) -> PyResult<String> {
        guard(|| Ok(self.0.to_json()))
    }

    /// The agreement as a new dict; missing parts are left out, dates are ISO 8601 text.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        guard(|| Ok(loads(py, &self.0.to_json())?.cast_into()?))
    }

    // The kind and no more: names and wording do not belong into logs.
    fn __repr__(&self) -> String {
        format!("<Vereinbarung {}>", self.0.art())
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        Ok((py.import("vereinbar")?.getattr("parse")?, (self.to_json()?,)))
    }
}

/// JSON text as Python objects.
pub(crate) fn loads<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    static LOADS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    LOADS.import(py, "json", "loads")?.call1((text,))
}
