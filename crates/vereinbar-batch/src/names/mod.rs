//! The names of the documents' files.

mod claimed;
mod pattern;
mod safe;

pub(crate) use self::claimed::Names;
pub(crate) use self::pattern::Pattern;
pub(crate) use self::safe::safe;
