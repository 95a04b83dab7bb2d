//! The data model, the rules and the published contract, built without Typst.

#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests may fail a test, too")]

mod docs;
mod findings;
mod glossary;
mod properties;
mod schema;
