//! The names of the documents' files.

mod claimed;
mod pattern;
mod safe;

pub(crate) use self::claimed::ClaimedNames;
pub(crate) use self::pattern::Pattern;
pub(crate) use self::safe::safe;
