//! Rows laid over the agreement that all of them share.

mod field;
mod finding;
mod heading;
mod laid;
mod lay;
mod overlay;
mod value;

pub(crate) use self::field::{Field, Kind, headings};
pub use self::finding::RowFinding;
pub use self::heading::{Heading, HeadingProblem};
pub use self::laid::Laid;
pub(crate) use self::laid::letters;
pub(crate) use self::overlay::Overlay;
pub use self::overlay::{Base, Row, RowSink};
