//! Checking: what the form asks for, advises and forbids.
//!
//! The modules mirror [`modell`](crate::modell). Each rule names its source;
//! [`rules`] lists them, and `docs/rules.md` is made from that list. What the
//! form does not ask for and no norm demands is not a rule here.

mod checker;
mod fortsetzung;
mod leq;
mod massnahme;
mod massstab;
mod options;
mod partei;
mod profile;
mod qualitaetsdimension;
mod qualitaetsentwicklungsvereinbarung;
mod rule;
mod table;
mod text;
mod unterzeichnung;
mod zeitraum;
mod ziel;
mod zielueberpruefung;

pub use self::options::{Stage, ValidateOptions};
pub use self::profile::{Limits, Profile, ProfileError, RuleSeverity};
pub use self::rule::Rule;
pub use self::table::{rules, rules_markdown};
use crate::finding::Finding;
use crate::modell::{Vereinbarung, of_agreement};
use checker::Checker;
use rule::Ruled as _;

/// Checks an agreement and returns all findings in the order of the form.
///
/// An empty list means: nothing to say at this stage. Errors at the stage
/// `entwurf` are contradictions, and `render` refuses them. The result depends
/// on the agreement and the options alone, never on the clock.
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
///
/// With [`ValidateOptions`] also the day to compare with and the profile of an
/// office are given.
#[must_use]
pub fn validate(vereinbarung: &Vereinbarung, options: impl Into<ValidateOptions>) -> Vec<Finding> {
    let mut checker = Checker::new(vereinbarung.art(), options.into());
    of_agreement!(vereinbarung, held => held.check(&mut checker));
    text::check(&mut checker, vereinbarung);
    checker.into_findings()
}
