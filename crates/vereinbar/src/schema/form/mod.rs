//! What builders of forms are given: the schema as they read it best, and how its fields
//! are shown.

mod inline;
mod json_forms;
mod parts;
mod rjsf;

pub use self::parts::{SchemaForm, form_schema};
