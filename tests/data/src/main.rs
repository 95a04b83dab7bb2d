//! The data model, the rules and the published contract, built without Typst.

mod findings;
mod properties;
mod schema;
