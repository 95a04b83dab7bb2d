//! The pages of the browser.

mod compare;
mod desk;
mod download;
mod evaluation;
mod evaluation_result;
mod form;
mod list;
pub(crate) mod message;
mod open;
mod result_tables;
mod save;
mod shell;
mod start;
mod suggested_name;

pub(crate) use self::compare::{compare, compared};
pub(crate) use self::download::{json, pdf, store};
pub(crate) use self::evaluation::{discard_evaluation, evaluate, evaluation, new_evaluation, report};
pub(crate) use self::form::{form, new, sheets};
pub(crate) use self::list::{cancel, confirm, discard_list, follow, list, make, new_list, result_file, take};
pub(crate) use self::open::{open, open_stored};
pub(crate) use self::save::save;
pub(crate) use self::shell::base64;
pub(crate) use self::start::{begin, start};
