//! How far a long run is.

use std::time::Duration;

/// From how many on the rate says how long the rest will take.
const ENOUGH_TO_TELL: usize = 10;
/// How often progress is told.
pub const TICK: Duration = Duration::from_millis(100);

vereinbar::codes! {
    /// What a run is doing.
    #[non_exhaustive]
    pub enum Phase, "Diesen Abschnitt eines Laufs gibt es nicht." {
        /// Reading and checking every row.
        Check: "check", "Geprüft";
        /// Making the documents.
        Render: "render", "Erzeugt";
        /// Making the collective file.
        Combine: "combine", "Sammeldatei";
        /// Reading agreements to evaluate them.
        Evaluate: "evaluate", "Gelesen";
    }
}

/// How far a run is. It is told about ten times a second and at the end of each
/// phase, on the thread that called it.
#[derive(Debug, Clone, Copy)]
pub struct Progress {
    /// What is being done.
    pub phase: Phase,
    /// Rows checked, documents made, skipped or failed, or agreements read so far.
    pub done: usize,
    /// Of these: those that failed.
    pub failed: usize,
    /// Of these: those that were unchanged since an earlier run.
    pub unchanged: usize,
    /// How many there are; not known while rows are read.
    pub total: Option<usize>,
    /// Since the phase began.
    pub elapsed: Duration,
}

impl Progress {
    /// Rows or documents a second, in this phase.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
    pub fn per_second(&self) -> f64 {
        let seconds = self.elapsed.as_secs_f64();
        if seconds > 0.0 { self.done as f64 / seconds } else { 0.0 }
    }

    /// How long the phase will take from here, if that can be said: not before ten are done, since the first
    /// of a run take longer than those after them.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
    pub fn remaining(&self) -> Option<Duration> {
        let left = self.total?.saturating_sub(self.done);
        let rate = self.per_second();
        let can_be_said = rate > 0.0 && (self.done >= ENOUGH_TO_TELL || left == 0);
        can_be_said.then(|| Duration::from_secs_f64(left as f64 / rate))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rest_is_told_when_enough_is_done() {
        let after = |done, total| {
            let elapsed = Duration::from_secs(1);
            Progress { phase: Phase::Render, done, failed: 0, unchanged: 0, total: Some(total), elapsed }.remaining()
        };
        assert_eq!((after(0, 20), after(9, 20)), (None, None));
        assert_eq!(after(10, 20), Some(Duration::from_secs(1)));
        assert_eq!((after(20, 20), after(3, 3)), (Some(Duration::ZERO), Some(Duration::ZERO)));
    }
}
