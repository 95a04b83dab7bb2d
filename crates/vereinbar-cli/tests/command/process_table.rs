//! The processes of the machine, as Linux shows them.

use std::fs;
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// The processes that a process has started and that run.
pub(crate) fn children(process: u32) -> Vec<u32> {
    let all = fs::read_dir("/proc").unwrap().filter_map(|entry| entry.unwrap().file_name().to_str()?.parse().ok());
    all.filter(|other| parent(*other) == Some(process)).collect()
}

/// Whether a process runs.
pub(crate) fn is_there(process: u32) -> bool {
    parent(process).is_some()
}

/// The parent of a process that runs.
fn parent(process: u32) -> Option<u32> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // Behind the name, which may hold anything.
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace();
    let is_running = fields.next()? != "Z";
    fields.next()?.parse().ok().filter(|_| is_running)
}

/// Sends a signal such as `-KILL`.
pub(crate) fn kill(signal: &str, process: u32) {
    // It may have ended by itself meanwhile.
    let _ = Command::new("kill").args([signal, &process.to_string()]).status().unwrap();
}

/// Waits until it is so, for at most two minutes.
pub(crate) fn until(mut is_so: impl FnMut() -> bool, what: &str) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < Duration::from_mins(2), "{what}");
        sleep(Duration::from_millis(2));
    }
}
