//! The library's errors as the exceptions of `vereinbar.errors`.

use pyo3::prelude::*;
use pyo3::types::PyTuple;
use vereinbar::{EngineError, ExtractError, Finding, ParseError, RenderError};

use crate::findings;
use crate::panics;

mod python {
    //! The classes, which are Python's.
    use pyo3::import_exception;

    import_exception!(vereinbar.errors, ExtractError);
    import_exception!(vereinbar.errors, InternalError);
    import_exception!(vereinbar.errors, OptionError);
    import_exception!(vereinbar.errors, ParseError);
    import_exception!(vereinbar.errors, RenderError);
    import_exception!(vereinbar.errors, ValidationError);
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
    let mut message = error.to_string();
    let mut findings = error.into_findings();
    for finding in &mut findings {
        if finding.position.is_some() {
            let with_position = finding.to_string();
            finding.position = None;
            message = message.replacen(&with_position, &finding.to_string(), 1);
        }
    }
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
        ) => python::OptionError::new_err(message),
        RenderError::Engine(EngineError::Template { diagnostics }) => {
            let diagnostics: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
            python::RenderError::new_err((message, diagnostics))
        }
        _ => python::RenderError::new_err(message),
    }
}

/// The PDF gives no agreement.
pub(crate) fn extract(py: Python<'_>, error: &ExtractError) -> PyErr {
    with_findings(py, error.findings(), |findings| python::ExtractError::new_err((error.to_string(), findings)))
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
