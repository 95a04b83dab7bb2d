//! Files in, rows out.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "helpers of tests may fail a test, too"
)]

mod books;
mod formats;
mod hostile;
mod open_document;
mod pitfalls;
mod read;
mod seen;
mod shown;
mod spreadsheet;
mod wide;
