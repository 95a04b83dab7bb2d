//! The schemas, each generated once.

use std::sync::OnceLock;

use serde_json::Value;

use super::generate;
use crate::modell::Art;

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
    #[cfg(test)]
    crate::effort::count(|effort| effort.schemas += 1);
    let one = art.and_then(|art| Some((art, ONE.get(art as usize)?)));
    match one {
        Some((art, one)) => one.get_or_init(|| generate::schema_of_kind(art)),
        None => ALL.get_or_init(generate::schema_of_all_kinds),
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
