//! The processes of a run: as many as work at the same time, and what becomes of their jobs.

use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use vereinbar::{Extracted, Finding, Rendered, Renderer, Sealed, Vereinbarung, extract_all, parse};

use crate::pipe_message::Message;
use crate::process::{Fate, Process};
use crate::protocol::{Build, Setup, WorkerJob, WorkerOutcome};
use crate::{Limits, Lost, NotStarted, WorkerCommand, WrittenOptions};

/// How often a document is tried whose process has died: it may have been killed by somebody,
/// or for want of memory of the machine, and the document have nothing to do with it.
const TRIES: usize = 2;

/// Processes that make and read documents, one document each at a time.
///
/// It is `Sync`: whoever has work waits until a process is free. All end when it is dropped.
pub struct Processes {
    command: WorkerCommand,
    limits: Limits,
    setup: Message,
    seats: Mutex<Seats>,
    freed: Condvar,
}

struct Seats {
    free: usize,
    idle: Vec<Process>,
}

/// A document that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedPdf {
    /// The PDF file.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// What shows only once it is laid out, as [`Rendered::of_layout`] gives it.
    pub of_layout: Vec<Finding>,
}

impl From<Rendered> for PrintedPdf {
    fn from(rendered: Rendered) -> Self {
        let of_layout = rendered.of_layout().cloned().collect();
        Self { pdf: rendered.pdf, pages: rendered.pages, of_layout }
    }
}

/// What a PDF carries, or in German why it cannot be read, as
/// [`ExtractError`](vereinbar::ExtractError) says it.
pub type Read = Result<Vec<ReadFile>, String>;

/// An agreement that a PDF carries.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReadFile {
    /// The name of the attached file.
    pub name: String,
    /// The agreement; `None` where its data cannot be read.
    pub vereinbarung: Option<Vereinbarung>,
}

impl From<Extracted> for ReadFile {
    fn from(file: Extracted) -> Self {
        Self { name: file.name, vereinbarung: file.vereinbarung.ok() }
    }
}

/// Reads what a PDF carries in this process.
///
/// # Errors
/// In German why it cannot be read.
pub fn read_pdf(pdf: &[u8]) -> Read {
    let files = extract_all(pdf).map_err(|error| error.to_string())?;
    Ok(files.into_iter().map(ReadFile::from).collect())
}

impl Processes {
    /// Gets ready for `count` processes at a time, and starts the first: so it is known
    /// whether there can be any. They print with the templates of `renderer`.
    ///
    /// # Errors
    /// [`NotStarted`], with the reason for people.
    pub fn start(
        command: &WorkerCommand,
        limits: Limits,
        count: usize,
        renderer: Option<&Renderer>,
    ) -> Result<Self, NotStarted> {
        // Of two with one path the last counts.
        let own: BTreeMap<&str, &[u8]> = renderer.into_iter().flat_map(Renderer::own_templates).collect();
        let setup = Setup {
            build: Build::own(),
            key: Sealed::key(),
            memory_limit: limits.memory,
            own_templates: own.keys().map(|&path| path.to_owned()).collect(),
        };
        let setup = Message::new(&setup, own.values().map(|bytes| bytes.to_vec()).collect());
        let first = Process::start(command, setup.clone())?;
        let seats = Mutex::new(Seats { free: count.max(1), idle: vec![first] });
        Ok(Self { command: command.clone(), limits, setup, seats, freed: Condvar::new() })
    }

    /// Makes a document, or says in German why there is none, as
    /// [`RenderError`](vereinbar::RenderError) does. `cancel` gives up one that is not done within
    /// two seconds.
    ///
    /// # Errors
    /// [`Lost`].
    pub fn render(
        &self,
        sealed: &Sealed,
        options: &WrittenOptions,
        cancel: &AtomicBool,
    ) -> Result<Result<PrintedPdf, String>, Lost> {
        let sealed = sealed.clone().into_bytes();
        let (outcome, parts) = self
            .call(cancel, |process| Message::new(&WorkerJob::Render, vec![process.options(options), sealed.clone()]))?;
        match (outcome, parts.into_iter().next()) {
            (WorkerOutcome::Rendered { pages, of_layout }, Some(pdf)) => {
                Ok(Ok(PrintedPdf { pdf, pages, of_layout: of_layout.into_iter().map(Into::into).collect() }))
            }
            (WorkerOutcome::Refused(reason), _) => Ok(Err(reason)),
            _ => Err(Lost::Died),
        }
    }

