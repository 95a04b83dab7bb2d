//! What a kind of agreement brings: its rules, and how they are checked.

use serde_json::Value;

use super::at::At;
use super::rule::Rule;
use crate::entgelt::Berechnung;

/// What has rules of its own: each kind of agreement.
pub(in crate::validate) trait Ruled: Sized {
    /// The rules that this kind alone has, in the order of the agreement.
    const RULES: &'static [&'static [&'static Rule]];

    /// Checks it, apart from what holds for the texts of every kind, and gives the
    /// calculation of a kind that has one. `value` is the agreement as it is written: its
    /// texts, wherever they stand.
    fn check(vereinbarung: At<'_, Self>, value: &Value) -> Option<Berechnung>;
}
