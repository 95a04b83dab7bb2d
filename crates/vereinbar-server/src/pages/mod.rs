//! The pages of the browser.

mod compare;
mod desk;
mod download;
mod edit;
mod evaluate_page;
mod evaluation_result;
mod file_card;
mod list;
pub(crate) mod message;
mod open;
mod pdf_card;
mod result_tables;
mod save;
mod shell;
mod start;
mod suggested_name;
mod trouble;

pub(crate) use self::compare::{choose_two, compare_two};
pub(crate) use self::download::{download_json, download_pdf, store_in_folder};
pub(crate) use self::edit::{all_sheets, edit, edit_new};
pub(crate) use self::evaluate_page::{
    discard_evaluation, download_report, evaluate_files, new_evaluation, show_evaluation,
};
pub(crate) use self::list::{
    cancel_run, confirm_columns, discard_list, follow_run, list_file, make_documents, new_list, show_list, take_list,
};
pub(crate) use self::open::{open, open_stored};
pub(crate) use self::save::save;
pub(crate) use self::shell::base64;
pub(crate) use self::start::{begin, start};
