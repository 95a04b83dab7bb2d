//! Checking: what the form asks for, advises and forbids.
//!
//! The modules mirror [`modell`](crate::modell). Each rule names its source;
//! [`rules`] lists them, and `docs/rules.md` is made from that list. What the
//! form does not ask for and no norm demands is not a rule here.

mod checker;
mod fortsetzung;
mod massnahme;
mod massstab;
mod partei;
mod qualitaetsdimension;
mod qualitaetsentwicklungsvereinbarung;
mod rule;
mod table;
mod text;
mod unterzeichnung;
mod zeitraum;
mod ziel;
mod zielueberpruefung;

use std::fmt;
use std::str::FromStr;

pub use self::rule::Rule;
pub use self::table::{rules, rules_markdown};
use crate::finding::Finding;
use crate::modell::Vereinbarung;
use checker::Checker;

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

/// Checks an agreement and returns all findings in the order of the form.
///
/// An empty list means: nothing to say at this stage. Errors at the stage
/// `entwurf` are contradictions, and `render` refuses them. The result depends
/// on the agreement and the stage alone, never on the clock.
///
/// ```
/// use vereinbar::{Stage, parse, validate};
/// let v = parse(r#"{
///     "art": "qualitaetsentwicklungsvereinbarung",
///     "vereinbarungszeitraum": {"von": "2027-01-01", "bis": "2026-12-31"}
/// }"#)?;
/// let findings = validate(&v, Stage::Entwurf);
/// assert_eq!(findings[0].code, "vereinbarungszeitraum_reversed");
/// assert_eq!(findings[0].path, "/vereinbarungszeitraum/bis");
/// # Ok::<(), vereinbar::ParseError>(())
/// ```
#[must_use]
pub fn validate(vereinbarung: &Vereinbarung, stage: Stage) -> Vec<Finding> {
    let mut checker = Checker::new(vereinbarung.art(), stage);
    match vereinbarung {
        Vereinbarung::Qualitaetsentwicklungsvereinbarung(vereinbarung) => {
            qualitaetsentwicklungsvereinbarung::check(&mut checker, vereinbarung);
        }
    }
    text::check(&mut checker, vereinbarung);
    checker.into_findings()
}
