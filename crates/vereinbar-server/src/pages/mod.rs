//! The pages of the browser.

mod desk;
mod download;
mod edit;
pub(crate) mod message;
mod open;
mod save;
mod shell;
mod start;
mod suggested_name;

pub(crate) use self::download::{download_json, download_pdf, store_in_folder};
pub(crate) use self::edit::{all_sheets, edit, edit_new};
pub(crate) use self::open::{open, open_stored};
pub(crate) use self::save::save;
pub(crate) use self::shell::base64;
pub(crate) use self::start::{begin, start};
