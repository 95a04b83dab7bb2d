//! Doing a task.

use vereinbar::{EngineError, ExtractError, RenderError, Renderer, Vereinbarung, check, extract, parse_bytes, to_json};

use super::{Done, Failed, ServeTask};
use crate::data;

pub(super) fn perform(renderer: &Renderer, task: ServeTask) -> Result<Done, Failed> {
    match task {
        ServeTask::Check { bytes, options } => {
            let checked = check(read(&bytes)?, options);
            let berechnung = checked.berechnung().filter(|berechnung| !berechnung.is_empty()).map(to_json::document);
            Ok(Done::Checked { json: checked.json().to_owned(), findings: checked.findings().to_vec(), berechnung })
        }
        ServeTask::Render { bytes, options } => {
            let made = renderer.render(&read(&bytes)?, &options).map_err(not_made)?;
            Ok(Done::Rendered { pdf: made.pdf, pages: made.pages, findings: made.findings })
        }
        ServeTask::Preview { bytes, options, pages, ppi } => {
            renderer.preview(&read(&bytes)?, &options, &pages, ppi).map(Done::Pages).map_err(not_made)
        }
        ServeTask::View { draft, look } => Ok(Done::View(Box::new(data::view(renderer, &draft, &look)))),
    }
}

fn read(bytes: &[u8]) -> Result<Vereinbarung, Failed> {
    if bytes.starts_with(b"%PDF-") {
        return extract(bytes).map_err(|error| {
            let message = match &error {
                ExtractError::Parse(_) => "Die Daten im PDF sind keine lesbare Vereinbarung.".to_owned(),
                other => other.to_string(),
            };
            Failed::Findings { message, findings: error.findings().to_vec() }
        });
    }
    parse_bytes(bytes).map_err(|error| Failed::Findings {
        message: "Die Daten sind keine lesbare Vereinbarung.".to_owned(),
        findings: error.into_findings(),
    })
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
