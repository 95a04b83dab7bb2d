//! Doing a task.

use std::sync::Arc;

use vereinbar::{RenderOptions, Renderer, Vereinbarung, check, to_json};
use vereinbar_workers::{PrintedPdf, Processes, WorkerOptions};

use super::handed_over::{lost, not_made, read};
use super::{Done, Failed, ServeTask, perform_many};
use crate::data::{self, Artist, NEVER, NoPages};

/// What a thread does tasks with.
#[derive(Clone)]
pub(crate) struct Performer {
    pub(crate) renderer: Renderer,
    /// Who reads and makes PDFs instead, where there are any: what comes from elsewhere may be
    /// made to do harm.
    pub(crate) processes: Option<Arc<Processes>>,
    /// How an evaluation has its PDFs read.
    pub(crate) workers: WorkerOptions,
}

impl Performer {
    /// `has_gone` says whether whoever asked waits no more: what takes long ends then.
    pub(super) fn perform(&self, task: ServeTask, has_gone: &dyn Fn() -> bool) -> Result<Done, Failed> {
        let renderer = &self.renderer;
        match task {
            ServeTask::Check { bytes, options } => {
                let checked = check(self.read(&bytes)?, options);
                let berechnung =
                    checked.berechnung().filter(|berechnung| !berechnung.is_empty()).map(to_json::document);
                Ok(Done::Checked { json: checked.json().to_owned(), findings: checked.findings().to_vec(), berechnung })
            }
            ServeTask::Render { bytes, options } => self.rendered(self.read(&bytes)?, &options),
            ServeTask::Preview { bytes, options, pages, ppi } => {
                self.artist().pages(self.read(&bytes)?, &options, &pages, ppi).map(Done::Pages).map_err(|none| {
                    match none {
                        NoPages::Render(error) => not_made(error),
                        NoPages::Lost(lost) => self::lost(&lost),
                    }
                })
            }
            ServeTask::View { draft, look } => Ok(Done::View(Box::new(data::view(self.artist(), &draft, &look)))),
            ServeTask::Compare { before, after } => perform_many::compared(self.processes.as_deref(), &before, &after),
            ServeTask::Evaluate { files, options } => {
                perform_many::evaluated(&self.workers, &files, &options, has_gone)
            }
            ServeTask::Report { auswertung, format } => perform_many::report(renderer, &auswertung, format),
            ServeTask::ReportPage { auswertung, page, ppi } => {
                perform_many::report_page(renderer, &auswertung, page, ppi)
            }
            ServeTask::Propose { table, art } => perform_many::proposed(&table, art),
            ServeTask::Table { files, art, entries, format } => {
                perform_many::tabled(self.processes.as_deref(), &files, art, entries, format)
            }
        }
    }

    fn rendered(&self, vereinbarung: Vereinbarung, options: &RenderOptions) -> Result<Done, Failed> {
        let checked = check(vereinbarung, options.validate_options());
        if let Some((processes, sealed)) = self.processes.as_ref().zip(checked.seal()) {
            let made = processes.render(&sealed, &options.into(), &NEVER).map_err(|lost| self::lost(&lost))?;
            if let Ok(PrintedPdf { pdf, pages, of_layout }) = made {
                return Ok(Done::Rendered { pdf, pages, findings: checked.findings().to_vec(), of_layout });
            }
        }
        // What the rules refuse, or the process has, within its limits: here it is said which of these it is.
        let made = self.renderer.render(&checked, options).map_err(not_made)?;
        let of_layout = made.of_layout().cloned().collect();
        Ok(Done::Rendered { pdf: made.pdf, pages: made.pages, findings: checked.findings().to_vec(), of_layout })
    }

    fn artist(&self) -> Artist<'_> {
        Artist { renderer: &self.renderer, processes: self.processes.as_deref() }
    }

    fn read(&self, bytes: &[u8]) -> Result<Vereinbarung, Failed> {
        read(bytes, self.processes.as_deref())
    }
}
