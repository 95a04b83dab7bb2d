//! What makes documents: threads of this process, or processes of their own.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use vereinbar::{RenderOptions, Renderer, Sealed};
use vereinbar_workers::{Lost, NotStarted, PrintedPdf, Processes, WrittenOptions};

use crate::BatchOptions;

/// From how many documents on processes make them faster than threads: each begins with an
/// empty cache (`docs/architecture.md`).
const WORTH_PROCESSES: usize = 100;

/// After how many documents in a row that took too long no further one is tried: then it is the
/// templates, and a thousand rows would take hours.
const GIVE_UP: usize = 10;

/// Makes documents, as many at a time as it has seats.
pub(crate) enum Press<'a> {
    /// They share what Typst remembers. One that does not end cannot be stopped.
    Threads { renderer: &'a Renderer, options: &'a RenderOptions, seats: Seats },
    /// Each has its own, and ends when it takes too much.
    Processes {
        processes: Processes,
        options: WrittenOptions,
        cancel: &'a AtomicBool,
        /// How many documents in a row have taken too long.
        too_long: AtomicUsize,
    },
}

/// Why a document was not made.
#[derive(Debug)]
pub(crate) enum Unprinted {
    /// It cannot be: a German message.
    Refused(String),
    /// Its process gave no answer.
    Lost(Lost),
    /// It was not tried any more.
    GivenUp,
}

impl<'a> Press<'a> {
    /// As the options ask, for this many documents; in German also what is otherwise than they
    /// ask.
    pub(crate) fn new(
        options: &'a BatchOptions,
        renderer: &'a Renderer,
        jobs: usize,
        documents: usize,
        cancel: &'a AtomicBool,
    ) -> (Self, Option<String>) {
        let workers = &options.workers;
        let is_asked = documents >= WORTH_PROCESSES || options.templates.is_some() || workers.sets_limits();
        let started = workers.worker.as_ref().filter(|_| documents > 0 && is_asked).map(|worker| {
            let processes = Processes::start(worker, workers.limits(), jobs.min(documents), Some(renderer))?;
            Ok::<_, NotStarted>(Self::Processes {
                processes,
                options: (&options.render).into(),
                cancel,
                too_long: AtomicUsize::new(0),
            })
        });
        let threads = || Self::Threads { renderer, options: &options.render, seats: Seats::new(jobs) };
        let remark = || workers.remark().map(str::to_owned);
        match started {
            Some(Ok(processes)) => (processes, remark()),
            Some(Err(error)) => (threads(), Some(error.done_by_threads())),
            None => (threads(), remark()),
        }
    }

    /// Makes a document, once there is a seat.
    pub(crate) fn print(&self, sealed: &Sealed) -> Result<PrintedPdf, Unprinted> {
        match self {
            Self::Threads { renderer, options, seats } => {
                let rendered = seats.with(|| renderer.render(sealed, options));
                rendered.map(PrintedPdf::from).map_err(|error| Unprinted::Refused(error.to_string()))
            }
            Self::Processes { processes, options, cancel, too_long } => {
                if too_long.load(Ordering::Relaxed) >= GIVE_UP {
                    return Err(Unprinted::GivenUp);
                }
                let made = processes.render(sealed, options, cancel);
                if matches!(made, Err(Lost::Time(_))) {
                    too_long.fetch_add(1, Ordering::Relaxed);
                } else {
                    too_long.store(0, Ordering::Relaxed);
                }
                made.map_err(Unprinted::Lost)?.map_err(Unprinted::Refused)
            }
        }
    }
}

/// How many may render at the same time. There are more workers than that: some
/// wait for the disk meanwhile.
pub(crate) struct Seats {
    free: Mutex<usize>,
    freed: Condvar,
}

impl Seats {
    pub(crate) const fn new(count: usize) -> Self {
        Self { free: Mutex::new(count), freed: Condvar::new() }
    }

    fn with<T>(&self, work: impl FnOnce() -> T) -> T {
        let mut free = self.lock();
        while *free == 0 {
            free = self.freed.wait(free).unwrap_or_else(PoisonError::into_inner);
        }
        *free -= 1;
        drop(free);
        let done = work();
        *self.lock() += 1;
        self.freed.notify_one();
        done
    }

    fn lock(&self) -> MutexGuard<'_, usize> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
