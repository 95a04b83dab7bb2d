//! Readers of the files that offices have.

mod cell;
mod csv;
mod encoding;
mod headed;
mod json_folder;
mod json_rows;
mod read;
mod record;
mod workbook;

pub(crate) use self::cell::Cell;
pub(crate) use self::read::read;
pub(crate) use self::record::{Place, Record, RecordSink};
