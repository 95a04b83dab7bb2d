//! What whoever reads many files shares: folders walked, files and lines read within
//! limits, digests of what they hold.

mod bounded;
mod digest;
mod orphans;
mod walk;

pub use self::bounded::{Line, Lines, read, without_bom};
pub use self::digest::{Digest, Parts};
pub use self::orphans::orphans;
pub use self::walk::{MANIFEST, WalkResult, ending, entries, walk};
