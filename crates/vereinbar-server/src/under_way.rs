//! The runs that go on, so that none outlives the service with the files of its list.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// How often it is looked whether a run has ended.
const LOOK_AGAIN: Duration = Duration::from_millis(20);

/// What stops each run, and its thread.
#[derive(Default)]
pub(crate) struct UnderWay(Mutex<Vec<(Arc<AtomicBool>, JoinHandle<()>)>>);

impl UnderWay {
    pub(crate) fn add(&self, cancel: Arc<AtomicBool>, run: JoinHandle<()>) {
        let mut runs = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        runs.retain(|(_, run)| !run.is_finished());
        runs.push((cancel, run));
    }

    /// Stops all, and waits until they have ended, for so long at most.
    pub(crate) fn end(&self, within: Duration) {
        let runs = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        runs.iter().for_each(|(cancel, _)| cancel.store(true, Ordering::Relaxed));
        let begun = Instant::now();
        while runs.iter().any(|(_, run)| !run.is_finished()) && begun.elapsed() < within {
            thread::sleep(LOOK_AGAIN);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A run that goes on until it is stopped.
    fn run(under_way: &UnderWay) -> Arc<AtomicBool> {
        let cancel = Arc::new(AtomicBool::new(false));
        let seen = Arc::clone(&cancel);
        let run = thread::spawn(move || {
            while !seen.load(Ordering::Relaxed) {
                thread::sleep(LOOK_AGAIN);
            }
        });
        under_way.add(Arc::clone(&cancel), run);
        cancel
    }

    #[test]
    fn runs_are_stopped_and_waited_for() {
        let under_way = UnderWay::default();
        // The first goes on when the second begins.
        let runs = [run(&under_way), run(&under_way)];
        under_way.end(Duration::from_mins(1));
        assert!(runs.iter().all(|cancel| cancel.load(Ordering::Relaxed)));
        assert!(under_way.0.lock().unwrap().iter().all(|(_, run)| run.is_finished()));
    }
}
