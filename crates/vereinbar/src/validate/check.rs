//! Where checking begins.

use super::at::At;
use super::checker::Checker;
use super::options::ValidateOptions;
use super::{leq_vereinbarung, qualitaetsentwicklungsvereinbarung, text};
use crate::entgelt::calculate;
use crate::finding::Finding;
use crate::modell::Vereinbarung;

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
/// let findings = validate(&v, &Stage::Entwurf.into());
/// assert_eq!(findings[0].code, "vereinbarungszeitraum_reversed");
/// assert_eq!(findings[0].path, "/vereinbarungszeitraum/bis");
/// # Ok::<(), vereinbar::ParseError>(())
/// ```
///
/// With [`ValidateOptions`] also the day to compare with and the profile of an
/// office are given.
#[must_use]
pub fn validate(vereinbarung: &Vereinbarung, options: &ValidateOptions) -> Vec<Finding> {
    let checker = Checker::new(vereinbarung.art(), options);
    match vereinbarung {
        Vereinbarung::Qualitaetsentwicklungsvereinbarung(vereinbarung) => {
            qualitaetsentwicklungsvereinbarung::check(At::root(&checker, &**vereinbarung));
        }
        Vereinbarung::LeqVereinbarung(vereinbarung) => {
            let berechnung = calculate(vereinbarung);
            leq_vereinbarung::check(At::root(&checker, &**vereinbarung), &berechnung);
        }
    }
    text::check(&checker, vereinbarung);
    checker.into_findings()
}
