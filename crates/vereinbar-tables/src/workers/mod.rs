//! What whoever works on much at a time shares: jobs that several workers work off, how
//! many of these there are, and how far a run is.

mod jobs;
mod pool;
mod progress;

pub use self::jobs::{MAX_JOBS, jobs};
pub use self::pool::{Queue, Worker, work_off};
pub use self::progress::{Phase, Progress, TICK};
