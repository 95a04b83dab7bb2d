//! Panics: none is printed, and the last one is remembered for its exception.

use std::panic;
use std::sync::{Mutex, PoisonError};

/// Message and place of the last panic in this extension.
static LAST: Mutex<Option<String>> = Mutex::new(None);

/// Keeps the message of a panic for the exception instead of printing it. The
/// hook is that of this extension; no other one notices.
pub(crate) fn keep_quiet() {
    panic::set_hook(Box::new(|info| {
        *LAST.lock().unwrap_or_else(PoisonError::into_inner) = Some(info.to_string());
    }));
}

/// What is known of the last panic, for a report; `otherwise` where nothing is.
pub(crate) fn detail(otherwise: &str) -> String {
    let last = LAST.lock().unwrap_or_else(PoisonError::into_inner).take();
    last.unwrap_or_else(|| otherwise.to_owned())
}
