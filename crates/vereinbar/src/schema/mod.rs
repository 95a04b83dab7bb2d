//! The published contract: JSON Schema 2020-12, generated from the model.

mod generate;
mod shape;

use std::sync::OnceLock;

use serde_json::Value;

use crate::modell::Art;

pub(crate) use self::shape::{Kind, Node, order, place, place_in};

/// The version of the published schemas (semantic versioning): the first number
/// is the highest `fassung`. It is part of each schema's `$id`;
/// `schema/README.md` says what changes it.
pub const SCHEMA_VERSION: &str = "1.1.0";

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
    static ONE: [OnceLock<Value>; Art::ALL.len()] = [const { OnceLock::new() }; Art::ALL.len()];
    let Some(art) = art else { return ALL.get_or_init(generate::all) };
    match ONE.get(art as usize) {
        Some(one) => one.get_or_init(|| generate::one(art)),
        // Not reached: there is one for each kind.
        None => &Value::Null,
    }
}

/// The JSON Schema of what [`calculate`](crate::calculate) gives.
///
/// ```
/// let schema = vereinbar::berechnung_schema();
/// assert_eq!(schema["properties"]["pauschalen"]["type"], "array");
/// ```
#[must_use]
pub fn berechnung_schema() -> &'static Value {
    static BERECHNUNG: OnceLock<Value> = OnceLock::new();
    BERECHNUNG.get_or_init(generate::berechnung)
}

/// The JSON Schema of an [`Auswertung`](crate::auswertung::Auswertung), the evaluation
/// across agreements.
///
/// ```
/// let schema = vereinbar::auswertung_schema();
/// assert_eq!(schema["properties"]["termine"]["type"], "array");
/// ```
#[must_use]
pub fn auswertung_schema() -> &'static Value {
    static AUSWERTUNG: OnceLock<Value> = OnceLock::new();
    AUSWERTUNG.get_or_init(generate::auswertung)
}

/// The JSON Schema of a [`Profile`](crate::Profile): the file of an office that
/// says how rules weigh there.
#[must_use]
pub fn profile_schema() -> &'static Value {
    static PROFILE: OnceLock<Value> = OnceLock::new();
    PROFILE.get_or_init(generate::profile)
}
