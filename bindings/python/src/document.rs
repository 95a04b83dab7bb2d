//! The functions that make a document.

use std::path::PathBuf;

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyBytes;
use vereinbar::auswertung::Auswertung;
use vereinbar::{
    EngineError, LetterheadError, Logo, PageSelection, ParseError, RenderError, RenderOptions, Rendered, Renderer,
};

use crate::given::Given;
use crate::guard::guard;
use crate::{errors, profile};

/// What `vereinbar.Letterhead` holds.
#[derive(FromPyObject)]
pub(crate) struct Letterhead {
    logo: Option<Vec<u8>>,
    logo_alt: Option<String>,
    lines: Vec<String>,
    color: Option<String>,
}

/// Why no document came out.
enum Failure {
    Parse(ParseError),
    Render(RenderError),
}

/// Makes the PDF; gives it with what Typst remarked about the templates.
#[pyfunction]
#[expect(clippy::too_many_arguments, reason = "TypeErrors name each of them")]
pub(crate) fn render<'py>(
    value: &Bound<'py, PyAny>,
    standard: &str,
    ausfuellhilfe: &str,
    letterhead: Option<Letterhead>,
    templates: Option<PathBuf>,
    require_complete: bool,
    stichtag: Option<&str>,
    profile: Option<&Bound<'_, PyAny>>,
) -> PyResult<(Bound<'py, PyBytes>, Vec<String>)> {
    let py = value.py();
    guard(|| {
        let options = options(standard, ausfuellhilfe, letterhead, require_complete, stichtag, profile)?;
        let source = Given::new(value)?;
        let rendered =
            with_renderer(py, &source, templates, |renderer, vereinbarung| renderer.render(vereinbarung, &options))?;
        Ok(pdf(py, &rendered))
    })
}

/// Draws pages as PNG images.
#[pyfunction]
#[expect(clippy::too_many_arguments, reason = "TypeErrors name each of them")]
pub(crate) fn preview<'py>(
    value: &Bound<'py, PyAny>,
    pages: &str,
    ppi: f32,
    standard: &str,
    ausfuellhilfe: &str,
    letterhead: Option<Letterhead>,
    templates: Option<PathBuf>,
    require_complete: bool,
    stichtag: Option<&str>,
    profile: Option<&Bound<'_, PyAny>>,
) -> PyResult<Vec<Bound<'py, PyBytes>>> {
    let py = value.py();
    guard(|| {
        let pages: PageSelection = pages.parse().map_err(|error: EngineError| errors::render(py, &error.into()))?;
        let options = options(standard, ausfuellhilfe, letterhead, require_complete, stichtag, profile)?;
        let source = Given::new(value)?;
        let pages = with_renderer(py, &source, templates, |renderer, vereinbarung| {
            renderer.preview(vereinbarung, &options, &pages, ppi)
        })?;
        Ok(pages.iter().map(|page| PyBytes::new(py, &page.bytes)).collect())
    })
}

/// Refuses a letterhead that cannot be used.
#[pyfunction]
pub(crate) fn check_letterhead(letterhead: Letterhead) -> PyResult<()> {
    guard(|| letterhead.read().map(drop).map_err(errors::option))
}

/// Makes the report on an evaluation; gives it with what Typst remarked.
pub(crate) fn report<'py>(
    py: Python<'py>,
    auswertung: &Auswertung,
    standard: &str,
    letterhead: Option<Letterhead>,
    templates: Option<PathBuf>,
) -> PyResult<(Bound<'py, PyBytes>, Vec<String>)> {
    let options = RenderOptions {
        standard: standard.parse().map_err(errors::option)?,
        letterhead: letterhead.map(Letterhead::read).transpose().map_err(errors::option)?,
        ..RenderOptions::default()
    };
    let embedded = renderer(py)?;
    let rendered =
        py.detach(|| with_templates(embedded, templates, |renderer| renderer.render_auswertung(auswertung, &options)));
    Ok(pdf(py, &rendered.map_err(|error| errors::render(py, &error))?))
}

/// The bytes, and what Typst remarked about the templates.
fn pdf<'py>(py: Python<'py>, rendered: &Rendered) -> (Bound<'py, PyBytes>, Vec<String>) {
    (PyBytes::new(py, &rendered.pdf), rendered.template_warnings.iter().map(ToString::to_string).collect())
}

/// Reads the source and makes a document of it, both without the interpreter.
fn with_renderer<T: Send>(
    py: Python<'_>,
    source: &Given<'_>,
    templates: Option<PathBuf>,
    make: impl FnOnce(&Renderer, &vereinbar::Vereinbarung) -> Result<T, RenderError> + Send,
) -> PyResult<T> {
    let embedded = renderer(py)?;
    let result = py.detach(|| {
        let vereinbarung = source.read().map_err(Failure::Parse)?;
        with_templates(embedded, templates, |renderer| make(renderer, &vereinbarung)).map_err(Failure::Render)
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

pub(crate) fn options(
    standard: &str,
    ausfuellhilfe: &str,
    letterhead: Option<Letterhead>,
    require_complete: bool,
    stichtag: Option<&str>,
    profile: Option<&Bound<'_, PyAny>>,
) -> PyResult<RenderOptions> {
    Ok(RenderOptions {
        standard: standard.parse().map_err(errors::option)?,
        ausfuellhilfe: ausfuellhilfe.parse().map_err(errors::option)?,
        letterhead: letterhead.map(Letterhead::read).transpose().map_err(errors::option)?,
        require_complete,
        stichtag: stichtag.map(str::parse).transpose().map_err(errors::option)?,
        profile: profile::read(profile)?,
    })
}

impl Letterhead {
    fn read(self) -> Result<vereinbar::Letterhead, LetterheadError> {
        let mut letterhead = vereinbar::Letterhead::new().lines(self.lines)?;
        if let Some(logo) = self.logo {
            letterhead = letterhead.logo(Logo::new(logo, self.logo_alt.unwrap_or_default())?);
        }
        if let Some(color) = self.color {
            letterhead = letterhead.color(&color)?;
        }
        Ok(letterhead)
    }
}
