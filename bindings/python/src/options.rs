//! The options of the functions, as `vereinbar._options` hands them over.
//!
//! Each field is the attribute of that name; what a word means, and that it exists, the
//! library says.

use std::ffi::OsString;
use std::num::{NonZeroU32, NonZeroUsize};
use std::path::PathBuf;
use std::time::Duration;

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyDict;
use vereinbar::evaluate::EvaluateOptions;
use vereinbar::modell::Datum;
use vereinbar::{LetterheadError, Logo, RenderOptions, ValidateOptions};
use vereinbar_workers::{WorkerCommand, WorkerOptions};

use crate::{documents, errors};

/// What `vereinbar.Letterhead` holds.
pub(crate) struct GivenLetterhead {
    logo: Option<Vec<u8>>,
    logo_alt: Option<String>,
    traeger_logo: Option<Vec<u8>>,
    traeger_logo_alt: Option<String>,
    lines: Vec<String>,
    color: Option<String>,
}

/// A dict says the same as the keywords of the class, which it is handed to.
impl<'py> FromPyObject<'_, 'py> for GivenLetterhead {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        static MAKE: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
        let letterhead = MAKE.import(value.py(), "vereinbar.options", "letterhead_of")?.call1((value,))?;
        let picture = |name| letterhead.getattr(name)?.extract::<Option<Vec<u8>>>();
        let text = |name| letterhead.getattr(name)?.extract::<Option<String>>();
        Ok(Self {
            logo: picture("logo")?,
            logo_alt: text("logo_alt")?,
            traeger_logo: picture("traeger_logo")?,
            traeger_logo_alt: text("traeger_logo_alt")?,
            lines: letterhead.getattr("lines")?.extract()?,
            color: text("color")?,
        })
    }
}

impl GivenLetterhead {
    pub(crate) fn read(self) -> Result<vereinbar::Letterhead, LetterheadError> {
        let mut letterhead = vereinbar::Letterhead::new().lines(self.lines)?;
        if let Some(logo) = self.logo {
            letterhead = letterhead.logo(Logo::new(logo, self.logo_alt.unwrap_or_default())?);
        }
        if let Some(logo) = self.traeger_logo {
            letterhead = letterhead.traeger_logo(Logo::new(logo, self.traeger_logo_alt.unwrap_or_default())?);
        }
        if let Some(color) = self.color {
            letterhead = letterhead.color(&color)?;
        }
        Ok(letterhead)
    }
}

/// The options of `validate`.
#[derive(FromPyObject)]
pub(crate) struct ValidateKeywords<'py> {
    stage: String,
    stichtag: Option<String>,
    profile: Option<Bound<'py, PyAny>>,
}

impl ValidateKeywords<'_> {
    pub(crate) fn read(self) -> PyResult<ValidateOptions> {
        Ok(ValidateOptions {
            stage: self.stage.parse().map_err(errors::option)?,
            stichtag: day(self.stichtag.as_deref())?,
            profile: documents::profile(self.profile.as_ref())?,
        })
    }
}

/// The options of every function that prints an agreement.
#[derive(FromPyObject)]
pub(crate) struct RenderKeywords<'py> {
    standard: String,
    ausfuellhilfe: String,
    wortlaut: String,
    quelle: Option<String>,
    letterhead: Option<GivenLetterhead>,
    templates: Option<PathBuf>,
    require_complete: bool,
    // Pictures have no fields.
    #[pyo3(default)]
    fillable: bool,
    #[pyo3(default)]
    signature_fields: bool,
    stichtag: Option<String>,
    profile: Option<Bound<'py, PyAny>>,
}

impl RenderKeywords<'_> {
    /// How a document is made, and the folder of templates of one's own.
    pub(crate) fn read(self) -> PyResult<(RenderOptions, Option<PathBuf>)> {
        let options = RenderOptions {
            standard: self.standard.parse().map_err(errors::option)?,
            ausfuellhilfe: self.ausfuellhilfe.parse().map_err(errors::option)?,
            wortlaut: self.wortlaut.parse().map_err(errors::option)?,
            quelle: self.quelle,
            letterhead: self.letterhead.map(GivenLetterhead::read).transpose().map_err(errors::option)?,
            require_complete: self.require_complete,
            fillable: self.fillable,
            signature_fields: self.signature_fields,
            stichtag: day(self.stichtag.as_deref())?,
            profile: documents::profile(self.profile.as_ref())?,
        };
        Ok((options, self.templates))
    }
}

