//! The one pool of workers: jobs out, outcomes back, in their order where that is asked for.

use std::any::Any;
use std::collections::BTreeMap;
use std::panic::{self, AssertUnwindSafe};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::TICK;

/// What works off jobs, one after the other. Each has a thread of its own, which waits for
/// it; what it works with, that thread or a process, is its own affair.
pub trait Worker: Send {
    /// A piece of work.
    type Job: Send;
    /// What comes of it.
    type Outcome: Send;

    /// Works off a job. A panic in it reaches whoever called [`work_off`].
    fn work(&mut self, job: Self::Job) -> Self::Outcome;
}

/// Sets the workers to work on what `drive` hands out, and gives them back once it has
/// ended, with what it came to.
///
/// `drive` runs on this thread. At most `ahead` jobs are handed out whose outcome it has
/// not taken, so that memory stays level and the quickest worker waits for the slowest.
/// `cancel` ends nothing by itself: `drive` asks for it.
///
/// ```
/// use std::sync::atomic::AtomicBool;
/// use vereinbar_tables::workers::{Worker, work_off};
///
/// struct Square;
/// impl Worker for Square {
///     type Job = u32;
///     type Outcome = u32;
///     fn work(&mut self, job: u32) -> u32 {
///         job * job
///     }
/// }
///
/// let (squares, _) = work_off(vec![Square, Square], 8, &AtomicBool::new(false), |queue| {
///     let mut squares = Vec::new();
///     for job in 1..=3 {
///         queue.hand_out(job);
///     }
///     while !queue.is_empty() {
///         queue.wait();
///         squares.extend(std::iter::from_fn(|| queue.take_next()));
///     }
///     squares
/// });
/// assert_eq!(squares, [1, 4, 9]);
/// ```
pub fn work_off<W: Worker, T>(
    workers: Vec<W>,
    ahead: usize,
    cancel: &AtomicBool,
    drive: impl FnOnce(&mut Queue<'_, W::Job, W::Outcome>) -> T,
) -> (T, Vec<W>) {
    let (jobs, waiting) = mpsc::channel::<(usize, W::Job)>();
    let (done, outcomes) = mpsc::channel();
    let waiting = Mutex::new(waiting);
    thread::scope(|scope| {
        let threads: Vec<_> = workers
            .into_iter()
            .map(|worker| {
                let (waiting, done) = (&waiting, done.clone());
                scope.spawn(move || work(worker, waiting, &done))
            })
            .collect();
        drop(done);
        let mut queue =
            Queue { jobs, outcomes, ahead, cancel, handed_out: 0, under_way: 0, next: 0, there: BTreeMap::new() };
        let driven = drive(&mut queue);
        let Queue { jobs, outcomes, .. } = queue;
        // Now the workers end.
        drop(jobs);
        let workers = threads.into_iter().filter_map(|thread| match thread.join() {
            Ok(worker) => worker,
            Err(panic) => panic::resume_unwind(panic),
        });
        let workers = workers.collect();
        // Of a job whose outcome nobody has waited for.
        if let Some(panic) = outcomes.try_iter().find_map(|(_, outcome)| outcome.err()) {
            panic::resume_unwind(panic);
        }
        (driven, workers)
    })
}

/// An outcome with the number of its job, or the panic that came in its place.
type Numbered<R> = (usize, Result<R, Box<dyn Any + Send>>);

/// Works off jobs until there are no more; after a panic the worker is in no known state.
fn work<W: Worker>(
    mut worker: W,
    waiting: &Mutex<Receiver<(usize, W::Job)>>,
    done: &Sender<Numbered<W::Outcome>>,
) -> Option<W> {
    loop {
        let job = waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((number, job)) = job else { return Some(worker) };
        let outcome = panic::catch_unwind(AssertUnwindSafe(|| worker.work(job)));
        let has_panicked = outcome.is_err();
        // Nobody listens any more once `drive` has ended.
        let _ = done.send((number, outcome));
        if has_panicked {
            return None;
        }
    }
}

/// The jobs of a run, on the thread that hands them out.
pub struct Queue<'a, J, R> {
    jobs: Sender<(usize, J)>,
    outcomes: Receiver<Numbered<R>>,
    ahead: usize,
    cancel: &'a AtomicBool,
    handed_out: usize,
    /// Jobs whose outcome is not there yet.
    under_way: usize,
    /// The number of the outcome whose turn it is.
    next: usize,
    /// Outcomes that are there and not taken.
    there: BTreeMap<usize, R>,
}

