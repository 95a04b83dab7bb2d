//! A table over a base: upload, columns, check, documents.

mod columns;
mod findings_of_rows;
mod following;
mod handlers;
mod upload_page;
mod view;

pub(crate) use self::following::follow;
pub(crate) use self::handlers::{cancel, confirm, discard_list, list, make, new_list, result_file, take};
