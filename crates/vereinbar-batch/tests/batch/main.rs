//! Tables in, PDFs out.

#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests may fail a test, too")]

mod abuse;
mod names;
mod outputs;
mod resume;
mod rows;
mod support;
mod workers;
