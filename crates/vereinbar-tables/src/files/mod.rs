//! What whoever reads many files shares: folders walked, files and lines read within
//! limits, and files written as a whole or not at all.

mod bounded;
mod of_a_batch;
mod orphans;
mod undone;
mod walk;

pub use self::bounded::{Line, Lines, read, without_bom};
pub use self::of_a_batch::{BatchReportArt, MANIFEST};
pub use self::orphans::{MAX_LINE_BYTES, orphans};
pub use self::undone::{UNDONE, done, undone};
pub use self::walk::{WalkResult, ending, entries, says_other, walk};
