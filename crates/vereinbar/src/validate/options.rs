//! What is checked for, and how.

use super::Profile;
use crate::modell::Datum;

/// What an agreement is checked for, and how. The default is a draft, with no
/// day to compare with and the severities of `docs/rules.md`; where nothing else is
/// to be said they are made of a [`Stage`]: `&Stage::Unterschriftsreif.into()`.
///
/// ```
/// use vereinbar::{Profile, Stage, ValidateOptions};
/// let options = ValidateOptions {
///     stage: Stage::Unterschriftsreif,
///     stichtag: Some("2026-12-01".parse()?),
///     profile: Profile::parse(r#"{"severity": {"ziele_many": "off"}}"#)?,
/// };
/// # let _ = options;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct ValidateOptions {
    /// How far the agreement is.
    pub stage: Stage,
    /// The day that stands for today; the clock is never read. Without it the
    /// day of signature serves where a rule asks for the conclusion, and what
    /// depends on today alone is not checked.
    pub stichtag: Option<Datum>,
    /// How rules weigh in an office, and the limits that hold there.
    pub profile: Profile,
}

impl From<Stage> for ValidateOptions {
    fn from(stage: Stage) -> Self {
        Self { stage, ..Self::default() }
    }
}

codes! {
    /// What the agreement is to be checked for.
    #[derive(Default)]
    pub enum Stage, "Diese Stufe gibt es nicht." {
        /// A draft: gaps are in order, contradictions are errors.
        #[default]
        Entwurf: "entwurf", "Entwurf";
        /// Ready to be signed: what the form asks for must be there.
        Unterschriftsreif: "unterschriftsreif", "unterschriftsreif";
    }
}

impl Stage {
    /// What is said where no document is made of an agreement, since it is not as this stage asks.
    #[must_use]
    pub const fn no_document(self) -> &'static str {
        match self {
            Self::Entwurf => "Die Vereinbarung enthält Fehler; es wurde kein Dokument erzeugt.",
            Self::Unterschriftsreif => "Die Vereinbarung ist nicht unterschriftsreif; es wurde kein Dokument erzeugt.",
        }
    }
}
