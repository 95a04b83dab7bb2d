//! What changed between two agreements, field by field, in the form's words.

mod align;
mod difference;
mod differences;

pub use self::difference::{Difference, DifferenceKind, DifferentKinds};
pub use self::differences::compare;