impl<J, R> Queue<'_, J, R> {
    /// Whether a further job may be handed out now.
    #[must_use]
    pub fn has_room(&self) -> bool {
        self.under_way + self.there.len() < self.ahead
    }

    /// Whether the run is to end: then nothing more is handed out.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.cancel.load(Ordering::Relaxed)
    }

    /// Whether every outcome was taken.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.under_way == 0 && self.there.is_empty()
    }

    /// Hands out a job, whether there is [room](Self::has_room) or not.
    pub fn hand_out(&mut self, job: J) {
        self.under_way += 1;
        // Without a worker left, `wait` says so.
        let _ = self.jobs.send((self.handed_out, job));
        self.handed_out += 1;
    }

    /// Takes in an outcome that asks for no work, in its place in the order.
    pub fn set_aside(&mut self, outcome: R) {
        self.there.insert(self.handed_out, outcome);
        self.handed_out += 1;
    }

    /// Waits for an outcome, but for no longer than [`TICK`], so that progress can be told.
    ///
    /// # Panics
    /// When a worker did.
    pub fn wait(&mut self) {
        if self.under_way == 0 {
            return;
        }
        match self.outcomes.recv_timeout(TICK) {
            Ok((number, Ok(outcome))) => {
                self.under_way -= 1;
                self.there.insert(number, outcome);
            }
            Ok((_, Err(panic))) => panic::resume_unwind(panic),
            Err(RecvTimeoutError::Timeout) => {}
            // Without workers from the beginning.
            Err(RecvTimeoutError::Disconnected) => panic::resume_unwind(Box::new("the workers are gone")),
        }
    }

    /// The outcome whose turn it is, once it is there.
    pub fn take_next(&mut self) -> Option<R> {
        let outcome = self.there.remove(&self.next)?;
        self.next += 1;
        Some(outcome)
    }

    /// Any outcome that is there. Whoever asks for any asks for none [in order](Self::take_next).
    pub fn take_any(&mut self) -> Option<R> {
        self.there.pop_first().map(|(_, outcome)| outcome)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    /// Takes the longer, the earlier the job is; counts what it has done.
    struct Slow(usize);

    impl Worker for Slow {
        type Job = u64;
        type Outcome = u64;

        fn work(&mut self, job: u64) -> u64 {
            assert_ne!(job, 13, "a job of bad luck");
            thread::sleep(Duration::from_millis(20_u64.saturating_sub(job)));
            self.0 += 1;
            job
        }
    }

    fn slow(workers: usize) -> Vec<Slow> {
        (0..workers).map(|_| Slow(0)).collect()
    }

    #[test]
    fn outcomes_come_in_the_order_of_the_jobs_and_no_more_are_under_way_than_may_be() {
        for workers in [1, 3] {
            let (taken, workers) = work_off(slow(workers), 4, &AtomicBool::new(false), |queue| {
                let (mut jobs, mut taken) = ((0..12).peekable(), Vec::new());
                while jobs.peek().is_some() || !queue.is_empty() {
                    while queue.has_room()
                        && let Some(job) = jobs.next()
                    {
                        // Every third asks for no work.
                        if job % 3 == 0 {
                            queue.set_aside(job);
                        } else {
                            queue.hand_out(job);
                        }
                        assert!(queue.under_way + queue.there.len() <= 4);
                    }
                    queue.wait();
                    taken.extend(std::iter::from_fn(|| queue.take_next()));
                }
                taken
            });
            assert_eq!(taken, (0..12).collect::<Vec<_>>());
            assert_eq!(workers.iter().map(|worker| worker.0).sum::<usize>(), 8);
        }
    }

    #[test]
    fn a_slow_job_holds_up_nothing_where_the_order_does_not_matter() {
        let (taken, _) = work_off(slow(2), 8, &AtomicBool::new(false), |queue| {
            (0..8).rev().for_each(|job| queue.hand_out(job));
            let mut taken = Vec::new();
            while !queue.is_empty() {
                queue.wait();
                taken.extend(queue.take_any());
            }
            taken.sort_unstable();
            taken
        });
        assert_eq!(taken, (0..8).collect::<Vec<_>>());
    }

    #[test]
    fn a_panic_of_one_worker_ends_the_run_however_many_are_left() {
        for waits in [true, false] {
            let run = || {
                work_off(slow(3), 8, &AtomicBool::new(false), |queue| {
                    (10..16).for_each(|job| queue.hand_out(job));
                    while waits && !queue.is_empty() {
                        queue.wait();
                        while queue.take_next().is_some() {}
                    }
                })
            };
            let panic = panic::catch_unwind(AssertUnwindSafe(run)).map(|_| ()).unwrap_err();
            let text = panic.downcast_ref::<String>().unwrap();
            assert!(text.contains("a job of bad luck"), "{text}");
        }
    }

    #[test]
    fn nothing_hangs_without_workers() {
        let run = || {
            work_off(slow(0), 8, &AtomicBool::new(false), |queue| {
                queue.hand_out(1);
                queue.wait();
            })
        };
        assert!(panic::catch_unwind(AssertUnwindSafe(run)).is_err());
    }

    #[test]
    fn whoever_drives_sees_the_interruption() {
        let cancel = AtomicBool::new(false);
        let (handed_out, _) = work_off(slow(2), 2, &cancel, |queue| {
            while !queue.is_cancelled() {
                while queue.has_room() {
                    queue.hand_out(20);
                }
                queue.wait();
                while queue.take_any().is_some() {
                    cancel.store(true, Ordering::Relaxed);
                }
            }
            // What is under way is finished and may be taken.
            while !queue.is_empty() {
                queue.wait();
                while queue.take_any().is_some() {}
            }
            queue.handed_out
        });
        assert_eq!(handed_out, 2);
    }
}
