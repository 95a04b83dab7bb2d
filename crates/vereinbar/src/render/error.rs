use std::path::PathBuf;

use vereinbar_pdf::{EngineError, OverlayProblem};

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
            Self::Collection | Self::ReplacesNothing { .. } | Self::NoTemplates { .. } | Self::Engine(_) => &[],
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
