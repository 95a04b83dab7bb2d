//! Agreements of any kind of file in, one evaluation out.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests may fail a test, too")]

mod batch;
mod inputs;
mod outputs;
