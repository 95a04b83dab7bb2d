//! Reading: JSON text to an agreement, or findings that say what is wrong and
//! where.
//!
//! Good input goes through serde once (`agreement`). Only what fails is looked at
//! again: first whether it is JSON of a known kind at all (`outline`, `syntax`,
//! `header`), then along the schema for every fault (`structure`, `fault`). Each
//! of these is one walk over the text, so bad input costs no more than its length.

mod agreement;
mod codes;
mod error;
mod fault;
mod header;
mod outline;
mod read;
mod scan;
mod structure;
mod syntax;

pub use self::agreement::{parse, parse_bytes};
pub(crate) use self::codes::CODES;
pub use self::error::ParseError;
pub(crate) use self::read::parse_strictly;
