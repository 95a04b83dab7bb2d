//! The library's errors as the exceptions of `vereinbar.errors`.

use std::error::Error;
use std::io;
use std::path::Path;

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use vereinbar::evaluate::StateError;
use vereinbar::system::reason;
use vereinbar::{Diagnostic, EngineError, ExtractError, Finding, ParseError, RefreshError, RenderError};
use vereinbar_batch::BatchError;
use vereinbar_evaluate::EvaluateError;
use vereinbar_tables::{RowFinding, TableError};

use crate::findings;
use crate::panics;

mod python {
    //! The classes, which are Python's.
    use pyo3::import_exception;

    import_exception!(vereinbar.errors, ExtractError);
    import_exception!(vereinbar.errors, FileError);
    import_exception!(vereinbar.errors, InternalError);
    import_exception!(vereinbar.errors, OptionError);
    import_exception!(vereinbar.errors, ParseError);
    import_exception!(vereinbar.errors, RenderError);
    import_exception!(vereinbar.errors, ValidationError);
}

/// An item of an iterable is nothing that is taken.
pub(crate) fn wrong_item(item: &Bound<'_, PyAny>) -> PyErr {
    match item.get_type().name() {
        Ok(name) => PyTypeError::new_err(format!(
            "Erwartet werden Pfade, gelesene Vereinbarungen, Zuordnungen und Paare aus Quelle und Vereinbarung, nicht {name}."
        )),
        Err(failure) => failure,
    }
}

/// The text that was handed over is no agreement.
pub(crate) fn parse(py: Python<'_>, error: &ParseError) -> PyErr {
    with_findings(py, error.findings(), |findings| python::ParseError::new_err((error.to_string(), findings)))
}

/// The text that was handed over is the name of a file.
pub(crate) fn parse_file_name(py: Python<'_>, error: &ParseError) -> PyErr {
    const REMEDY: &str = "Den Namen einer Datei geben Sie als pathlib.Path an.";
    with_findings(py, error.findings(), |findings| python::ParseError::new_err((format!("{error} {REMEDY}"), findings)))
}

/// The same for an object from which the text was written here: its lines and
/// columns are no place that the caller knows.
pub(crate) fn parse_without_positions(py: Python<'_>, error: ParseError) -> PyErr {
    let (message, findings) = without_positions(error);
    with_findings(py, &findings, |findings| python::ParseError::new_err((message, findings)))
}

/// Message and findings of an error, without lines and columns.
fn without_positions(error: ParseError) -> (String, Vec<Finding>) {
    remove_positions(error.to_string(), error.into_findings())
}

fn remove_positions(mut message: String, mut findings: Vec<Finding>) -> (String, Vec<Finding>) {
    for finding in &mut findings {
        if finding.position.is_some() {
            let with_position = finding.to_string();
            finding.position = None;
            message = message.replacen(&with_position, &finding.to_string(), 1);
        }
    }
    (message, findings)
}

/// A document besides an agreement cannot be read. The text of an object was written here,
/// and its lines and columns are left out.
pub(crate) fn document(py: Python<'_>, message: String, findings: &[Finding], is_written: bool) -> PyErr {
    let (message, findings) =
        if is_written { remove_positions(message, findings.to_vec()) } else { (message, findings.to_vec()) };
    with_findings(py, &findings, |findings| python::ParseError::new_err((message, findings)))
}

/// No document came out.
pub(crate) fn render(py: Python<'_>, error: &RenderError) -> PyErr {
    let message = error.to_string();
    match error {
        RenderError::Findings { stage, findings } => with_findings(py, findings, |findings| {
            python::ValidationError::new_err((message, findings, stage.as_str()))
        }),
        RenderError::Engine(EngineError::Panicked { detail }) => {
            python::InternalError::new_err((message, panics::detail(detail)))
        }
        RenderError::Engine(
            EngineError::PageSelection
            | EngineError::Resolution
            | EngineError::NoSuchPage { .. }
            | EngineError::PageTooLarge { .. },
        )
        | RenderError::Fillable(_) => python::OptionError::new_err(message),
        RenderError::Engine(EngineError::Template { diagnostics }) => {
            let diagnostics: Vec<String> = diagnostics.iter().map(Diagnostic::in_german).collect();
            python::RenderError::new_err((message, diagnostics))
        }
        _ => python::RenderError::new_err(message),
    }
}

/// A document has ended its process, or took more than it may.
pub(crate) fn lost(py: Python<'_>, message: String, findings: &[Finding]) -> PyErr {
    with_findings(py, findings, |findings| python::RenderError::new_err((message, (), findings)))
}

/// The PDF gives no agreement.
pub(crate) fn extract(py: Python<'_>, error: &ExtractError) -> PyErr {
    with_findings(py, error.findings(), |findings| python::ExtractError::new_err((error.to_string(), findings)))
}

/// The form was not drawn anew.
pub(crate) fn refresh(error: &RefreshError) -> PyErr {
    python::ExtractError::new_err((error.to_string(), ()))
}