    /// Reads the agreement that a PDF carries, as [`extract`](vereinbar::extract()) does.
    ///
    /// # Errors
    /// [`Lost`].
    pub fn extract(&self, pdf: &[u8], cancel: &AtomicBool) -> Result<Result<Vereinbarung, Unread>, Lost> {
        let (outcome, parts) = self.call(cancel, |_| Message::new(&WorkerJob::Extract, vec![pdf.to_vec()]))?;
        match outcome {
            WorkerOutcome::Extracted { .. } => {
                let json = parts.into_iter().next().and_then(|json| String::from_utf8(json).ok());
                json.and_then(|json| parse(&json).ok()).map(Ok).ok_or(Lost::Died)
            }
            WorkerOutcome::Unreadable { message, findings } => {
                Ok(Err(Unread { message, findings: findings.into_iter().map(Into::into).collect() }))
            }
            WorkerOutcome::Refused(message) => Ok(Err(Unread { message, findings: Vec::new() })),
            _ => Err(Lost::Died),
        }
    }

    /// Reads what a PDF carries, as [`extract_all`](vereinbar::extract_all()) does.
    ///
    /// # Errors
    /// [`Lost`].
    pub fn extract_all(&self, pdf: &[u8], cancel: &AtomicBool) -> Result<Read, Lost> {
        let (outcome, parts) = self.call(cancel, |_| Message::new(&WorkerJob::ExtractAll, vec![pdf.to_vec()]))?;
        match outcome {
            WorkerOutcome::Extracted { names } if names.len() == parts.len() => {
                let file = |(name, json): (String, Vec<u8>)| {
                    // The other side has read it, and written it again.
                    let vereinbarung = String::from_utf8(json).ok().and_then(|json| parse(&json).ok());
                    ReadFile { name, vereinbarung }
                };
                Ok(Ok(names.into_iter().zip(parts).map(file).collect()))
            }
            WorkerOutcome::Refused(reason) => Ok(Err(reason)),
            _ => Err(Lost::Died),
        }
    }

    /// Has a job done by the next process that is free; by another one if that one dies.
    pub(crate) fn call(
        &self,
        cancel: &AtomicBool,
        mut job: impl FnMut(&mut Process) -> Message,
    ) -> Result<(WorkerOutcome, Vec<Vec<u8>>), Lost> {
        let seat = Seat::take(self);
        for _ in 0..TRIES {
            let mut process = seat.process().map_err(Lost::NotStarted)?;
            let message = job(&mut process);
            match process.call(message, self.limits.time, cancel) {
                Ok(answer) => {
                    let Ok(answer) = answer.open() else { continue };
                    self.seats().idle.push(process);
                    return match answer {
                        (WorkerOutcome::OutOfMemory, _) => Err(Lost::Memory(self.limits)),
                        answer => Ok(answer),
                    };
                }
                Err(Fate::TimedOut) => return Err(Lost::Time(self.limits)),
                Err(Fate::Interrupted) => return Err(Lost::Interrupted),
                Err(Fate::Died { is_out_of_memory: true }) => return Err(Lost::Memory(self.limits)),
                Err(Fate::Died { is_out_of_memory: false }) => {}
            }
        }
        Err(Lost::Died)
    }

    fn seats(&self) -> MutexGuard<'_, Seats> {
        self.seats.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl std::fmt::Debug for Processes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Processes")
            .field("command", &self.command)
            .field("limits", &self.limits)
            .finish_non_exhaustive()
    }
}

/// Why a PDF gives no agreement, as [`ExtractError`](vereinbar::ExtractError) says it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unread {
    /// A German message.
    pub message: String,
    /// What was found wrong with the attached data; empty where the file is to blame.
    pub findings: Vec<Finding>,
}

/// The right to keep a process busy.
struct Seat<'a>(&'a Processes);

impl<'a> Seat<'a> {
    /// Waits until one is free.
    fn take(processes: &'a Processes) -> Self {
        let mut seats = processes.seats();
        while seats.free == 0 {
            seats = processes.freed.wait(seats).unwrap_or_else(PoisonError::into_inner);
        }
        seats.free -= 1;
        Self(processes)
    }

    /// One that waits for work, or a new one.
    fn process(&self) -> Result<Process, NotStarted> {
        loop {
            let idle = self.0.seats().idle.pop();
            let Some(mut process) = idle else {
                return Process::start(&self.0.command, self.0.setup.clone());
            };
            if process.is_there() {
                return Ok(process);
            }
        }
    }
}

impl Drop for Seat<'_> {
    fn drop(&mut self) {
        self.0.seats().free += 1;
        self.0.freed.notify_one();
    }
}
