//! What a document is made of, however far an agreement has come.

use super::error::RenderError;
use super::options::RenderOptions;
use super::sealed::Sealed;
use super::sheet::{Sheet, written};
use crate::finding::Finding;
use crate::modell::{Art, Vereinbarung};
use crate::parse;
use crate::validate::{Checked, Found, Stage};

/// What a [`Renderer`](super::Renderer) makes a document of: references to these
/// become one by themselves.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Printable<'a> {
    /// An agreement; it is checked first, for what the options ask.
    Vereinbarung(&'a Vereinbarung),
    /// An agreement that was checked. Where the options ask for another stage,
    /// Stichtag or profile, it is checked for that.
    Checked(&'a Checked),
    /// An agreement that was checked and found without errors before it was put
    /// aside. It is not checked again, but for a document that is to be signed when it was
    /// checked as a draft; its findings are with whoever put it aside.
    Sealed(&'a Sealed),
}

impl<'a> From<&'a Vereinbarung> for Printable<'a> {
    fn from(vereinbarung: &'a Vereinbarung) -> Self {
        Self::Vereinbarung(vereinbarung)
    }
}

impl<'a> From<&'a Checked> for Printable<'a> {
    fn from(checked: &'a Checked) -> Self {
        Self::Checked(checked)
    }
}

impl<'a> From<&'a Sealed> for Printable<'a> {
    fn from(sealed: &'a Sealed) -> Self {
        Self::Sealed(sealed)
    }
}

impl<'a> Printable<'a> {
    pub(super) fn art(self) -> Art {
        match self {
            Self::Vereinbarung(vereinbarung) => vereinbarung.art(),
            Self::Checked(checked) => checked.vereinbarung().art(),
            Self::Sealed(sealed) => sealed.art(),
        }
    }

    /// What the templates need, and the findings that do not stand in the way.
    pub(super) fn prepare(self, options: &RenderOptions) -> Result<(Sheet<'a>, Vec<Finding>), RenderError> {
        match self {
            Self::Vereinbarung(vereinbarung) => check(vereinbarung, options),
            Self::Checked(checked) if !options.asks_for(checked.options()) => {
                Self::Vereinbarung(checked.vereinbarung()).prepare(options)
            }
            Self::Checked(checked) => {
                let findings = checked.findings().to_vec();
                if checked.has_errors() {
                    return Err(refused(findings, options));
                }
                let berechnung = checked.berechnung().map(written);
                let sheet =
                    Sheet { art: checked.vereinbarung().art(), json: checked.json().into(), berechnung, fields: None };
                Ok((sheet, findings))
            }
            // It was found good enough for a draft, and is to be signed.
            Self::Sealed(sealed) if options.is_final() && sealed.stage() == Stage::Entwurf => {
                let vereinbarung = parse(sealed.json()).map_err(|error| refused(error.into_findings(), options))?;
                check(&vereinbarung, options)
            }
            Self::Sealed(sealed) => Ok((sealed.sheet(), Vec::new())),
        }
    }
}

fn check<'a>(vereinbarung: &Vereinbarung, options: &RenderOptions) -> Result<(Sheet<'a>, Vec<Finding>), RenderError> {
    let found = Found::new(vereinbarung, &options.validate_options());
    if found.has_errors() {
        return Err(refused(found.findings, options));
    }
    let berechnung = found.berechnung.as_ref().map(written);
    Ok((
        Sheet { art: vereinbarung.art(), json: vereinbarung.to_json().into(), berechnung, fields: None },
        found.findings,
    ))
}

const fn refused(findings: Vec<Finding>, options: &RenderOptions) -> RenderError {
    RenderError::Findings { stage: options.stage(), findings }
}

/// What follows by calculation from an agreement that was written by this crate.
pub(super) fn berechnung(json: &str) -> Option<std::borrow::Cow<'static, str>> {
    let vereinbarung = parse(json).ok()?;
    Found::new(&vereinbarung, &crate::validate::ValidateOptions::default()).berechnung.as_ref().map(written)
}
