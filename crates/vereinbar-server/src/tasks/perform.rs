//! Doing a task.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use vereinbar::{
    EngineError, Finding, RenderError, RenderOptions, Renderer, Vereinbarung, check, extract, parse_bytes, to_json,
};
use vereinbar_workers::{Lost, Processes};

use super::{Done, Failed, ServeTask};
use crate::data;

/// What a thread does tasks with.
pub(super) struct Performer {
    pub(super) renderer: Renderer,
    /// Who reads and makes PDFs instead, where there are any: what comes from elsewhere may be
    /// made to do harm.
    pub(super) processes: Option<Arc<Processes>>,
}

/// Nobody is interrupted: who asks has given up by then.
static NEVER: AtomicBool = AtomicBool::new(false);

impl Performer {
    pub(super) fn perform(&self, task: ServeTask) -> Result<Done, Failed> {
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
                renderer.preview(&self.read(&bytes)?, &options, &pages, ppi).map(Done::Pages).map_err(not_made)
            }
            ServeTask::View { draft, look } => Ok(Done::View(Box::new(data::view(renderer, &draft, &look)))),
        }
    }

    fn rendered(&self, vereinbarung: Vereinbarung, options: &RenderOptions) -> Result<Done, Failed> {
        let checked = check(vereinbarung, options.validate_options());
        if let Some((processes, sealed)) = self.processes.as_ref().zip(checked.seal()) {
            let made = processes.render(&sealed, &options.into(), &NEVER).map_err(|lost| self::lost(&lost))?;
            if let Ok((pdf, pages)) = made {
                return Ok(Done::Rendered { pdf, pages, findings: checked.findings().to_vec() });
            }
        }
        // What the rules refuse, or the process has, within its limits: here it is said which of these it is.
        let made = self.renderer.render(&checked, options).map_err(not_made)?;
        Ok(Done::Rendered { pdf: made.pdf, pages: made.pages, findings: made.findings })
    }

    fn read(&self, bytes: &[u8]) -> Result<Vereinbarung, Failed> {
        const NO_AGREEMENT: &str = "Die Daten im PDF sind keine lesbare Vereinbarung.";
        if !bytes.starts_with(b"%PDF-") {
            return parse_bytes(bytes).map_err(|error| Failed::Findings {
                message: "Die Daten sind keine lesbare Vereinbarung.".to_owned(),
                findings: error.into_findings(),
            });
        }
        let unread = |message: String, findings: Vec<Finding>| Failed::Findings {
            message: if findings.is_empty() { message } else { NO_AGREEMENT.to_owned() },
            findings,
        };
        match &self.processes {
            Some(processes) => processes
                .extract(bytes, &NEVER)
                .map_err(|lost| self::lost(&lost))?
                .map_err(|error| unread(error.message, error.findings)),
            None => extract(bytes).map_err(|error| unread(error.to_string(), error.findings().to_vec())),
        }
    }
}

/// What takes too much is to blame for it, and no fault of the program.
fn lost(lost: &Lost) -> Failed {
    match lost {
        Lost::Time(_) | Lost::Memory(_) => Failed::Findings { message: lost.message(), findings: Vec::new() },
        _ => Failed::Fault(lost.to_string()),
    }
}

fn not_made(error: RenderError) -> Failed {
    match error {
        RenderError::Findings { stage, findings } => Failed::Findings {
            message: match stage {
                vereinbar::Stage::Entwurf => "Die Vereinbarung enthält Fehler; es wurde kein Dokument erzeugt.",
                vereinbar::Stage::Unterschriftsreif => {
                    "Die Vereinbarung ist nicht unterschriftsreif; es wurde kein Dokument erzeugt."
                }
            }
            .to_owned(),
            findings,
        },
        error @ RenderError::Fillable(_) => Failed::Asked(error.to_string()),
        RenderError::Engine(
            error @ (EngineError::NoSuchPage { .. } | EngineError::Resolution | EngineError::PageTooLarge { .. }),
        ) => Failed::Asked(error.to_string()),
        other => Failed::Fault(other.to_string()),
    }
}
