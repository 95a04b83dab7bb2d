//! What all requests share.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;

use crate::access::Access;
use crate::agreements_folder::AgreementsFolder;
use crate::jobs::{Done, Failed, Jobs, ServeTask};
use crate::metrics::Metrics;

/// How long a job may take before its answer is given up.
const MAX_JOB_TIME: Duration = Duration::from_secs(30);
/// How many large files are received at a time, each up to 64 MiB.
const UPLOADS: usize = 4;

pub(crate) struct App {
    pub(crate) access: Access,
    pub(crate) folder: Option<AgreementsFolder>,
    pub(crate) metrics: Metrics,
    pub(crate) uploads: Arc<Semaphore>,
    jobs: Box<dyn Jobs>,
}

/// Why a job has no result.
pub(crate) enum NoResult {
    Busy,
    TooLong,
    Failed(Failed),
}

impl App {
    pub(crate) fn new(access: Access, folder: Option<AgreementsFolder>, jobs: Box<dyn Jobs>) -> Self {
        Self { access, folder, metrics: Metrics::default(), uploads: Arc::new(Semaphore::new(UPLOADS)), jobs }
    }

    /// Has a job done, and waits for it.
    pub(crate) async fn run(&self, task: ServeTask) -> Result<Done, NoResult> {
        let Ok(answer) = self.jobs.start(task) else {
            self.metrics.busy();
            return Err(NoResult::Busy);
        };
        match tokio::time::timeout(MAX_JOB_TIME, answer).await {
            Ok(Ok(result)) => result.map_err(NoResult::Failed),
            Ok(Err(_)) => Err(NoResult::Failed(Failed::Fault("Der Auftrag wurde nicht beantwortet.".to_owned()))),
            Err(_) => {
                self.metrics.timed_out();
                Err(NoResult::TooLong)
            }
        }
    }
}
