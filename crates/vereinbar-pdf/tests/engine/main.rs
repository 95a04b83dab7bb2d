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
mod threads;
