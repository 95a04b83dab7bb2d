//! How a part of an agreement is declared, and what it can be asked.

#[macro_use]
mod declare;
#[macro_use]
mod filled;

pub(super) use self::declare::{is_missing, null_is_missing};
pub use self::filled::Filled;
