//! The data model, the rules and the published contract, built without Typst.

mod docs;
mod findings;
mod glossary;
mod properties;
mod schema;
