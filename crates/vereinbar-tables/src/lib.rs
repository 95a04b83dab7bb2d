//! The tables of an office, read as agreements: CSV, XLSX, ODS, JSON Lines, a list or a
//! folder of JSON; and the empty table to fill in.
//!
//! A [`Source`] is read row by row, so that a long table is never in memory as a whole.
//! Each row is laid over a [`Base`], what all rows share, and handed to a [`RowSink`] as
//! [`Laid`]: the agreement as JSON, and the way from each place in it back to its column.
//! Whether it is an agreement, `parse` and `validate` of the library say.
//!
//! [`files`] holds what whoever reads many files shares: folders walked, files and lines
//! read within limits, files written as a whole; [`workers`] what whoever works on many at a time does: the
//! pool of workers, how many they are, how far a run is.

mod book;
mod columns;
mod error;
pub mod files;
mod input;
mod letters;
mod marked;
mod no_formula;
pub mod row_codes;
mod rows;
mod source;
mod table;
pub mod workers;

pub use self::columns::{Columns, ColumnsError, Confidence, Proposal, Proposals, propose};
pub use self::error::TableError;
pub use self::input::TablePlace;
pub use self::marked::{is_marked, marked};
pub use self::no_formula::guarded;
pub use self::rows::{
    Base, FoundInRows, Heading, Laid, Remarks, Row, RowFinding, RowFindings, RowSink, SetError, rows_in_words, set,
};
pub use self::source::{MAX_HEADER_ROW, RowResult, Source};
pub use self::table::{FilledRow, FilledTable, TableFormat, TableOptions, filled, proposed, table};
