//! Reading: JSON text to an agreement, or findings that say what is wrong and
//! where.
//!
//! Good input goes through serde once (`vereinbarung`); its texts are kept in NFC (`nfc`). Only what fails is looked at
//! again: first whether it is JSON of a known kind at all (`outline`, `syntax`,
//! `header`), then along the schema for every fault (`structure`, `fault`). Each
//! of these is one walk over the text, so bad input costs no more than its length.

mod error;
mod fault;
mod finding_codes;
mod header;
mod nfc;
mod outline;
mod read;
mod scanner;
mod structure;
mod syntax;
mod vereinbarung;

pub use self::error::ParseError;
pub(crate) use self::finding_codes::CODES;
#[cfg(feature = "render")]
pub(crate) use self::finding_codes::{
    FIELD_OVERFLOWS, FIELD_TICKED_TWICE, FIELD_UNCLEAR, FIELDS_UNKNOWN, LAYOUT_UNSETTLED,
};
pub(crate) use self::read::parse_strictly;
pub use self::vereinbarung::{parse, parse_bytes};
