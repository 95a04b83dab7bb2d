//! The names of the documents' files.

mod distinct;
mod naming;
mod pattern;

pub(crate) use self::distinct::{Names, SAME_NAME};
pub(crate) use self::naming::Naming;
pub(crate) use self::pattern::{Pattern, RowName};
