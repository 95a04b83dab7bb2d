//! What comes out: documents, read back, looked at and judged.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    reason = "helpers of tests may fail a test, too"
)]

mod aloud;
mod attachment;
mod auswertung;
mod blanks;
mod characters;
mod collection;
mod determinism;
mod documents;
mod every_kind;
mod forms;
mod hashes;
mod heavy;
mod images;
mod judged;
mod leq_vereinbarung;
mod literal;
mod picture;
mod render;
mod support;
mod teile;
