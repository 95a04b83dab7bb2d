//! The published contract: JSON Schema 2020-12, generated from the model.

mod generate;
mod shape;

use std::sync::OnceLock;

use serde_json::Value;

use crate::modell::Art;

pub(crate) use self::shape::{Kind, Node, order, place};

/// The version of the published schemas (semantic versioning): the first number
/// is the highest `fassung`. It is part of each schema's `$id`;
/// `schema/README.md` says what changes it.
pub const SCHEMA_VERSION: &str = "1.0.0";

/// The JSON Schema of one kind of agreement, or with `None` of all of them
/// (one `oneOf`, told apart by `art`).
///
/// The keywords used are few, so that code generators and form builders can
/// follow: objects, arrays, enums, patterns and limits of length. Rules across
/// fields are [`validate`](crate::validate())'s, not the schema's.
///
/// ```
/// use vereinbar::{Art, schema};
/// let schema = schema(Some(Art::Qualitaetsentwicklungsvereinbarung));
/// assert_eq!(schema["properties"]["ziele"]["type"], "array");
/// assert_eq!(schema["additionalProperties"], false);
/// ```
#[must_use]
pub fn schema(art: Option<Art>) -> &'static Value {
    static ALL: OnceLock<Value> = OnceLock::new();
    static QUALITAETSENTWICKLUNGSVEREINBARUNG: OnceLock<Value> = OnceLock::new();
    match art {
        None => ALL.get_or_init(generate::all),
        Some(art @ Art::Qualitaetsentwicklungsvereinbarung) => {
            QUALITAETSENTWICKLUNGSVEREINBARUNG.get_or_init(|| generate::one(art))
        }
    }
}
