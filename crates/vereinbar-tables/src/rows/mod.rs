//! Rows laid over the agreement that all of them share.

mod base;
mod column;
mod field;
mod found;
mod heading;
mod label;
mod laid;
mod lay;
mod list_words;
mod no_agreement;
mod no_name;
mod over_base;
mod row_finding;
mod set;
mod shared;
mod value;
mod value_problem;

pub use self::base::{Base, Row, RowSink};
pub(crate) use self::field::{headings, headings_count};
pub use self::found::{FoundInRows, RowFindings, rows_in_words};
pub use self::heading::Heading;
pub(crate) use self::heading::candidates;
pub(crate) use self::label::BETWEEN;
pub use self::laid::{Laid, Remarks};
pub(crate) use self::over_base::{OverBase, art_in_column, known_headings, may_be_headings};
pub use self::row_finding::RowFinding;
pub use self::set::{SetError, set};
pub(crate) use self::shared::{ART as SHARED_ART, NAME as SHARED_NAME, art_of};
