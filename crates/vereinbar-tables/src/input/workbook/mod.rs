//! Workbooks: XLSX of Excel, ODS of LibreOffice.

mod book_rows;
mod excel;
mod measured;
mod merged;
mod number_format;
mod ods;
mod open_book;
mod sheet_row;
mod xml;

pub(super) use self::book_rows::read;
pub(super) use self::open_book::{Workbook, damaged};
pub(super) use self::sheet_row::{Damaged, SheetName};
