//! Rows laid over the agreement that all of them share.

mod base;
mod field;
mod found;
mod heading;
mod laid;
mod lay;
mod row_finding;
mod value;

pub(crate) use self::base::Overlay;
pub use self::base::{Base, Row, RowSink};
pub(crate) use self::field::headings;
pub use self::found::{FoundInRows, RowFindings};
pub use self::heading::Heading;
pub use self::laid::{Laid, Remarks};
pub use self::row_finding::RowFinding;
