//! What costs time: reading, checking, printing. Jobs and their results are data, so that
//! whoever does them need not be in this process.

mod perform;
mod pool;
mod task;

pub(crate) use self::pool::Pool;
pub(crate) use self::task::{Done, Failed, Task};

use tokio::sync::oneshot;

/// Somebody who does jobs.
pub(crate) trait Jobs: Send + Sync {
    /// Takes the job, or has no room for it.
    fn start(&self, task: Task) -> Result<oneshot::Receiver<Result<Done, Failed>>, Busy>;
}

/// As many jobs wait as may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Busy;
