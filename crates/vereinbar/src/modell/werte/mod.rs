//! Values of a single entry that have a form of their own.

mod ags;
mod dates_in_text;
mod datum;
mod dezimal;
mod fassung;
mod plz;
mod zeitangabe;

pub use self::ags::{Ags, InvalidAgs};
pub use self::datum::{Datum, InvalidDatum};
pub(crate) use self::dezimal::zahl_deutsch;
pub use self::dezimal::{Betrag, Dezimal, InvalidDezimal, Zahl};
pub use self::fassung::{FASSUNG, Fassung};
pub use self::plz::Plz;
pub use self::zeitangabe::Zeitangabe;
