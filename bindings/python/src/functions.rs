//! The functions that make no document, and the constants.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::{IntoPyDict as _, PyBytes, PyList, PyTuple};
use vereinbar::entgelt::NOTHING_TO_CALCULATE;
use vereinbar::{
    Art, Ausfuellhilfe, BlankOptions, BuilderSchema, RenderOptions, Severity, Stage, Standard, TooMuchRoom,
    ValidateOptions, Wortlaut, limits,
};
use vereinbar_tables::workers::{MAX_JOBS, Phase};
use vereinbar_workers::{MAX_MEMORY_LIMIT, MAX_TIME_LIMIT};

use crate::given::{Given, make_schemas};
use crate::guard::guard;
use crate::options::ValidateKeywords;
use crate::vereinbarung::{Vereinbarung, loads};
use crate::{errors, findings};

/// Reads an agreement.
#[pyfunction]
pub(crate) fn parse<'py>(value: &Bound<'py, PyAny>) -> PyResult<Bound<'py, Vereinbarung>> {
    let py = value.py();
    guard(|| {
        if let Ok(read) = value.cast::<Vereinbarung>() {
            return Ok(read.clone());
        }
        Bound::new(py, Vereinbarung::new(Given::new(value)?.read_detached(py)?))
    })
}

/// Checks an agreement and gives the findings.
#[pyfunction]
pub(crate) fn validate<'py>(value: &Bound<'py, PyAny>, options: ValidateKeywords<'py>) -> PyResult<Bound<'py, PyList>> {
    let py = value.py();
    guard(|| {
        let options = options.read()?;
        let source = Given::new(value)?;
        let checked = py.detach(|| source.check(options)).map_err(|error| source.error(py, error))?;
        Ok(findings::convert(py, checked.findings())?.to_list())
    })
}

/// Calculates the Entgelt of an agreement, as plain data.
#[pyfunction]
pub(crate) fn calculate<'py>(value: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    let py = value.py();
    guard(|| {
        let checked = vereinbar::check(Given::new(value)?.read_detached(py)?, ValidateOptions::default());
        // A kind without an Entgelt has none.
        let berechnung = checked.berechnung().ok_or_else(|| errors::option(NOTHING_TO_CALCULATE))?;
        loads(py, &vereinbar::to_json::text(berechnung))
    })
}

/// An agreement with nothing in it, and with as much room as is asked for.
#[pyfunction]
pub(crate) fn blank(art: &str, ziele: Option<i64>, zeilen: Option<i64>) -> PyResult<Vereinbarung> {
    guard(|| {
        let art = Art::named(art).map_err(errors::option)?;
        let places = |number| usize::try_from(number).ok().and_then(NonZeroUsize::new).ok_or(TooMuchRoom);
        let room = |number: Option<i64>| number.map(places).transpose();
        let blank = room(ziele).and_then(|ziele| {
            vereinbar::Vereinbarung::blank_with_room(art, BlankOptions { ziele, zeilen: room(zeilen)? })
        });
        Ok(Vereinbarung::new(Arc::new(blank.map_err(errors::option)?)))
    })
}

/// Reads the agreement that a PDF carries.
#[pyfunction]
pub(crate) fn extract(pdf: &Bound<'_, PyBytes>) -> PyResult<Vereinbarung> {
    let py = pdf.py();
    guard(|| {
        make_schemas(py);
        let pdf = pdf.as_bytes();
        let read = py.detach(|| vereinbar::extract(pdf)).map_err(|error| errors::extract(py, &error))?;
        Ok(Vereinbarung::new(Arc::new(read)))
    })
}

/// What a filled form says: the agreement, the changes as plain data, and the findings.
#[pyfunction]
pub(crate) fn extract_answers<'py>(
    pdf: &Bound<'py, PyBytes>,
) -> PyResult<(Vereinbarung, Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
    let py = pdf.py();
    guard(|| {
        make_schemas(py);
        let pdf = pdf.as_bytes();
        let answers = py.detach(|| vereinbar::extract_answers(pdf)).map_err(|error| errors::extract(py, &error))?;
        let changes = loads(py, &vereinbar::to_json::text(&answers.changes))?;
        let findings = findings::convert(py, &answers.findings)?;
        Ok((Vereinbarung::new(Arc::new(answers.vereinbarung)), changes, findings))
    })
}

