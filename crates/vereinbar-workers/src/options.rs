//! How processes are started, and what they may take.

use std::ffi::OsString;
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::time::Duration;

/// How long a document may take where nothing else is said. The heaviest text that is allowed
/// is laid out in a third of it (`docs/reliability.md`).
pub const DEFAULT_TIME_LIMIT: Duration = Duration::from_mins(1);

/// How much memory a document may take where nothing else is said, in MiB.
pub const DEFAULT_MEMORY_LIMIT: NonZeroU32 = NonZeroU32::new(1024).unwrap();

/// The longest time that command and Python take, in seconds: a day.
pub const MAX_TIME_LIMIT: usize = 86_400;

/// The most memory that command and Python take, in MiB: 1 TiB.
pub const MAX_MEMORY_LIMIT: usize = 1 << 20;

/// Whether the memory of a process can be limited on this system. macOS and the other BSDs
/// take the limit and do not hold it, and Windows has no such call.
pub const HOLDS_MEMORY: bool = cfg!(target_os = "linux");

/// The command line that starts a process in which [`work`](crate::work()) runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkerCommand {
    pub(crate) program: PathBuf,
    pub(crate) arguments: Vec<OsString>,
    pub(crate) environment: Vec<(OsString, OsString)>,
}

impl WorkerCommand {
    /// A program, by its path.
    #[must_use]
    pub fn new(program: impl Into<PathBuf>) -> Self {
        Self { program: program.into(), arguments: Vec::new(), environment: Vec::new() }
    }

    /// Adds an argument.
    #[must_use]
    pub fn argument(mut self, argument: impl Into<OsString>) -> Self {
        self.arguments.push(argument.into());
        self
    }

    /// Sets a variable of the environment besides those of this process.
    #[must_use]
    pub fn environment(mut self, name: impl Into<OsString>, value: impl Into<OsString>) -> Self {
        self.environment.push((name.into(), value.into()));
        self
    }
}

/// Whether documents are made and read in processes of their own, and what these may take.
///
/// The default is threads of this process: a library does not know how its program is started.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WorkerOptions {
    /// How a process is started; `None` for threads, which cannot be stopped and hold no limit.
    pub worker: Option<WorkerCommand>,
    /// How long a document may take; `None` for [`DEFAULT_TIME_LIMIT`].
    pub time_limit: Option<Duration>,
    /// How much memory a document may take beyond what an idle process has, in MiB; `None` for
    /// [`DEFAULT_MEMORY_LIMIT`]. It is held where [`HOLDS_MEMORY`] says so.
    pub memory_limit: Option<NonZeroU32>,
}

impl WorkerOptions {
    /// The limits, with the defaults for what is not set.
    #[must_use]
    pub fn limits(&self) -> Limits {
        Limits {
            time: self.time_limit.unwrap_or(DEFAULT_TIME_LIMIT),
            memory: self.memory_limit.unwrap_or(DEFAULT_MEMORY_LIMIT),
        }
    }

    /// Whether a limit was asked for, which threads would not hold.
    #[must_use]
    pub const fn sets_limits(&self) -> bool {
        self.time_limit.is_some() || self.memory_limit.is_some()
    }

    /// What of the limits is not held, although it was asked for: a German sentence.
    #[must_use]
    pub fn remark(&self) -> Option<&'static str> {
        const NO_PROCESS: &str = "Grenzen für Zeit und Speicher gelten nur in eigenen Prozessen, und hier ist nicht \
            bekannt, wie einer zu starten ist; es ging ohne sie.";
        const NO_MEMORY: &str = "Die Grenze für den Arbeitsspeicher (--memory-limit, in Python memory_limit) gilt nur unter \
            Linux; hier begrenzt nur die Zeit ein Dokument.";
        if self.worker.is_none() && self.sets_limits() {
            Some(NO_PROCESS)
        } else {
            (self.memory_limit.is_some() && !HOLDS_MEMORY).then_some(NO_MEMORY)
        }
    }
}

/// What a document may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// How long it may take.
    pub time: Duration,
    /// How much memory it may take, in MiB.
    pub memory: NonZeroU32,
}
