//! The functions that make a document.

use std::path::PathBuf;

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyBytes;
use vereinbar::auswertung::Auswertung;
use vereinbar::{
    Checked, Diagnostic, EngineError, PageSelection, ParseError, RenderError, RenderOptions, Rendered, Renderer,
    ReportOptions,
};

use crate::errors;
use crate::given::Given;
use crate::guard::guard;
use crate::options::{GivenLetterhead, PreviewKeywords, RenderKeywords};

/// Why no document came out.
enum Failure {
    Parse(ParseError),
    Render(RenderError),
}

/// Makes the PDF; gives it with what Typst remarked about the templates, and what there is to
/// say about its fields.
#[pyfunction]
pub(crate) fn render<'py>(
    value: &Bound<'py, PyAny>,
    options: RenderKeywords<'py>,
) -> PyResult<(Bound<'py, PyBytes>, Vec<String>, Vec<String>)> {
    let py = value.py();
    guard(|| {
        let (options, templates) = options.read()?;
        let source = Given::new(value)?;
        let rendered =
            with_renderer(py, &source, &options, templates, |renderer, checked| renderer.render(checked, &options))?;
        let (bytes, remarks) = pdf(py, &rendered);
        Ok((bytes, remarks, rendered.of_fields().map(ToString::to_string).collect()))
    })
}

/// Draws pages as PNG images.
#[pyfunction]
pub(crate) fn preview<'py>(
    value: &Bound<'py, PyAny>,
    options: &Bound<'py, PyAny>,
) -> PyResult<Vec<Bound<'py, PyBytes>>> {
    let py = value.py();
    guard(|| {
        let PreviewKeywords { pages, ppi } = options.extract()?;
        let pages: PageSelection = pages.parse().map_err(|error: EngineError| errors::render(py, &error.into()))?;
        let (options, templates) = options.extract::<RenderKeywords<'_>>()?.read()?;
        let source = Given::new(value)?;
        let pages = with_renderer(py, &source, &options, templates, |renderer, checked| {
            renderer.preview(checked, &options, &pages, ppi)
        })?;
        Ok(pages.iter().map(|page| PyBytes::new(py, &page.bytes)).collect())
    })
}

/// Refuses a letterhead that cannot be used; gives what is otherwise in print than it was asked for.
#[pyfunction]
pub(crate) fn check_letterhead(letterhead: GivenLetterhead) -> PyResult<Option<String>> {
    guard(|| Ok(letterhead.read().map_err(errors::option)?.remark()))
}

/// Makes the report on an evaluation; gives it with what Typst remarked.
pub(crate) fn report<'py>(
    py: Python<'py>,
    auswertung: &Auswertung,
    options: &ReportOptions,
    templates: Option<PathBuf>,
) -> PyResult<(Bound<'py, PyBytes>, Vec<String>)> {
    let embedded = renderer(py)?;
    let rendered =
        py.detach(|| with_templates(embedded, templates, |renderer| renderer.render_auswertung(auswertung, options)));
    Ok(pdf(py, &rendered.map_err(|error| errors::render(py, &error))?))
}

/// The bytes, and what Typst remarked about the templates.
fn pdf<'py>(py: Python<'py>, rendered: &Rendered) -> (Bound<'py, PyBytes>, Vec<String>) {
    (PyBytes::new(py, &rendered.pdf), rendered.template_warnings.iter().map(Diagnostic::in_german).collect())
}

/// Reads the source, checks it and makes a document of it, all without the interpreter.
fn with_renderer<T: Send>(
    py: Python<'_>,
    source: &Given<'_>,
    options: &RenderOptions,
    templates: Option<PathBuf>,
    make: impl FnOnce(&Renderer, &Checked) -> Result<T, RenderError> + Send,
) -> PyResult<T> {
    let embedded = renderer(py)?;
    let result = py.detach(|| {
        let checked = source.check(options.validate_options()).map_err(Failure::Parse)?;
        with_templates(embedded, templates, |renderer| make(renderer, &checked)).map_err(Failure::Render)
    });
    result.map_err(|failure| match failure {
        Failure::Parse(error) => source.error(py, error),
        Failure::Render(error) => errors::render(py, &error),
    })
}

/// Makes a document with the embedded templates, or with those of a folder laid over them.
fn with_templates<T>(
    embedded: &Renderer,
    templates: Option<PathBuf>,
    make: impl FnOnce(&Renderer) -> Result<T, RenderError>,
) -> Result<T, RenderError> {
    match templates {
        Some(folder) => make(&embedded.with_templates(&folder)?),
        None => make(embedded),
    }
}

/// The one renderer of the process, made when it is first needed.
///
/// It is made while attached to the interpreter, which does not fork meanwhile, so no
/// child process finds it half made.
fn renderer(py: Python<'_>) -> PyResult<&'static Renderer> {
    static RENDERER: PyOnceLock<Renderer> = PyOnceLock::new();
    RENDERER.get_or_try_init(py, Renderer::new).map_err(|error| errors::render(py, &error))
}
