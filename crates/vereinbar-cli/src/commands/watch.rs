//! Doing the same anew whenever a file changes.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use notify::{Config, Event, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

use super::interruption::{INTERRUPTED, interruption};
use crate::failure::Failure;
use crate::tell::tell;

/// How often it is asked whether to stop.
const TICK: Duration = Duration::from_millis(200);
/// How long nothing must change before it is done anew: editors write in several steps.
const QUIET: Duration = Duration::from_millis(150);

/// Does the work, and does it again at every change of one of the files, or of one in a folder
/// among them, until Ctrl-C. A failure is said, and ends nothing.
pub(super) fn watch(
    files: &[PathBuf],
    mut work: impl FnMut() -> Result<ExitCode, Failure>,
) -> Result<ExitCode, Failure> {
    let cancel = interruption();
    let files: Vec<PathBuf> = files.iter().map(|file| file.canonicalize().unwrap_or_else(|_| file.clone())).collect();
    let (_watcher, changes) = watcher(&files).map_err(Failure::Watch)?;
    loop {
        if let Err(failure) = work() {
            failure.report();
        }
        tell("Änderungen werden beobachtet; Ende mit Strg+C.");
        loop {
            if cancel.load(Ordering::Relaxed) {
                return Ok(ExitCode::from(INTERRUPTED));
            }
            match changes.recv_timeout(TICK) {
                Ok(event) if concerns(&event, &files) => break,
                Err(RecvTimeoutError::Disconnected) => return Ok(ExitCode::SUCCESS),
                Ok(_) | Err(RecvTimeoutError::Timeout) => {}
            }
        }
        settle(&changes, &files);
    }
}

/// Waits until none of the files has changed for a moment; what else goes on in their folders
/// is waited for by nobody.
fn settle(changes: &Receiver<Event>, files: &[PathBuf]) {
    let mut until = Instant::now() + QUIET;
    while let Ok(event) = changes.recv_timeout(until.saturating_duration_since(Instant::now())) {
        if concerns(&event, files) {
            until = Instant::now() + QUIET;
        }
    }
}

/// Watches folders, since an editor that saves a file may put a new one in its place.
fn watcher(files: &[PathBuf]) -> notify::Result<(Box<dyn Watcher>, Receiver<Event>)> {
    let (sender, receiver) = mpsc::channel();
    let told = move |event: notify::Result<Event>| {
        if let Ok(event) = event {
            // Nobody listens any more where the command ends.
            let _ = sender.send(event);
        }
    };
    let mut watcher: Box<dyn Watcher> = match RecommendedWatcher::new(told.clone(), Config::default()) {
        Ok(watcher) => Box::new(watcher),
        // Where the system tells of no changes, they are looked for.
        Err(_) => Box::new(PollWatcher::new(told, Config::default().with_poll_interval(Duration::from_secs(1)))?),
    };
    for file in files {
        if file.is_dir() {
            watcher.watch(file, RecursiveMode::Recursive)?;
        } else {
            let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            watcher.watch(folder, RecursiveMode::NonRecursive)?;
        }
    }
    Ok((watcher, receiver))
}

/// Whether one of the files has changed. Reading is no change, and what is written beside them
/// is none of theirs.
fn concerns(event: &Event, files: &[PathBuf]) -> bool {
    let is_change = !matches!(event.kind, EventKind::Access(_));
    is_change && event.paths.iter().any(|path| files.iter().any(|file| path.starts_with(file)))
}
