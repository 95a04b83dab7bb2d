//! The functions that make a document in this process.

use std::path::PathBuf;

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBytes, PyTuple};
use vereinbar::auswertung::Auswertung;
use vereinbar::digest::Digest;
use vereinbar::{
    Checked, Diagnostic, EngineError, PageSelection, ParseError, RenderError, RenderOptions, Rendered, Renderer,
    ReportOptions,
};
use vereinbar_batch::BatchError;
use vereinbar_workers::{Lost, NotStarted};

use crate::given::Given;
use crate::guard::guard;
use crate::options::{GivenLetterhead, PreviewKeywords, RenderKeywords};
use crate::vereinbarung::Vereinbarung;
use crate::{errors, findings};

/// Why no document came out.
pub(super) enum NoDocument {
    Parse(ParseError),
    Render(RenderError),
    Context(BatchError),
    NotStarted(NotStarted),
}

impl NoDocument {
    /// As an exception; of an agreement that was handed over as text, `Given` has a better one.
    pub(super) fn raise(self, py: Python<'_>) -> PyErr {
        match self {
            Self::Parse(error) => errors::parse(py, &error),
            Self::Render(error) => errors::render(py, &error),
            Self::Context(error) => errors::batch(py, error),
            Self::NotStarted(error) => errors::lost(py, Lost::NotStarted(error).to_string(), &[]),
        }
    }
}

/// The PDF, its pages, the findings, its SHA-256, what Typst remarked about the templates,
/// and those of the findings that show only once it is laid out.
pub(super) type Document<'py> =
    (Bound<'py, PyBytes>, usize, Bound<'py, PyTuple>, String, Vec<String>, Bound<'py, PyTuple>);

/// Makes the PDF.
#[pyfunction]
pub(crate) fn render<'py>(value: &Bound<'py, PyAny>, options: RenderKeywords<'py>) -> PyResult<Document<'py>> {
    let py = value.py();
    guard(|| {
        let (options, templates) = options.read()?;
        let source = Given::new(value)?;
        let rendered =
            with_renderer(py, &source, &options, templates, |renderer, checked| renderer.render(checked, &options))?;
        made(py, &rendered)
    })
}

/// What Python is given of it.
pub(super) fn made<'py>(py: Python<'py>, rendered: &Rendered) -> PyResult<Document<'py>> {
    let findings = findings::convert(py, &rendered.findings)?;
    let digest = py.detach(|| Digest::of(&rendered.pdf)).to_string();
    let (pdf, remarks) = pdf(py, rendered);
    let of_layout = rendered.of_layout().cloned().collect::<Vec<_>>();
    let of_layout = findings::convert(py, &of_layout)?;
    Ok((pdf, rendered.pages, findings, digest, remarks, of_layout))
}

/// The digest of all that a document depends on besides its data.
#[pyfunction]
pub(crate) fn context(py: Python<'_>, options: RenderKeywords<'_>) -> PyResult<String> {
    guard(|| Ok(digest_of(py, options)?.to_string()))
}

/// What a document is known by before it is made.
#[pyfunction]
pub(crate) fn content_key<'py>(value: &Bound<'py, PyAny>, options: RenderKeywords<'py>) -> PyResult<String> {
    let py = value.py();
    guard(|| {
        let context = digest_of(py, options)?;
        let read = Given::new(value)?.read_detached(py)?;
        Ok(vereinbar_batch::content_key(&read.to_json(), context).to_string())
    })
}

/// The same for an agreement that was read, in a context that is known; with the digest of
/// the agreement.
#[pyfunction]
pub(crate) fn keys_in(vereinbarung: &Bound<'_, Vereinbarung>, context: &str) -> PyResult<(String, String)> {
    guard(|| {
        let context = Digest::parse(context).ok_or_else(|| errors::option(NO_CONTEXT))?;
        let json = vereinbarung.get().shared().to_json();
        Ok((Digest::of(json.as_bytes()).to_string(), vereinbar_batch::content_key(&json, context).to_string()))
    })
}

const NO_CONTEXT: &str = "Das ist kein Kontext: `context` gibt ihn.";

fn digest_of(py: Python<'_>, options: RenderKeywords<'_>) -> PyResult<Digest> {
    let (options, templates) = options.read()?;
    let embedded = renderer(py)?;
    py.detach(|| {
        // A folder that no document can be made with is said here, as it is there.
        with_templates(embedded, templates.clone(), |_| Ok(())).map_err(NoDocument::Render)?;
        vereinbar_batch::context(&options, templates.as_deref()).map_err(NoDocument::Context)
    })
    .map_err(|failure| failure.raise(py))
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
pub(super) fn with_renderer<T: Send>(
    py: Python<'_>,
    source: &Given<'_>,
    options: &RenderOptions,
    templates: Option<PathBuf>,
    make: impl FnOnce(&Renderer, &Checked) -> Result<T, RenderError> + Send,
) -> PyResult<T> {
    let embedded = renderer(py)?;
    let result = py.detach(|| {
        let checked = source.check(options.validate_options()).map_err(NoDocument::Parse)?;
        with_templates(embedded, templates, |renderer| make(renderer, &checked)).map_err(NoDocument::Render)
    });
    result.map_err(|failure| match failure {
        NoDocument::Parse(error) => source.error(py, error),
        failure => failure.raise(py),
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
pub(super) fn renderer(py: Python<'_>) -> PyResult<&'static Renderer> {
    static RENDERER: PyOnceLock<Renderer> = PyOnceLock::new();
    RENDERER.get_or_try_init(py, Renderer::new).map_err(|error| errors::render(py, &error))
}
