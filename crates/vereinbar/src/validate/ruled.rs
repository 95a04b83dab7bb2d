//! What a kind of agreement brings: its rules, and how they are checked.

use super::at::At;
use super::rule::Rule;
use crate::entgelt::Berechnung;

/// What has rules of its own: each kind of agreement.
pub(super) trait Ruled: Sized {
    /// The rules that this kind alone has, in the order of the agreement.
    const RULES: &'static [&'static [&'static Rule]];

    /// Checks it, apart from what holds for the texts of every kind, and gives the
    /// calculation of a kind that has one.
    fn check(vereinbarung: At<'_, Self>) -> Option<Berechnung>;
}
