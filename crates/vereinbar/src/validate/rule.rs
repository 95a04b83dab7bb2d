//! What a rule is, and how the rules of a module are written down.

pub(super) mod list;

use std::borrow::Cow;

use crate::finding::Severity::{self, Error, Hint, Warning};

/// One rule that `validate` checks, as `docs/rules.md` lists it.
#[derive(Debug)]
#[non_exhaustive]
pub struct Rule {
    /// Stable English slug; the `code` of its findings.
    pub code: &'static str,
    /// Severity for a draft; `None` where a draft is not checked for it.
    pub entwurf: Option<Severity>,
    /// Severity for an agreement that is ready to be signed.
    pub unterschriftsreif: Option<Severity>,
    /// What a finding of this rule says.
    pub message: &'static str,
    /// What to do about it.
    pub remedy: &'static str,
    /// Where the rule comes from.
    pub source: &'static str,
    /// Whether it is a limit of `vereinbar` itself, which no profile changes.
    pub(super) is_limit: bool,
}

impl Rule {
    /// Whether it is checked only where a [`Profile`](crate::Profile) asks for it.
    pub(super) const fn is_off(&self) -> bool {
        self.entwurf.is_none() && self.unterschriftsreif.is_none()
    }
}

/// What a finding says: a rule in its own words, or in those of the case.
pub(super) struct Saying {
    pub(super) rule: &'static Rule,
    pub(super) message: Cow<'static, str>,
    pub(super) source: &'static str,
}

impl Rule {
    /// With a message that says more of the case: what is missing, dates or numbers.
    pub(super) fn saying(&'static self, message: impl Into<Cow<'static, str>>) -> Saying {
        Saying { rule: self, message: message.into(), source: self.source }
    }

    /// With the source that it has in this case.
    pub(super) fn with_source(&'static self, source: &'static str) -> Saying {
        Saying::from(self).with_source(source)
    }
}

impl Saying {
    /// As [`Rule::with_source`].
    pub(super) fn with_source(self, source: &'static str) -> Self {
        Self { source, ..self }
    }
}

impl From<&'static Rule> for Saying {
    fn from(rule: &'static Rule) -> Self {
        rule.saying(rule.message)
    }
}

/// How a rule weighs at the two stages. The names say what kind of fault it is.
pub(super) struct Weight {
    pub(super) entwurf: Option<Severity>,
    pub(super) unterschriftsreif: Option<Severity>,
    pub(super) is_limit: bool,
}

impl Weight {
    const fn new(entwurf: Option<Severity>, unterschriftsreif: Option<Severity>) -> Self {
        Self { entwurf, unterschriftsreif, is_limit: false }
    }
}

/// The agreement contradicts itself: an error at any stage.
pub(super) const CONTRADICTION: Weight = Weight::new(Some(Error), Some(Error));
/// The agreement is beyond the limits of `vereinbar`: an error at any stage, whatever a profile says.
pub(super) const LIMIT: Weight = Weight { is_limit: true, ..CONTRADICTION };
/// A gap that a draft may have, but not what is to be signed.
pub(super) const GAP: Weight = Weight::new(None, Some(Error));
/// A gap that the form does not insist on.
pub(super) const MINOR_GAP: Weight = Weight::new(None, Some(Warning));
/// What the form advises against, or what looks like a mistake.
pub(super) const DOUBT: Weight = Weight::new(Some(Warning), Some(Warning));
/// What the form asks of the finished agreement, worth knowing in a draft.
pub(super) const REMINDER: Weight = Weight::new(Some(Hint), Some(Warning));
/// What is to be cleared up before the agreement is signed.
pub(super) const PENDING: Weight = Weight::new(Some(Warning), Some(Error));
/// Advice.
pub(super) const ADVICE: Weight = Weight::new(Some(Hint), Some(Hint));
/// Advice on what the finished agreement leaves open.
pub(super) const NOTE: Weight = Weight::new(None, Some(Hint));
/// Checked only where a profile asks for it.
pub(super) const OFF: Weight = Weight::new(None, None);

/// Declares the rules of a module, and `RULES`, the list of them all, so that
/// none can be left out of the published table.
macro_rules! rules {
    ($($name:ident: $code:literal, $weight:ident, $message:expr, $remedy:expr, $source:expr;)+) => {
        $(pub(in crate::validate) static $name: $crate::validate::rule::Rule = $crate::validate::rule::Rule {
            code: $code,
            entwurf: $crate::validate::rule::$weight.entwurf,
            unterschriftsreif: $crate::validate::rule::$weight.unterschriftsreif,
            message: $message,
            remedy: $remedy,
            source: $source,
            is_limit: $crate::validate::rule::$weight.is_limit,
        };)+
        pub(in crate::validate) static RULES: &[&$crate::validate::rule::Rule] = &[$(&$name),+];
    };
}
pub(super) use rules;
