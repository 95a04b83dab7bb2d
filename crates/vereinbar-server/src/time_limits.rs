//! How long what is asked may take.

use std::time::Duration;

/// How long what is asked may take.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TimeLimits {
    /// A request, the sending of its body included.
    pub(crate) request: Duration,
    /// A run over a whole table for a program that waits for one file of it, its upload included.
    pub(crate) run: Duration,
    /// A task, its waiting included, before its answer is given up.
    pub(crate) task: Duration,
}

impl TimeLimits {
    /// Those that hold; the answers and `docs/http.md` name them.
    pub(crate) const SERVED: Self =
        Self { request: Duration::from_mins(1), run: Duration::from_mins(15), task: Duration::from_secs(30) };
}
