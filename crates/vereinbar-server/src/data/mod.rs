//! What was typed, and the data it stands for.

mod draft;
mod fields;
mod told;
mod view;
mod written;

pub(crate) use self::draft::{Action, Draft, Move, is_choice};
pub(crate) use self::fields::Fields;
pub(crate) use self::told::is_filled;
pub(crate) use self::view::{View, view};
pub(crate) use self::written::shown;
