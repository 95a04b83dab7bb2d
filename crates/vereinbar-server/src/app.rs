//! What all requests share.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;

use crate::access::Access;
use crate::folder::Folder;
use crate::jobs::{Busy, Done, Failed, Jobs, Task};
use crate::metrics::Metrics;

/// How long a job may take before its answer is given up.
const MAX_JOB_TIME: Duration = Duration::from_secs(30);
/// How many large files are received at a time, each up to 64 MiB.
const UPLOADS: usize = 4;

pub(crate) struct App {
    pub(crate) access: Access,
    pub(crate) folder: Option<Folder>,
    pub(crate) metrics: Metrics,
    pub(crate) uploads: Arc<Semaphore>,
    jobs: Box<dyn Jobs>,
}

/// Why a job has no result.
pub(crate) enum Refused {
    Busy,
    TooLong,
    Failed(Failed),
}

impl App {
    pub(crate) fn new(access: Access, folder: Option<Folder>, jobs: Box<dyn Jobs>) -> Self {
        Self { access, folder, metrics: Metrics::default(), uploads: Arc::new(Semaphore::new(UPLOADS)), jobs }
    }

    /// Has a job done, and waits for it.
    pub(crate) async fn run(&self, task: Task) -> Result<Done, Refused> {
        let answer = match self.jobs.start(task) {
            Ok(answer) => answer,
            Err(Busy) => {
                self.metrics.busy();
                return Err(Refused::Busy);
            }
        };
        match tokio::time::timeout(MAX_JOB_TIME, answer).await {
            Ok(Ok(result)) => result.map_err(Refused::Failed),
            Ok(Err(_)) => Err(Refused::Failed(Failed::Fault("Der Auftrag wurde nicht beantwortet.".to_owned()))),
            Err(_) => {
                self.metrics.timed_out();
                Err(Refused::TooLong)
            }
        }
    }
}
