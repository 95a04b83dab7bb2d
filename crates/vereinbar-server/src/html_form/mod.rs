//! The form: HTML made from the published schema, with what was typed and what was found.

mod drawing;
mod findings;
mod form_parts;
mod page;
mod paper;
mod probe;
mod sections;
mod single_field;

pub(crate) use self::findings::all_findings;
pub(crate) use self::page::{Desk, DeskFile, HEADING, carried, page, verdict};
pub(crate) use self::paper::{WITHOUT, no_page, picture};
pub(crate) use self::sections::{section_of, sections};
