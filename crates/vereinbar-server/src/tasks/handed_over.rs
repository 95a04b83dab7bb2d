//! Reading what was handed over, and saying why nothing came of it.

use vereinbar::{EngineError, Finding, RenderError, Vereinbarung, extract, parse_bytes};
use vereinbar_workers::{Lost, Processes};

use super::Failed;
use crate::data::NEVER;

/// JSON, or a PDF, which comes from elsewhere and is read in a process where there are any.
pub(super) fn read(bytes: &[u8], processes: Option<&Processes>) -> Result<Vereinbarung, Failed> {
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
    match processes {
        Some(processes) => processes
            .extract(bytes, &NEVER)
            .map_err(|lost| self::lost(&lost))?
            .map_err(|error| unread(error.message, error.findings)),
        None => extract(bytes).map_err(|error| unread(error.to_string(), error.findings().to_vec())),
    }
}

/// What takes too much is to blame for it, and no fault of the program.
pub(super) fn lost(lost: &Lost) -> Failed {
    match lost {
        Lost::Time(_) | Lost::Memory(_) => Failed::Findings { message: lost.message(), findings: Vec::new() },
        _ => Failed::Fault(lost.to_string()),
    }
}

pub(super) fn not_made(error: RenderError) -> Failed {
    match error {
        RenderError::Findings { stage, findings } => {
            Failed::Findings { message: stage.no_document().to_owned(), findings }
        }
        error @ RenderError::Fillable(_) => Failed::Asked(error.to_string()),
        RenderError::Engine(
            error @ (EngineError::NoSuchPage { .. } | EngineError::Resolution | EngineError::PageTooLarge { .. }),
        ) => Failed::Asked(error.to_string()),
        other => Failed::Fault(other.to_string()),
    }
}
