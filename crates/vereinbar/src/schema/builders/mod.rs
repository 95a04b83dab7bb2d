//! What builders of forms are given: the schema as they read it best, and how its fields
//! are shown.

mod for_builders;
mod inline;
mod json_forms;
mod rjsf;

pub use self::for_builders::{BuilderSchema, builder_schema};
