use schemars::JsonSchema;
use serde::Serialize;

use super::fraction::{CENTS, Fraction};
use crate::modell::{Betrag, Rundung, Rundungsmodus, Rundungszeitpunkt};

/// # Rundung
///
/// Wie gerundet ist.
///
/// The [`Rundung`] of the agreement with what it leaves out filled in: two
/// places, kaufmännisch (half away from zero), each component once at the end.
/// Never is an intermediate figure rounded: 215,000 € / 339.45 / 4 is 158.34 €,
/// with the first quotient rounded it would be 158.35 €.
///
/// Source: inferred from the published examples; they do not state their rule,
/// and Länder differ (Hesse: one place; Bavarian administrative rules: up to
/// whole euros).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Rundungsregel {
    /// # Stellen
    ///
    /// Auf wie viele Nachkommastellen.
    pub stellen: u32,
    /// # Modus
    ///
    /// Wie gerundet wird.
    pub modus: Rundungsmodus,
    /// # Zeitpunkt
    ///
    /// Was gerundet wird.
    pub zeitpunkt: Rundungszeitpunkt,
}

impl Rundungsregel {
    pub(super) fn round(self, number: Fraction) -> Option<Betrag> {
        number.round(self.stellen, self.modus)
    }
}

impl From<&Rundung> for Rundungsregel {
    fn from(rundung: &Rundung) -> Self {
        Self {
            stellen: rundung.stellen.unwrap_or(CENTS),
            modus: rundung.modus.unwrap_or(Rundungsmodus::Kaufmaennisch),
            zeitpunkt: rundung.zeitpunkt.unwrap_or(Rundungszeitpunkt::JeBestandteil),
        }
    }
}
