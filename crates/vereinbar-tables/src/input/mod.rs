//! Readers of the files that offices have.

mod by_kind;
mod cell;
mod csv;
mod encoding;
mod headed;
mod json_folder;
mod json_rows;
mod one_sheet;
mod quotes;
mod record;
mod side;
mod unique;
mod whole;
mod workbook;

pub(crate) use self::by_kind::read;
pub(crate) use self::cell::{Cell, MERGED, NO_RESULT, TOO_LONG, german_number, is_error, is_exponential};
pub(crate) use self::one_sheet::side_sheet;
pub use self::record::TablePlace;
pub(crate) use self::record::{Choice, Record, RecordSink, RowPlace};
pub(crate) use self::side::{ANLEITUNG, AUSWAHL, GEMEINSAM, LISTE, SPALTEN, SideRow, SideSheets, columns_of};
pub(crate) use self::whole::{WholeSheet, sheets};
pub(crate) use self::workbook::{format_for, shows_whole_day};
