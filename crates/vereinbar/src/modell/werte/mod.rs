//! Values of a single entry that have a form of their own.

mod ags;
mod datum;
mod dezimal;

pub use self::ags::{Ags, InvalidAgs};
pub use self::datum::{Datum, InvalidDatum};
pub use self::dezimal::{Betrag, Dezimal, InvalidDezimal, Zahl};