/// The batch did not begin, or ended before its time.
pub(crate) fn batch(py: Python<'_>, error: BatchError) -> PyErr {
    let message = error.to_string();
    match error {
        BatchError::Table(error) => table(py, error),
        BatchError::Render(error) => render(py, &error),
        BatchError::Unreadable { path, error } | BatchError::Unwritable { path, error } => {
            system(py, message, &path, error)
        }
        BatchError::Busy(path) => file(message, &path, None),
        BatchError::Exists(paths) => {
            let path = paths.into_iter().next().unwrap_or_default();
            file(message, &path, None)
        }
        BatchError::Name(_)
        | BatchError::NoOutput
        | BatchError::NothingToMark
        | BatchError::MarkedIsTable(_)
        | BatchError::MarkedIsNoWorkbook(_)
        | BatchError::OtherEnding { .. }
        | BatchError::NoSuchRow { .. }
        | BatchError::OrphansInside(_)
        | BatchError::DuplexWithoutCombined
        | BatchError::TooManyCombined { .. }
        | BatchError::TooManyRows => option(message),
        _ => python::RenderError::new_err(message),
    }
}

/// The table cannot be read.
pub(crate) fn table(py: Python<'_>, error: TableError) -> PyErr {
    let message = error.to_string();
    match error {
        TableError::Rows(error) => raised(error),
        TableError::Headings(problems) => headings(py, message, &problems),
        TableError::Unreadable { path, error } => system(py, message, &path, error),
        TableError::NoTable { path, .. } => file(message, &path, None),
        TableError::Shared(problems) => {
            let problems: Vec<RowFinding> = problems.into_iter().map(|(_, problem)| problem).collect();
            headings(py, message, &problems)
        }
        TableError::NoArt
        | TableError::NoArtOfList
        | TableError::TooManyEntries { .. }
        | TableError::TooManyFields(_)
        | TableError::NoRows
        | TableError::OtherArt { .. }
        | TableError::SeveralKinds
        | TableError::Ending { .. } => option(message),
        _ => python::ParseError::new_err((message, PyTuple::empty(py).unbind())),
    }
}

/// What was found in rows or headings.
pub(crate) fn headings(py: Python<'_>, message: String, problems: &[RowFinding]) -> PyErr {
    match findings::of_rows(py, problems) {
        Ok(findings) => python::ParseError::new_err((message, findings.unbind())),
        Err(failure) => failure,
    }
}

/// The system refuses to read or to write.
fn system(py: Python<'_>, message: String, path: &Path, error: io::Error) -> PyErr {
    let raised = file(message, path, error.raw_os_error());
    raised.set_cause(py, Some(error.into()));
    raised
}

/// A folder cannot be written.
pub(crate) fn folder(py: Python<'_>, folder: &Path, error: io::Error) -> PyErr {
    let what = if error.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() {
        "enthält schon solche Dateien. Wählen Sie einen anderen Ordner, oder überschreiben Sie sie mit overwrite=True."
            .to_owned()
    } else {
        format!("kann nicht geschrieben werden: {}", reason(&error))
    };
    system(py, format!("{} {what}", folder.display()), folder, error)
}

/// Bytes are no state of an evaluation.
pub(crate) fn state(py: Python<'_>, error: StateError) -> PyErr {
    python::ParseError::new_err((error.to_string(), PyTuple::empty(py).unbind()))
}

/// The evaluation did not begin, or ended before its time.
pub(crate) fn evaluate(error: EvaluateError) -> PyErr {
    let message = error.to_string();
    match error {
        EvaluateError::Inputs(error) => raised(error),
        EvaluateError::NotFound(path) => {
            let reason = path.metadata().err().and_then(|reason| reason.raw_os_error());
            file(message, &path, reason)
        }
        _ => internal(&message),
    }
}

/// What an iterator of Python raises goes on as it is.
fn raised(error: Box<dyn Error + Send + Sync>) -> PyErr {
    match error.downcast::<PyErr>() {
        Ok(raised) => *raised,
        Err(other) => internal(&other.to_string()),
    }
}

fn file(message: String, path: &Path, errno: Option<i32>) -> PyErr {
    python::FileError::new_err((message, path.to_owned().into_os_string(), errno))
}

/// An option has a value that does not exist.
#[expect(clippy::needless_pass_by_value, reason = "it stands in map_err")]
pub(crate) fn option(error: impl ToString) -> PyErr {
    python::OptionError::new_err(error.to_string())
}

/// Rust panicked.
pub(crate) fn internal(detail: &str) -> PyErr {
    const MESSAGE: &str = "In vereinbar ist ein interner Fehler aufgetreten. Der nächste Aufruf ist davon nicht \
        betroffen. Bitte melden Sie den Fehler.";
    python::InternalError::new_err((MESSAGE, panics::detail(detail)))
}

fn with_findings(py: Python<'_>, findings: &[Finding], error: impl FnOnce(Py<PyTuple>) -> PyErr) -> PyErr {
    match findings::convert(py, findings) {
        Ok(findings) => error(findings.unbind()),
        Err(failure) => failure,
    }
}
