//! The data model, the rules and the published contract, built without Typst.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests may fail a test, too"
)]

mod auswertung;
mod berechnung;
mod builders;
mod docs;
mod effort;
mod fields;
mod findings;
mod glossary;
mod kinds;
mod letters;
mod limits;
mod node;
mod parts;
mod properties;
mod ranges;
mod schema;
mod words;
mod written;
