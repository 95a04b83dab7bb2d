//! Documents that are made in a process of their own.

use std::mem;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process;
use std::sync::atomic::AtomicBool;
use std::thread::available_parallelism;

use pyo3::prelude::*;
use pyo3::types::PyBytes;
use vereinbar::digest::Digest;
use vereinbar::{Finding, RenderOptions};
use vereinbar_workers::{Lost, PrintedPdf, Processes, WrittenOptions};

use super::print::{Document, NoDocument, made, renderer, with_renderer};
use crate::given::Given;
use crate::guard::guard;
use crate::options::{RenderKeywords, WorkerKeywords};
use crate::vereinbarung::Vereinbarung;
use crate::{errors, findings};

/// Who waits is the engine, which ends this process when it has waited enough.
static NEVER: AtomicBool = AtomicBool::new(false);

const NO_PROCESS: &str = "Eigene Prozesse (isolated=True) gibt es hier nicht: Es ist nicht bekannt, wie einer zu starten \
     ist. Nehmen Sie ein Python, das als Programm da ist (sys.executable), oder isolated=False.";

/// What makes documents in processes of their own, within limits of time and memory.
#[pyclass(frozen, module = "vereinbar._vereinbar")]
pub(crate) struct Isolated {
    options: RenderOptions,
    templates: Option<PathBuf>,
    written: WrittenOptions,
    /// They are there until this is dropped.
    processes: Option<Processes>,
    /// The process that has started them, and that alone ends them: one that was forked from it has
    /// them, too.
    owner: u32,
}

#[pymethods]
impl Isolated {
    #[new]
    fn new(py: Python<'_>, options: &Bound<'_, PyAny>) -> PyResult<Self> {
        guard(|| {
            let workers = options.extract::<WorkerKeywords>()?.read(py)?;
            let (options, templates) = options.extract::<RenderKeywords<'_>>()?.read()?;
            let worker = workers.worker.as_ref().ok_or_else(|| errors::option(NO_PROCESS))?;
            // Each is started when it is needed: a thread that calls has one.
            let count = available_parallelism().map_or(1, NonZeroUsize::get);
            let own = match &templates {
                Some(folder) => Some((renderer(py)?, folder)),
                None => None,
            };
            let processes = py
                .detach(|| {
                    let own = own.map(|(embedded, folder)| embedded.with_templates(folder)).transpose();
                    let own = own.map_err(NoDocument::Render)?;
                    Processes::start(worker, workers.limits(), count, own.as_ref()).map_err(NoDocument::NotStarted)
                })
                .map_err(|failure| failure.raise(py))?;
            let written = WrittenOptions::from(&options);
            Ok(Self { options, templates, written, processes: Some(processes), owner: process::id() })
        })
    }

    /// Makes the PDF, as the function does.
    fn render<'py>(&self, value: &Bound<'py, Vereinbarung>) -> PyResult<Document<'py>> {
        let py = value.py();
        guard(|| {
            let source = Given::new(value.as_any())?;
            let printed = py.detach(|| {
                let checked = source.check(self.options.validate_options()).ok()?;
                let sealed = checked.seal()?;
                match self.processes.as_ref()?.render(&sealed, &self.written, &NEVER) {
                    Ok(Ok(printed)) => Some(Ok((checked, printed))),
                    Ok(Err(_)) => None,
                    Err(lost) => Some(Err(lost)),
                }
            });
            match printed {
                Some(Ok((checked, PrintedPdf { pdf, pages, of_layout }))) => {
                    let every: Vec<Finding> = checked.findings().iter().chain(&of_layout).cloned().collect();
                    let digest = py.detach(|| Digest::of(&pdf)).to_string();
                    let every = findings::convert(py, &every)?;
                    let of_layout = findings::convert(py, &of_layout)?;
                    Ok((PyBytes::new(py, &pdf), pages, every, digest, Vec::new(), of_layout))
                }
                Some(Err(lost)) => Err(self::lost(py, &lost)),
                // What the rules refuse, or the process has, within its limits: here it is said which it is.
                None => {
                    let templates = self.templates.clone();
                    let rendered = with_renderer(py, &source, &self.options, templates, |renderer, checked| {
                        renderer.render(checked, &self.options)
                    })?;
                    made(py, &rendered)
                }
            }
        })
    }
}

impl Drop for Isolated {
    fn drop(&mut self) {
        if self.owner != process::id() {
            mem::forget(self.processes.take());
        }
    }
}

/// A document that has ended its process, or was given up.
fn lost(py: Python<'_>, lost: &Lost) -> PyErr {
    errors::lost(py, lost.to_string(), &[Finding::error(lost.code(), "Ausgabe", lost.message(), lost.remedy())])
}
