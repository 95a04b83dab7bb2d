//! What a rule is, and how the rules of a module are written down.

use super::checker::Checker;
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
}

impl Rule {
    /// Whether it is checked only where a [`Profile`](crate::Profile) asks for it.
    pub(super) const fn is_off(&self) -> bool {
        self.entwurf.is_none() && self.unterschriftsreif.is_none()
    }
}

/// What has rules of its own: each kind of agreement.
pub(super) trait Ruled {
    /// The rules that only this kind has, by module.
    const RULES: &[&[&Rule]];

    /// Checks it, apart from what holds for the texts of every kind.
    fn check(&self, checker: &mut Checker);
}

/// How a rule weighs at the two stages. The names say what kind of fault it is.
pub(super) struct Weight(pub(super) Option<Severity>, pub(super) Option<Severity>);

/// The agreement contradicts itself, or is beyond the limits: an error at any stage.
pub(super) const CONTRADICTION: Weight = Weight(Some(Error), Some(Error));
/// A gap that a draft may have, but not what is to be signed.
pub(super) const GAP: Weight = Weight(None, Some(Error));
/// A gap that the form does not insist on.
pub(super) const MINOR_GAP: Weight = Weight(None, Some(Warning));
/// What the form advises against, or what looks like a mistake.
pub(super) const DOUBT: Weight = Weight(Some(Warning), Some(Warning));
/// What the form asks of the finished agreement, worth knowing in a draft.
pub(super) const REMINDER: Weight = Weight(Some(Hint), Some(Warning));
/// What is to be cleared up before the agreement is signed.
pub(super) const PENDING: Weight = Weight(Some(Warning), Some(Error));
/// Advice.
pub(super) const ADVICE: Weight = Weight(Some(Hint), Some(Hint));
/// Advice on what the finished agreement leaves open.
pub(super) const NOTE: Weight = Weight(None, Some(Hint));
/// Checked only where a profile asks for it.
pub(super) const OFF: Weight = Weight(None, None);

/// Declares the rules of a module, and `RULES`, the list of them all, so that
/// none can be left out of the published table.
macro_rules! rules {
    ($($name:ident: $code:literal, $weight:ident, $message:expr, $remedy:expr, $source:expr;)+) => {
        $(pub(super) static $name: $crate::validate::rule::Rule = $crate::validate::rule::Rule {
            code: $code,
            entwurf: $crate::validate::rule::$weight.0,
            unterschriftsreif: $crate::validate::rule::$weight.1,
            message: $message,
            remedy: $remedy,
            source: $source,
        };)+
        pub(super) static RULES: &[&$crate::validate::rule::Rule] = &[$(&$name),+];
    };
}
pub(super) use rules;
