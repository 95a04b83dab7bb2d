//! What all requests share.

use std::sync::Arc;

use tokio::sync::Semaphore;
use vereinbar_workers::{FAULT, WorkerOptions};

use crate::access::Access;
use crate::agreements_folder::AgreementsFolder;
use crate::kept::{Evaluation, List, Shelf};
use crate::metrics::Metrics;
use crate::tasks::{Done, Failed, ServeTask, TaskRunner};
use crate::time_limits::TimeLimits;
use crate::under_way::UnderWay;

/// How many uploads are received at a time.
const UPLOADS: usize = 4;
/// How many tables are worked on at a time, each with as many cores as there are but one.
const RUNS: usize = 2;

pub(crate) struct App {
    pub(crate) access: Access,
    pub(crate) folder: Option<AgreementsFolder>,
    pub(crate) metrics: Metrics,
    pub(crate) uploads: Arc<Semaphore>,
    pub(crate) limits: TimeLimits,
    pub(crate) lists: Shelf<List>,
    pub(crate) evaluations: Shelf<Evaluation>,
    /// For runs over a whole table.
    pub(crate) runs: Arc<Semaphore>,
    pub(crate) under_way: UnderWay,
    /// How such a run makes its PDFs.
    pub(crate) workers: WorkerOptions,
    tasks: Box<dyn TaskRunner>,
}

/// What is said of a task that takes longer than it may.
pub(crate) const TOO_LONG: &str = "Der Auftrag ist in 30 Sekunden nicht fertig geworden. Kürzen Sie sehr lange Texte und \
    Listen, oder nehmen Sie weniger Dateien auf einmal.";

/// Why a task has no result.
pub(crate) enum NoResult {
    Busy,
    TooLong,
    Failed(Failed),
}

impl NoResult {
    /// A task of another kind than was asked for, which does not happen.
    pub(crate) fn fault() -> Self {
        Self::Failed(Failed::Fault(FAULT.to_owned()))
    }
}

impl App {
    pub(crate) fn new(
        access: Access,
        folder: Option<AgreementsFolder>,
        tasks: Box<dyn TaskRunner>,
        workers: WorkerOptions,
        limits: TimeLimits,
    ) -> Self {
        let uploads = Arc::new(Semaphore::new(UPLOADS));
        Self {
            access,
            folder,
            metrics: Metrics::default(),
            uploads,
            limits,
            lists: Shelf::default(),
            evaluations: Shelf::default(),
            runs: Arc::new(Semaphore::new(RUNS)),
            under_way: UnderWay::default(),
            workers,
            tasks,
        }
    }

    /// Has a task done, and waits for it.
    pub(crate) async fn run(&self, task: ServeTask) -> Result<Done, NoResult> {
        let Ok(answer) = self.tasks.start(task) else {
            self.metrics.busy();
            return Err(NoResult::Busy);
        };
        match tokio::time::timeout(self.limits.task, answer).await {
            Ok(Ok(result)) => result.map_err(NoResult::Failed),
            Ok(Err(_)) => Err(NoResult::Failed(Failed::Fault(FAULT.to_owned()))),
            Err(_) => {
                self.metrics.timed_out();
                Err(NoResult::TooLong)
            }
        }
    }
}
