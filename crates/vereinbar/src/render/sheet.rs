//! The data of one document, written as the templates read it.

use std::borrow::Cow;

use crate::entgelt::Berechnung;
use crate::modell::Art;

/// The data of one document, written as the templates read it.
pub(super) struct Sheet<'a> {
    pub(super) art: Art,
    /// The agreement as canonical JSON.
    pub(super) json: Cow<'a, str>,
    /// Its calculation as JSON, for the kinds that have one.
    pub(super) berechnung: Option<Cow<'a, str>>,
}

/// The calculation as JSON.
pub(super) fn written(berechnung: &Berechnung) -> Cow<'static, str> {
    crate::to_json::text(berechnung).into()
}
