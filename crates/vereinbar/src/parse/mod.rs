//! Reading: JSON text to an agreement, or findings that say what is wrong and
//! where.

mod error;
mod header;
mod position;
mod read;
mod structure;
mod syntax;

pub(crate) use self::error::CODES;
pub use self::error::ParseError;
pub(crate) use self::read::parse_strictly;
pub use self::read::{parse, parse_bytes};
