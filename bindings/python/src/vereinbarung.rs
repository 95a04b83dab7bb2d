//! The class `Vereinbarung`.

use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyDict;
use vereinbar::Art;

use crate::errors;
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
    ///
    /// Args:
    ///     art: The kind of agreement that it is; with it the dict has the type of that kind
    ///         in `vereinbar.types`, for an editor that completes keys.
    ///
    /// Raises:
    ///     OptionError: If it is an agreement of another kind.
    #[pyo3(signature = (art = None))]
    fn to_dict<'py>(&self, py: Python<'py>, art: Option<&str>) -> PyResult<Bound<'py, PyDict>> {
        guard(|| {
            let is = self.0.art();
            let art = art.map(Art::named).transpose().map_err(errors::option)?;
            if art.is_some_and(|art| art != is) {
                return Err(errors::option(format!("Diese Vereinbarung ist von der Art {is}.")));
            }
            Ok(loads(py, &self.0.to_json())?.cast_into()?)
        })
    }

    // For a notebook, whose user asks to see it.
    fn _repr_html_<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        html(slf.as_any(), "vereinbarung")
    }

    // The kind and no more: names and wording do not belong into logs.
    fn __repr__(&self) -> String {
        format!("<Vereinbarung {}>", self.0.art())
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        Ok((py.import("vereinbar")?.getattr("parse")?, (self.to_json()?,)))
    }
}

/// What a notebook shows of an object: `vereinbar._html` writes it.
pub(crate) fn html<'py>(value: &Bound<'py, PyAny>, function: &str) -> PyResult<Bound<'py, PyAny>> {
    value.py().import("vereinbar._html")?.call_method1(function, (value,))
}

/// JSON text as Python objects.
pub(crate) fn loads<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    static LOADS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    LOADS.import(py, "json", "loads")?.call1((text,))
}
