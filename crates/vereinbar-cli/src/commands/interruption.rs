//! Ctrl-C in commands that take long.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

/// As a shell reports a program that Ctrl-C has ended (128 + SIGINT).
pub(super) const INTERRUPTED: u8 = 130;

/// Set by Ctrl-C. A second one ends the process at once: what is done is done,
/// and the next run goes on from there.
pub(super) fn interruption() -> Arc<AtomicBool> {
    let cancel = Arc::new(AtomicBool::new(false));
    for signal in [SIGINT, SIGTERM] {
        // Where a signal cannot be caught, it ends the process, which a run survives.
        let _ = flag::register_conditional_shutdown(signal, INTERRUPTED.into(), Arc::clone(&cancel));
        let _ = flag::register(signal, Arc::clone(&cancel));
    }
    cancel
}
