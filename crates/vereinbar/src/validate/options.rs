//! What is checked for, and how.

use std::fmt;
use std::str::FromStr;

use super::Profile;
use crate::modell::Datum;

/// What an agreement is checked for, and how. The default is a draft, with no
/// day to compare with and the severities of `docs/rules.md`; a [`Stage`] alone
/// is enough where nothing else is to be said.
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

impl From<&Self> for ValidateOptions {
    fn from(options: &Self) -> Self {
        options.clone()
    }
}

/// What the agreement is to be checked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Stage {
    /// A draft: gaps are in order, contradictions are errors.
    #[default]
    Entwurf,
    /// Ready to be signed: what the form asks for must be there.
    Unterschriftsreif,
}

impl Stage {
    /// Both stages.
    pub const ALL: [Self; 2] = [Self::Entwurf, Self::Unterschriftsreif];

    /// The slug: `entwurf`, `unterschriftsreif`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Entwurf => "entwurf",
            Self::Unterschriftsreif => "unterschriftsreif",
        }
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The text names no stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("Diese Stufe gibt es nicht. Möglich sind: entwurf, unterschriftsreif.")]
pub struct UnknownStage;

impl FromStr for Stage {
    type Err = UnknownStage;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|stage| stage.as_str() == text).ok_or(UnknownStage)
    }
}
