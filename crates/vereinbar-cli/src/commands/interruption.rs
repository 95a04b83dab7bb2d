//! Ctrl-C in commands that take long.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

#[cfg(unix)]
use signal_hook::consts::SIGHUP;
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

/// As a shell reports a program that Ctrl-C has ended (128 + SIGINT).
pub(super) const INTERRUPTED: u8 = 130;

/// Set by Ctrl-C. A second one ends the process at once: what is done is done,
/// and the next run goes on from there.
pub(super) fn interruption() -> Arc<AtomicBool> {
    let cancel = Arc::new(AtomicBool::new(false));
    let mut signals = vec![SIGINT, SIGTERM];
    // The window that it runs in was closed.
    #[cfg(unix)]
    if !is_ignored(SIGHUP) {
        signals.push(SIGHUP);
    }
    for signal in signals {
        // Where a signal cannot be caught, it ends the process, which a run survives.
        let _ = flag::register_conditional_shutdown(signal, INTERRUPTED.into(), Arc::clone(&cancel));
        let _ = flag::register(signal, Arc::clone(&cancel));
    }
    cancel
}

/// Whether this process was told to pass over a signal, as `nohup` does; also where that
/// cannot be known.
#[cfg(unix)]
fn is_ignored(signal: i32) -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let ignored = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    ignored.is_none_or(|mask| mask & (1 << (signal - 1)) != 0)
}
