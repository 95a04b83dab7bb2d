//! What whoever does tasks has to provide.

use tokio::sync::oneshot;

use super::serve_task::{Done, Failed, ServeTask};

/// Somebody who does tasks.
pub(crate) trait TaskRunner: Send + Sync {
    /// Takes the task, or has no room for it.
    fn start(&self, task: ServeTask) -> Result<oneshot::Receiver<Result<Done, Failed>>, Busy>;
}

/// As many tasks wait as may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Busy;