/// The options of `preview` besides those of a document.
#[derive(FromPyObject)]
pub(crate) struct PreviewKeywords {
    pub(crate) pages: String,
    pub(crate) ppi: f32,
}

/// The options of `batch` besides those of a document.
#[derive(FromPyObject)]
#[expect(clippy::struct_excessive_bools, reason = "each is a keyword of the function")]
pub(crate) struct BatchKeywords<'py> {
    pub(crate) out: Option<PathBuf>,
    pub(crate) art: Option<String>,
    pub(crate) sheet: Option<String>,
    pub(crate) columns: Option<Bound<'py, PyAny>>,
    pub(crate) header_row: Option<NonZeroUsize>,
    pub(crate) name: Option<String>,
    pub(crate) zip: Option<PathBuf>,
    pub(crate) combined: Option<PathBuf>,
    pub(crate) duplex: bool,
    pub(crate) per_massstab: bool,
    pub(crate) check: bool,
    pub(crate) marked: Option<PathBuf>,
    pub(crate) resume: bool,
    pub(crate) overwrite: bool,
    pub(crate) only: Option<String>,
    pub(crate) move_orphans: Option<PathBuf>,
    pub(crate) jobs: Option<NonZeroUsize>,
    pub(crate) on_progress: Option<Py<PyAny>>,
}

/// How agreements are evaluated.
#[derive(FromPyObject)]
pub(crate) struct CountKeywords<'py> {
    stichtag: Option<String>,
    anonym: Option<bool>,
    vorher: Option<Bound<'py, PyAny>>,
    vorlage: Option<Bound<'py, PyAny>>,
}

impl<'py> CountKeywords<'py> {
    /// Of the keywords of the class `Evaluator`, which `vereinbar._options` brings into one form.
    pub(crate) fn of(py: Python<'py>, keywords: Option<&Bound<'py, PyDict>>) -> PyResult<Self> {
        static MAKE: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
        MAKE.import(py, "vereinbar._options", "CountOptions")?.call((), keywords)?.extract()
    }

    pub(crate) fn read(self) -> PyResult<EvaluateOptions> {
        Ok(EvaluateOptions {
            stichtag: day(self.stichtag.as_deref())?,
            anonym: self.anonym,
            vorher: documents::vorher(self.vorher.as_ref())?,
            vorlage: documents::vorlage(self.vorlage.as_ref())?,
        })
    }
}

/// The options of `evaluate` besides: how many are read at the same time, and who is told how
/// far that is.
#[derive(FromPyObject)]
pub(crate) struct EvaluateKeywords {
    pub(crate) jobs: Option<NonZeroUsize>,
    pub(crate) on_progress: Option<Py<PyAny>>,
}

fn day(text: Option<&str>) -> PyResult<Option<Datum>> {
    text.map(str::parse).transpose().map_err(errors::option)
}

/// The options that `batch` and `evaluate` share.
#[derive(FromPyObject)]
pub(crate) struct WorkerKeywords {
    time_limit: Option<f64>,
    memory_limit: Option<NonZeroU32>,
}

/// The command line as Python says it: program, arguments, further environment.
type Started = (PathBuf, Vec<OsString>, Vec<(OsString, OsString)>);

impl WorkerKeywords {
    /// Processes of this Python, within these limits.
    pub(crate) fn read(self, py: Python<'_>) -> PyResult<WorkerOptions> {
        let command = py.import("vereinbar._processes")?.call_method0("command")?;
        let worker = if command.is_none() {
            None
        } else {
            let (program, arguments, environment) = started(&command)?;
            let worker = arguments.into_iter().fold(WorkerCommand::new(program), WorkerCommand::argument);
            Some(environment.into_iter().fold(worker, |worker, (name, value)| worker.environment(name, value)))
        };
        Ok(WorkerOptions {
            worker,
            // Checked by the class of the options; what is still none is no limit.
            time_limit: self.time_limit.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok()),
            memory_limit: self.memory_limit,
        })
    }
}

fn started(command: &Bound<'_, PyAny>) -> PyResult<Started> {
    let environment = command.get_item(2)?.call_method0("items")?;
    let environment = environment.try_iter()?.map(|item| item?.extract()).collect::<PyResult<_>>()?;
    Ok((command.get_item(0)?.extract()?, command.get_item(1)?.extract()?, environment))
}
