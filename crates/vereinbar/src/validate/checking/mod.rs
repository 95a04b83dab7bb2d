//! What every rule is checked with: where a value stands, what a rule is, what was found.

pub(super) mod at;
pub(super) mod checker;
pub(super) mod once;
pub(super) mod rule;
pub(super) mod ruled;

pub use self::rule::Rule;
