//! Reading what was handed over, and saying why nothing came of it.

use vereinbar::{EngineError, ExtractError, RenderError, Vereinbarung, extract, parse_bytes};

use super::Failed;

pub(super) fn read(bytes: &[u8]) -> Result<Vereinbarung, Failed> {
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

pub(super) fn not_made(error: RenderError) -> Failed {
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
