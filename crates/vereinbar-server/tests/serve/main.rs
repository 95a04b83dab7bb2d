//! The service over a real connection: what it refuses, what it shows, what it answers.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "helpers of tests may fail a test")]

mod documents;
mod many;
mod pages;
mod refusals;
mod support;
