//! How many read at the same time, and where.

use std::num::NonZeroUsize;

use vereinbar_workers::WorkerOptions;

/// How many files are read at the same time, and where. It does not change the result.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RunOptions {
    /// How many; without it, as many as there are cores.
    pub jobs: Option<NonZeroUsize>,
    /// Whether PDFs, which may be made to do harm, are read in processes of their own, and what
    /// one may take. Data are read in this process: what they cost is bounded by their length.
    pub workers: WorkerOptions,
}

impl From<Option<NonZeroUsize>> for RunOptions {
    fn from(jobs: Option<NonZeroUsize>) -> Self {
        Self { jobs, workers: WorkerOptions::default() }
    }
}
