//! The first pass: every row is checked and spooled before anything is printed.

mod rows;
mod spool;

pub(crate) use self::rows::Check;
pub use self::rows::reason;
pub(crate) use self::spool::{NotMade, Spool, Spooled, SpooledRow, SpooledRows};
