//! A table over a base: upload, columns, check, documents.

mod columns_form;
mod findings_of_rows;
mod following;
mod list_steps;
mod list_view;
mod made_files;
mod upload_page;

pub(crate) use self::following::follow_run;
pub(crate) use self::list_steps::{
    cancel_run, confirm_columns, discard_list, list_file, make_documents, new_list, show_list, take_list,
};
