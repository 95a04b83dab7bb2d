//! The names of the documents' files.

mod distinct;
mod naming;
mod pattern;
mod safe;

pub(crate) use self::distinct::{Names, SAME_NAME};
pub(crate) use self::naming::Naming;
pub(crate) use self::pattern::{Name, Pattern};
pub(crate) use self::safe::safe;
