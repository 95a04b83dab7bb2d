//! Workbooks: XLSX of Excel, ODS of LibreOffice.

mod book_rows;
mod excel;
mod format_code;
mod format_digits;
mod format_for;
mod format_moment;
mod measured;
mod merged;
mod metered;
mod number_format;
mod ods;
mod open_book;
mod sheet_row;
mod shown_day;
mod xml;

pub(super) use self::book_rows::{put, read};
pub(crate) use self::format_for::format_for;
pub(super) use self::merged::Merged;
pub(super) use self::open_book::{Workbook, damaged, too_large};
pub(super) use self::sheet_row::{Damaged, SheetName};
pub(crate) use self::shown_day::shows_whole_day;
