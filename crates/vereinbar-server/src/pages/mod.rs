//! The pages of the browser.

mod desk;
mod download;
mod form;
pub(crate) mod message;
mod open;
mod save;
mod shell;
mod start;
mod suggested_name;

pub(crate) use self::download::{json, pdf, store};
pub(crate) use self::form::{form, new, sheets};
pub(crate) use self::open::{open, open_stored};
pub(crate) use self::save::save;
pub(crate) use self::shell::base64;
pub(crate) use self::start::{begin, start};
