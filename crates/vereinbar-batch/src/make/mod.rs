//! The second pass: what was spooled becomes documents.

mod press;
mod produce;
mod surroundings;
mod workshop;

pub(crate) use self::produce::Production;
pub use self::surroundings::{content_key, context};
