//! The threads that Typst runs on.
//!
//! Typst uses rayon itself. Called from inside a shared pool, a thread that waits for an
//! inner join steals the next document and lays that out on top of the first one's stack,
//! until the stack overflows. So each call runs on a worker of its own, a rayon pool of
//! one thread with a large stack, and the caller waits on a channel, where it cannot steal.
//!
//! That thread takes its tasks from a channel within one job that lasts as long as the
//! worker: between two jobs a thread of rayon turns in circles for a while, for work that
//! might come.

use std::any::Any;
use std::mem;
use std::panic::{self, AssertUnwindSafe};
use std::process;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::mpsc;
use std::sync::{Mutex, MutexGuard, TryLockError};
use std::thread;

use rayon::{ThreadPool, ThreadPoolBuilder, Yield};

use crate::EngineError;

const STACK_BYTES: usize = 16 << 20;

/// How many generations a memoized result is kept, per worker: with one generation a
/// document on one worker would throw away what the next on another still needs.
const GENERATIONS_PER_WORKER: usize = 3;

/// How often to try the lock, which is held for a push or a pop, before doing without.
const LOCK_ATTEMPTS: usize = 1000;

/// Workers alive in this process, over all engines, as the memoized results are shared.
static ALIVE: AtomicUsize = AtomicUsize::new(0);

/// Which process calls, and how many of its calls are under way: of a fork, the child inherits both.
static CALLS: Calls = Calls(AtomicU64::new(0));

/// The workers of an engine: as many as were ever needed at the same time.
#[derive(Default)]
pub(crate) struct Workers {
    idle: Mutex<Vec<Worker>>,
}

impl Workers {
    /// Runs `task` on a worker and waits for it. A panic in it becomes an error.
    pub(crate) fn run<T: Send + 'static>(
        &self,
        task: impl FnOnce() -> Result<T, EngineError> + Send + 'static,
    ) -> Result<T, EngineError> {
        let _call = CALLS.begin(process::id())?;
        let worker = self.check_out()?;
        let (sender, receiver) = mpsc::sync_channel(1);
        worker.start(move || {
            let outcome = panic::catch_unwind(AssertUnwindSafe(task));
            // Before the answer, so that no lock of the cache is held while the caller goes
            // on: it might fork.
            let evicted = panic::catch_unwind(evict);
            // The receiver is gone only if the caller is.
            let _ = sender.send(outcome.and_then(|value| evicted.map(|()| value)));
        });
        let outcome = receiver.recv();
        self.give_back(worker);
        match outcome {
            Ok(Ok(result)) => result,
            Ok(Err(payload)) => Err(EngineError::Panicked { detail: describe(payload.as_ref()) }),
            Err(_) => Err(EngineError::Panicked { detail: "the worker gave no answer".into() }),
        }
    }

    fn check_out(&self) -> Result<Worker, EngineError> {
        let idle = self.idle().and_then(|mut idle| {
            // Workers from before a fork are dropped here, which leaves their threads be.
            idle.retain(Worker::is_ours);
            idle.pop()
        });
        idle.map_or_else(Worker::new, Ok)
    }

    fn give_back(&self, worker: Worker) {
        if let Some(mut idle) = self.idle() {
            idle.push(worker);
        }
    }

    /// The idle workers, or `None` if the lock cannot be had. That is so in a child process
    /// that was forked while another thread held the lock: nobody there will release it.
    fn idle(&self) -> Option<MutexGuard<'_, Vec<Worker>>> {
        for _ in 0..LOCK_ATTEMPTS {
            match self.idle.try_lock() {
                Ok(idle) => return Some(idle),
                Err(TryLockError::Poisoned(idle)) => return Some(idle.into_inner()),
                Err(TryLockError::WouldBlock) => thread::yield_now(),
            }
        }
        None
    }
}

/// A process in the upper half, the number of its calls in the lower: both change at once,
/// without a lock that a fork could leave held.
struct Calls(AtomicU64);

/// A call that is under way.
struct Call<'a>(&'a Calls);

impl Calls {
    /// Counts a call of this process.
    ///
    /// A child that was forked while calls of its parent were under way is refused, for good:
    /// the threads that made them are not in it, and what they held locked at that moment, in
    /// Typst's cache or in the allocator, nobody releases there.
    fn begin(&self, process: u32) -> Result<Call<'_>, EngineError> {
        let counted = self.0.fetch_update(Ordering::AcqRel, Ordering::Acquire, |state| {
            let (of, count) = ((state >> 32) as u32, state & u64::from(u32::MAX));
            match (of == process, count) {
                (true, _) => Some(state + 1),
                (false, 0) => Some((u64::from(process) << 32) + 1),
                (false, _) => None,
            }
        });
        counted.map(|_| Call(self)).map_err(|_| EngineError::Forked)
    }
}