/// Draws the fields of a filled form anew.
#[pyfunction]
pub(crate) fn refresh<'py>(pdf: &Bound<'py, PyBytes>) -> PyResult<Bound<'py, PyBytes>> {
    let py = pdf.py();
    guard(|| {
        let pdf = pdf.as_bytes();
        let refreshed = py.detach(|| vereinbar::refresh(pdf)).map_err(|error| errors::refresh(&error))?;
        Ok(PyBytes::new(py, &refreshed))
    })
}

/// The JSON Schema of one kind, or of all; or what a builder of forms is given for one.
#[pyfunction]
pub(crate) fn schema<'py>(py: Python<'py>, art: Option<&str>, builder: Option<&str>) -> PyResult<Bound<'py, PyAny>> {
    guard(|| {
        let art = art.map(Art::named).transpose().map_err(errors::option)?;
        let builder: Option<BuilderSchema> = builder.map(str::parse).transpose().map_err(errors::option)?;
        let schema = match (art, builder) {
            (Some(art), Some(builder)) => vereinbar::builder_schema(art, builder),
            (None, Some(_)) => return Err(errors::option("Ein Formular gibt es für eine Art: Geben Sie art an.")),
            (art, None) => vereinbar::schema(art),
        };
        loads(py, &schema.to_string())
    })
}

/// What the system says, by its number, in German.
#[pyfunction]
pub(crate) fn system_reason(number: i32) -> String {
    vereinbar::system::reason(&std::io::Error::from_raw_os_error(number))
}

/// Why a row with so many errors makes no document.
#[pyfunction]
pub(crate) fn row_reason(errors: usize) -> String {
    vereinbar_batch::reason(errors)
}

/// Writes the built-in templates into a folder, to be changed there.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "PyO3 makes an owned path of what Python gives, not a borrowed one")]
pub(crate) fn export_templates(py: Python<'_>, folder: PathBuf, overwrite: bool) -> PyResult<Vec<PathBuf>> {
    guard(|| {
        py.detach(|| vereinbar::export_templates(&folder, overwrite))
            .map_err(|error| errors::folder(py, &folder, error))
    })
}

fn names<T: ToString>(codes: &[T]) -> Vec<String> {
    codes.iter().map(ToString::to_string).collect()
}

/// Adds the library's defaults and choices, so that Python repeats none.
pub(crate) fn add_constants(module: &Bound<'_, PyModule>) -> PyResult<()> {
    let defaults = RenderOptions::default();
    module.add("DEFAULT_STAGE", Stage::default().as_str())?;
    module.add("DEFAULT_STANDARD", defaults.standard.as_str())?;
    module.add("DEFAULT_AUSFUELLHILFE", defaults.ausfuellhilfe.as_str())?;
    module.add("DEFAULT_WORTLAUT", defaults.wortlaut.as_str())?;
    module.add("ARTEN", names(Art::ALL))?;
    module.add("STAGES", names(Stage::ALL))?;
    module.add("STANDARDS", Standard::ALL.map(Standard::as_str))?;
    module.add("AUSFUELLHILFEN", names(Ausfuellhilfe::ALL))?;
    module.add("WORTLAUTE", names(Wortlaut::ALL))?;
    module.add("BUILDER_SCHEMAS", names(BuilderSchema::ALL))?;
    module.add("SEVERITIES", names(Severity::ALL))?;
    // The codes with the words for them.
    let phases = Phase::ALL.iter().map(|phase| (phase.as_str(), phase.bezeichnung()));
    module.add("PHASES", phases.into_py_dict(module.py())?)?;
    module.add("MAX_INPUT_BYTES", limits::MAX_INPUT_BYTES)?;
    module.add("MAX_PDF_BYTES", limits::MAX_PDF_BYTES)?;
    module.add("MAX_COLLECTION_BYTES", limits::MAX_COLLECTION_BYTES)?;
    module.add("MAX_JOBS", MAX_JOBS)?;
    module.add("MAX_MEMORY_LIMIT", MAX_MEMORY_LIMIT)?;
    module.add("MAX_TIME_LIMIT", MAX_TIME_LIMIT)?;
    module.add("MAX_LIST_ITEMS", limits::MAX_LIST_ITEMS)?;
    module.add("__version__", env!("CARGO_PKG_VERSION"))
}

/// Works for another process, until that one has ended or has no more.
#[pyfunction]
pub(crate) fn work(py: Python<'_>) {
    let _ = py.detach(vereinbar_workers::work);
}
