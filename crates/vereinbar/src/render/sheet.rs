//! The data of one document, written as the templates read it.

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::entgelt::Berechnung;
use crate::modell::Art;

/// The data of one document, written as the templates read it.
pub(super) struct Sheet<'a> {
    pub(super) art: Art,
    /// The agreement as canonical JSON.
    pub(super) json: Cow<'a, str>,
    /// Its calculation as JSON, for the kinds that have one.
    pub(super) berechnung: Option<Cow<'a, str>>,
    /// Of a fillable form, what is not printed because it is in fields.
    pub(super) fields: Option<Fields>,
}

/// What is printed of a fillable form beside its fields.
pub(super) struct Fields {
    /// The agreement without what is in fields, as JSON.
    pub(super) printed: String,
    /// Of the fields that need it, by their path, how high they have to be, in points.
    pub(super) heights: Map<String, Value>,
}

/// The calculation as JSON.
pub(super) fn written(berechnung: &Berechnung) -> Cow<'static, str> {
    crate::to_json::text(berechnung).into()
}