impl Drop for Call<'_> {
    fn drop(&mut self) {
        self.0.0.fetch_sub(1, Ordering::AcqRel);
    }
}

type Task = Box<dyn FnOnce() + Send>;

/// A thread with a large stack, in a rayon pool of its own.
struct Worker {
    /// Where the thread gets its tasks from, and its pool. `None` only while the worker is
    /// dropped.
    thread: Option<(mpsc::Sender<Task>, ThreadPool)>,
    /// The process that the thread lives in. After a fork the child has the handle but
    /// not the thread.
    process: u32,
}

impl Worker {
    fn new() -> Result<Self, EngineError> {
        let pool = ThreadPoolBuilder::new()
            .num_threads(1)
            .stack_size(STACK_BYTES)
            .thread_name(|_| "vereinbar-pdf".to_owned())
            .build()
            .map_err(|error| EngineError::NoThread { detail: error.to_string() })?;
        let (sender, receiver) = mpsc::channel::<Task>();
        pool.spawn(move || {
            for task in receiver {
                task();
                // What a document that failed has left behind: pictures nobody waits for.
                while let Some(Yield::Executed) = rayon::yield_local() {}
            }
        });
        ALIVE.fetch_add(1, Ordering::Relaxed);
        Ok(Self { thread: Some((sender, pool)), process: process::id() })
    }

    fn is_ours(&self) -> bool {
        self.process == process::id()
    }

    fn start(&self, task: impl FnOnce() + Send + 'static) {
        if let Some((tasks, _)) = &self.thread {
            // It fails only if the thread is gone, and then the caller's receiver says so.
            let _ = tasks.send(Box::new(task));
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        ALIVE.fetch_sub(1, Ordering::Relaxed);
        if !self.is_ours() {
            // Dropping them would take locks that a thread of the parent may have held.
            mem::forget(self.thread.take());
        }
    }
}

/// Lets go of the memoized results that the last documents had no use for.
fn evict() {
    let workers = ALIVE.load(Ordering::Relaxed).max(1);
    typst::comemo::evict(workers.saturating_mul(GENERATIONS_PER_WORKER));
}

fn describe(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().copied();
    let text = text.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or("unknown panic").to_owned()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    #[test]
    fn reuses_an_idle_worker() {
        let workers = Workers::default();
        let thread = || workers.run(|| Ok(thread::current().id())).unwrap();
        assert_eq!(thread(), thread());
        assert_eq!(workers.idle.lock().unwrap().len(), 1);
    }

    #[test]
    fn a_panic_is_an_error_and_the_next_call_works() {
        let workers = Workers::default();
        let error = workers.run::<()>(|| panic!("broken {}", 1)).unwrap_err();
        assert!(matches!(&error, EngineError::Panicked { detail } if detail == "broken 1"));
        assert!(!error.to_string().contains("broken"));
        assert_eq!(workers.run(|| Ok(1)).unwrap(), 1);
    }

    #[test]
    fn a_held_lock_does_not_hang() {
        let workers = Workers::default();
        let held = workers.idle.lock().unwrap();
        assert_eq!(workers.run(|| Ok(1)).unwrap(), 1);
        drop(held);
        assert!(workers.idle.lock().unwrap().is_empty());
    }

    #[test]
    fn a_worker_of_another_process_is_not_used() {
        let workers = Workers::default();
        workers.run(|| Ok(())).unwrap();
        let id = thread::current().id();
        workers.idle.lock().unwrap()[0].process = 0;
        assert_ne!(workers.run(|| Ok(thread::current().id())).unwrap(), id);
        let idle = workers.idle.lock().unwrap();
        assert_eq!(idle.len(), 1);
        assert!(idle[0].is_ours());
    }

    #[test]
    fn a_child_that_was_forked_beside_a_call_is_refused_and_another_is_not() {
        let (parent, child) = (41, 42);
        let calls = Calls(AtomicU64::new(0));
        drop((calls.begin(parent).unwrap(), calls.begin(parent).unwrap()));
        drop(calls.begin(child).unwrap());
        let under_way = calls.begin(parent).unwrap();
        for _ in 0..2 {
            assert!(matches!(calls.begin(child), Err(EngineError::Forked)));
        }
        assert!(calls.begin(parent).is_ok());
        drop(under_way);
        assert!(calls.begin(child).is_ok());
    }

    #[test]
    fn makes_as_many_workers_as_callers_at_a_time() {
        let workers = Arc::new(Workers::default());
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| (0..50).for_each(|_| workers.run(|| Ok(())).unwrap()));
            }
        });
        assert!(workers.idle.lock().unwrap().len() <= 4);
    }
}
