//! Tables in, PDFs out; and what came of them, counted.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "helpers of tests may fail a test, too"
)]

mod evaluate;
mod evaluate_outputs;
mod formats;
mod names;
mod outputs;
mod resume;
mod rows;
mod support;
