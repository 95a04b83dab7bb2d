//! The form: HTML made from the published schema, with what was typed and what was found.

mod context;
mod field;
mod findings;
mod list;
mod page;
mod preview;
mod probe;
mod sections;

pub(crate) use self::findings::all as all_findings;
pub(crate) use self::page::{Desk, HEADING, carried, page, verdict};
pub(crate) use self::preview::picture;
pub(crate) use self::sections::sections;
