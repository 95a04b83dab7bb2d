//! A table over a base: upload, columns, check, documents.

mod columns;
mod findings_of_rows;
mod following;
mod handlers;
mod upload_page;
mod view;

pub(crate) use self::following::follow_run;
pub(crate) use self::handlers::{
    cancel_run, confirm_columns, discard_list, list_file, make_documents, new_list, show_list, take_list,
};
