//! What whoever does jobs has to do.

use tokio::sync::oneshot;

use super::serve_task::{Done, Failed, ServeTask};

/// Somebody who does jobs.
pub(crate) trait Jobs: Send + Sync {
    /// Takes the job, or has no room for it.
    fn start(&self, task: ServeTask) -> Result<oneshot::Receiver<Result<Done, Failed>>, Busy>;
}

/// As many jobs wait as may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Busy;
