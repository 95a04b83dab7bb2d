//! A workbook to be written: what stands in its sheets, and how it is to look. How a format
//! says that, its writer knows.

mod book_csv;
mod book_xlsx;
mod model;
mod row_heights;

pub(crate) use self::book_csv::to_csv;
pub(crate) use self::book_xlsx::to_xlsx;
pub(crate) use self::model::{Book, BookCell, BookColumn, BookRow, BookSheet, Choices, Content, Listed, Look};
