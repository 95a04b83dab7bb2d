//! The published contract, JSON Schema 2020-12, and the one walk along it.
//!
//! [`schema()`] gives the JSON itself, [`Node`] a place in it: what the place holds,
//! what it is called, and what is below it. Whoever needs to know what belongs where
//! (reading, checking, columns of a table, a form) asks a [`Node`].

mod builders;
mod generate;
mod node;
mod place;
mod published;
mod written;
mod written_numbers;
mod written_words;

pub use self::builders::{BuilderSchema, builder_schema};
pub use self::generate::SCHEMA_VERSION;
pub(crate) use self::generate::of;
#[doc(hidden)]
pub use self::generate::of_written;
pub use self::node::{Kind, Node};
pub use self::published::{auswertung_schema, berechnung_schema, schema};
pub use self::written::zeros;
pub use self::written_words::in_written_words;
