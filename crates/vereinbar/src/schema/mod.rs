//! The published contract: JSON Schema 2020-12, generated from the model.

mod generate;
mod published;
mod shape;

pub use self::generate::SCHEMA_VERSION;
pub(crate) use self::generate::of;
pub use self::published::{auswertung_schema, berechnung_schema, schema};
pub(crate) use self::shape::{Kind, Node, order, place, place_in};
