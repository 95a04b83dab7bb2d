//! One process, from the side that has started it.

use std::io::Read as _;
use std::process::{Child, ChildStderr, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::courier::{Courier, NoAnswer};
use crate::pipe_message::Message;
use crate::protocol::Readiness;
use crate::{NotStarted, WorkerCommand, WrittenOptions};

/// How long a process may take to be there: the machine may be busy.
const START: Duration = Duration::from_secs(30);
/// How often it is looked whether the run was interrupted, and how long a document has then.
const TICK: Duration = Duration::from_millis(100);
const GRACE: Duration = Duration::from_secs(2);
/// How much of what a process says last is looked at.
const LAST_WORDS: u64 = 16 << 10;

/// What Rust writes to standard error before it aborts for want of memory; a process that cannot read its job writes the same.
pub(crate) const OUT_OF_MEMORY: &str = "memory allocation of";

/// A process that works. It is killed when it is dropped: it keeps nothing.
pub(crate) struct Process {
    child: Child,
    courier: Courier,
    last_words: Option<ChildStderr>,
    /// The options that it knows from its last job.
    options: Option<Arc<str>>,
}

/// Why a process gave no answer.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    Died { is_out_of_memory: bool },
    TimedOut,
    Interrupted,
}

impl Process {
    /// The options as it is to be told them: nothing where it knows them from its last job.
    pub(crate) fn options(&mut self, options: &WrittenOptions) -> Vec<u8> {
        let known = self.options.replace(Arc::clone(&options.0));
        let is_known = known.is_some_and(|known| Arc::ptr_eq(&known, &options.0));
        if is_known { Vec::new() } else { options.0.as_bytes().to_vec() }
    }

    pub(crate) fn start(command: &WorkerCommand, setup: Message) -> Result<Self, NotStarted> {
        let mut started = Command::new(&command.program);
        started
            .args(&command.arguments)
            .envs(command.environment.iter().map(|(name, value)| (name, value)))
            // What mimalloc asks of the system in advance counts as taken; by itself that is 1 GiB.
            .env("MIMALLOC_ARENA_RESERVE", "64MiB")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        alone(&mut started);
        let mut child = started.spawn().map_err(NotStarted::System)?;
        let (Some(to), Some(from)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(NotStarted::NoAnswer);
        };
        let courier = match Courier::new(to, from) {
            Ok(courier) => courier,
            Err(error) => {
                end(&mut child);
                return Err(NotStarted::System(error));
            }
        };
        let last_words = child.stderr.take();
        let process = Self { child, courier, last_words, options: None };
        process.courier.send(setup);
        match process.courier.wait(START).map(Message::open) {
            Ok(Ok((Readiness::Ready, _))) => Ok(process),
            Ok(Ok((Readiness::OtherVersion, _))) => Err(NotStarted::OtherVersion),
            Ok(Err(_)) | Err(_) => Err(NotStarted::NoAnswer),
        }
    }

    /// Whether it waits for work; it may have been killed meanwhile.
    pub(crate) fn is_there(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// Has a job done. After a failure the process is of no use.
    pub(crate) fn call(&mut self, job: Message, time: Duration, cancel: &AtomicBool) -> Result<Message, Fate> {
        let begun = Instant::now();
        let mut interrupted: Option<Instant> = None;
        self.courier.send(job);
        loop {
            match self.courier.wait(TICK.min(time.saturating_sub(begun.elapsed()))) {
                Ok(answer) => return Ok(answer),
                Err(NoAnswer::Ever) => return Err(Fate::Died { is_out_of_memory: self.is_out_of_memory() }),
                Err(NoAnswer::Yet) if begun.elapsed() >= time => return Err(Fate::TimedOut),
                Err(NoAnswer::Yet) => {}
            }
            if cancel.load(Ordering::Relaxed) && interrupted.get_or_insert_with(Instant::now).elapsed() >= GRACE {
                return Err(Fate::Interrupted);
            }
        }
    }

    /// Whether it has died for want of memory, as far as it could still say so.
    fn is_out_of_memory(&mut self) -> bool {
        end(&mut self.child);
        let mut said = Vec::new();
        if let Some(last_words) = &mut self.last_words {
            let _ = last_words.take(LAST_WORDS).read_to_end(&mut said);
        }
        String::from_utf8_lossy(&said).contains(OUT_OF_MEMORY)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        end(&mut self.child);
    }
}

/// Kills and waits, so that nothing of it is left.
fn end(child: &mut Child) {
    let _ = child.kill();
    let _ = child.wait();
}

/// Ctrl-C reaches every process that the terminal knows of; whether to stop is for the one
/// that was started there to say.
#[cfg(unix)]
fn alone(command: &mut Command) {
    use std::os::unix::process::CommandExt as _;
    command.process_group(0);
}

#[cfg(windows)]
fn alone(command: &mut Command) {
    use std::os::windows::process::CommandExt as _;
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    const CREATE_NEW_PROCESS_GROUP: u32 = 0x0000_0200;
    command.creation_flags(CREATE_NO_WINDOW | CREATE_NEW_PROCESS_GROUP);
}
