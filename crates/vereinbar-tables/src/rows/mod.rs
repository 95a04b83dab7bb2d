//! Rows laid over the agreement that all of them share.

mod base;
mod field;
mod heading;
mod laid;
mod label;
mod lay;
mod overlay;
mod row_finding;
mod set;
mod shared;
mod value;

pub(crate) use self::overlay::{Overlay, count_headings};
pub use self::base::{Base, Row, RowSink};
pub(crate) use self::field::headings;
pub(crate) use self::label::BETWEEN;
pub(crate) use self::shared::{ART as SHARED_ART, NAME as SHARED_NAME};
pub use self::heading::Heading;
pub(crate) use self::heading::candidates;
pub use self::laid::{Laid, Remarks};
pub use self::row_finding::RowFinding;
pub use self::set::{SetError, set};
