use std::path::PathBuf;

use vereinbar_pdf::acroform::FormError;
use vereinbar_pdf::{EngineError, OverlayProblem};

use super::letterhead_error::LetterheadError;
use crate::finding::{Finding, Severity};
use crate::system;
use crate::validate::Stage;

/// Why no document was made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RenderError {
    /// The agreement has errors at the stage that was asked for.
    #[error("{}", summary(*.stage, .findings))]
    Findings {
        /// `entwurf`, or `unterschriftsreif` with `require_complete`.
        stage: Stage,
        /// All findings of that stage, errors and others.
        findings: Vec<Finding>,
    },
    /// A collection of nothing, or of agreements of several kinds.
    #[error("Eine Sammeldatei braucht mindestens eine Vereinbarung, und alle müssen von derselben Art sein.")]
    Collection,
    /// A template file of one's own replaces none of the built-in ones.
    #[error(
        "Die Vorlagendatei {} ersetzt keine eingebaute{}. Die Namen zeigt `vereinbar templates export ORDNER`.",
        .file.display(),
        .nearest.as_ref().map_or_else(String::new, |nearest| format!("; gemeint ist vielleicht {nearest}"))
    )]
    ReplacesNothing {
        /// The file.
        file: PathBuf,
        /// The built-in one that may be meant, as a path in the folder.
        nearest: Option<String>,
    },
    /// The folder for templates of one's own holds none.
    #[error(
        "Im Vorlagenordner {} liegt keine Datei, die eine eingebaute Vorlage ersetzt. Die eingebauten schreibt \
         `vereinbar templates export ORDNER` (in Python `vereinbar.export_templates`).",
        .folder.display()
    )]
    NoTemplates {
        /// The folder.
        folder: PathBuf,
    },
    /// A form to fill in cannot be what the other options ask for.
    #[error("{0}")]
    Fillable(FillableConflict),
    /// A picture of the letterhead cannot be drawn.
    #[error(transparent)]
    Letterhead(#[from] LetterheadError),
    /// A template declares a field that cannot be made.
    #[error(transparent)]
    Form(#[from] FormError),
    /// A template fails, or a page or resolution does not exist.
    #[error("{}", engine(.0))]
    Engine(#[from] EngineError),
}

impl RenderError {
    /// What was found wrong with the agreement; empty for the others.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        match self {
            Self::Findings { findings, .. } => findings,
            Self::Collection
            | Self::Fillable(_)
            | Self::Letterhead(_)
            | Self::Form(_)
            | Self::ReplacesNothing { .. }
            | Self::NoTemplates { .. }
            | Self::Engine(_) => &[],
        }
    }
}

/// With what the system says, which the engine leaves to its source.
fn engine(error: &EngineError) -> String {
    match error {
        EngineError::Overlay { problem: OverlayProblem::Unreadable(reason), .. } => {
            format!("{error} {}", system::reason(reason))
        }
        _ => error.to_string(),
    }
}

/// What a form with fields cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FillableConflict {
    /// To be filled in and to be signed.
    #[error(
        "Ein Formular zum Ausfüllen wird nicht unterschrieben: Was unterschrieben ist, ließe sich noch ändern. \
         Erzeugen Sie aus den Antworten die endgültige Vereinbarung."
    )]
    Final,
    /// Without its data, it could not be read back.
    #[error(
        "Ein Formular zum Ausfüllen enthält immer seine Daten; sonst ließen sich die Antworten nicht zurücklesen. \
         Wählen Sie den Standard a-3a+ua-1, ua-1 oder plain, und die Ausfüllhilfe angehängt oder gar nicht."
    )]
    NoData,
    /// Many in one file, in which each field would be there several times.
    #[error(
        "Eine Sammeldatei ist für den Druck; Formularfelder kann sie nicht enthalten. Erzeugen Sie einzelne Dateien."
    )]
    Collection,
}

fn summary(stage: Stage, findings: &[Finding]) -> String {
    let errors: Vec<&Finding> = findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
    let what = match stage {
        Stage::Entwurf => "Die Vereinbarung enthält Fehler.",
        Stage::Unterschriftsreif => "Die Vereinbarung ist nicht unterschriftsreif.",
    };
    match errors.as_slice() {
        [] => what.to_owned(),
        [only] => format!("{what} {only}"),
        [first, more @ ..] => format!("{what} {first} Weitere Fehler: {}.", more.len()),
    }
}
