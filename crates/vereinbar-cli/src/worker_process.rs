//! The processes in which documents are made and read: this command once more, with the one
//! argument `worker`, which no help names.

use std::io::IsTerminal as _;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use clap::Args;
use vereinbar_workers::{MAX_MEMORY_LIMIT, MAX_TIME_LIMIT, WorkerCommand, WorkerOptions};

use crate::failure::WRONG_USAGE;
use crate::tell::tell;
use crate::values::number;

/// What the work at one document may take.
#[derive(Args)]
pub(crate) struct LimitOptions {
    /// Wie lange die Arbeit an einem Dokument dauern darf, in Sekunden (Vorgabe 60); was länger braucht, wird abgebrochen.
    #[arg(long, value_name = "SEKUNDEN", value_parser = number::<MAX_TIME_LIMIT>)]
    time_limit: Option<NonZeroUsize>,
    /// Wie viel Arbeitsspeicher ein Dokument brauchen darf, in MiB (Vorgabe 1024); nur unter Linux.
    #[arg(long, value_name = "MIB", value_parser = number::<MAX_MEMORY_LIMIT>)]
    memory_limit: Option<NonZeroUsize>,
}

const ARGUMENT: &str = "worker";

/// Whether this process was started to work for another one.
pub(crate) fn is_asked_for() -> bool {
    let mut arguments = std::env::args_os().skip(1);
    arguments.next().is_some_and(|first| first == ARGUMENT) && arguments.next().is_none()
}

/// Works, until the other one has no more.
pub(crate) fn work() -> ExitCode {
    if std::io::stdin().is_terminal() {
        tell("„worker“ ist kein Befehl für Menschen: So startet vereinbar die Prozesse, in denen Dokumente entstehen.");
        return ExitCode::from(WRONG_USAGE);
    }
    vereinbar_workers::work()
}

/// How a process of this command is started.
pub(crate) fn command() -> Option<WorkerCommand> {
    program().map(|program| WorkerCommand::new(program).argument(ARGUMENT))
}

/// Processes of this command, within the limits that were asked for.
pub(crate) fn options(limits: &LimitOptions) -> WorkerOptions {
    WorkerOptions {
        worker: command(),
        time_limit: limits.time_limit.map(|seconds| Duration::from_secs(seconds.get() as u64)),
        memory_limit: limits.memory_limit.and_then(|mib| u32::try_from(mib.get()).ok()?.try_into().ok()),
    }
}

/// The file of this program; on Linux by a name that leads to it also after it was replaced.
fn program() -> Option<PathBuf> {
    let linux = Path::new("/proc/self/exe");
    if linux.exists() { Some(linux.to_owned()) } else { std::env::current_exe().ok() }
}
