//! The engine from outside: what a caller sees of rendering, threads, fonts, overlays and
//! attachments.

#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests may fail a test, too")]

mod attachments;
mod fields;
mod hostile;
mod overlay;
mod rendering;
mod templates;
mod text;
#[expect(unreachable_pub, reason = "what the other tests share, which depends on this crate")]
#[path = "../../../../tests/shared/thread_time.rs"]
mod thread_time;
mod threads;
