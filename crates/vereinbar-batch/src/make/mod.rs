//! The second pass: what was spooled becomes documents.

mod context;
mod produce;
mod worker;

pub(crate) use self::context::digest;
pub(crate) use self::produce::Production;
