//! Where checking begins, and what comes of it: an agreement with everything that
//! follows from it, found in one go.

use std::sync::Arc;

use serde_json::Value;

use super::checking::at::At;
use super::checking::checker::Checker;
use super::checking::ruled::Ruled;
use super::options::ValidateOptions;
use super::text;
use crate::entgelt::Berechnung;
use crate::finding::{Finding, Severity};
use crate::modell::{Vereinbarung, of_agreement};

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
/// office are given. Whoever goes on to print takes [`check`], which keeps the rest.
#[must_use]
pub fn validate(vereinbarung: &Vereinbarung, options: &ValidateOptions) -> Vec<Finding> {
    Found::new(vereinbarung, options).findings
}

/// An agreement that was checked: itself, its findings, its calculation and its
/// canonical JSON. Only [`check`] makes it, so whoever has it need not check,
/// calculate or write again: `Renderer::render` takes it as it is.
///
/// It does not change, and it may be shared between threads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    vereinbarung: Arc<Vereinbarung>,
    options: Arc<ValidateOptions>,
    found: Found,
    json: String,
}

/// What follows from an agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) findings: Vec<Finding>,
    /// `None` for the kinds that have no Entgelt.
    pub(crate) berechnung: Option<Berechnung>,
}

/// Checks an agreement and keeps what was found beside it.
///
/// Who wants the findings alone takes [`validate`]. Neither fails:
/// [`Checked::has_errors`] says whether a document can be made.
///
/// ```
/// use vereinbar::{ValidateOptions, check, parse};
///
/// let v = parse(r#"{"art": "leq_vereinbarung", "entgeltvereinbarung": {"pauschalen": [{"betrag": "1243.95"}]}}"#)?;
/// let checked = check(v, ValidateOptions::default());
/// assert!(!checked.has_errors());
/// assert_eq!(checked.berechnung().map(|berechnung| berechnung.pauschalen.len()), Some(1));
/// assert!(checked.json().starts_with("{\n  \"art\": \"leq_vereinbarung\""));
///
/// # #[cfg(feature = "render")] {
/// // Nothing of it is done again.
/// use vereinbar::{RenderOptions, Renderer};
/// let document = Renderer::new()?.render(&checked, &RenderOptions::default())?;
/// assert_eq!(document.findings, checked.findings());
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn check(vereinbarung: impl Into<Arc<Vereinbarung>>, options: impl Into<Arc<ValidateOptions>>) -> Checked {
    let (vereinbarung, options) = (vereinbarung.into(), options.into());
    let found = Found::new(&vereinbarung, &options);
    let json = vereinbarung.to_json();
    Checked { vereinbarung, options, found, json }
}

impl Checked {
    /// The agreement.
    #[must_use]
    pub fn vereinbarung(&self) -> &Vereinbarung {
        &self.vereinbarung
    }

    /// What it was checked for.
    #[must_use]
    pub fn options(&self) -> &ValidateOptions {
        &self.options
    }

    /// All findings, in the order of the form.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.found.findings
    }

    /// Whether an error is among the findings. Then there is no document of it.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.found.has_errors()
    }

    /// The Entgelt as [`calculate`](crate::calculate) gives it; `None` for a kind that has none.
    #[must_use]
    pub const fn berechnung(&self) -> Option<&Berechnung> {
        self.found.berechnung.as_ref()
    }

    /// The canonical JSON, as [`Vereinbarung::to_json`] gives it.
    #[must_use]
    pub fn json(&self) -> &str {
        &self.json
    }
}

impl Found {
    /// The one place where an agreement is checked and calculated.
    pub(crate) fn new(vereinbarung: &Vereinbarung, options: &ValidateOptions) -> Self {
        #[cfg(test)]
        crate::effort::count(|effort| effort.checked += 1);
        let checker = Checker::new(vereinbarung.art(), options);
        let value = value(vereinbarung);
        let berechnung = of_agreement!(vereinbarung, held => Ruled::check(At::root(&checker, &**held), &value));
        text::check(&checker, &value);
        Self { findings: checker.into_findings(), berechnung }
    }

    pub(crate) fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }
}

/// A value is the one shape that all kinds share.
fn value(vereinbarung: &Vereinbarung) -> Value {
    #[cfg(test)]
    crate::effort::count(|effort| effort.written += 1);
    crate::to_json::value(vereinbarung)
}
