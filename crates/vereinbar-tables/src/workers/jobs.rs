//! How many files or documents are worked on at the same time.

use std::num::NonZeroUsize;
use std::thread;

/// The most that command and Python take: no machine has more cores.
pub const MAX_JOBS: usize = 200;

/// As many as are asked for, and without that, as many as there are cores.
#[must_use]
pub fn jobs(asked: Option<NonZeroUsize>) -> usize {
    asked.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get)
}
