use schemars::JsonSchema;
use serde::Serialize;

use super::fraction::Fraction;
use super::{Rechenwert, Rundungsregel, Tagessatzberechnung};
use crate::modell::{Abwesenheit, Betrag, Zahl};

/// # Entgelt bei Abwesenheit
///
/// Was je Tag der Abwesenheit gezahlt wird: der Anteil am vereinbarten, sonst am berechneten Tagessatz. Fehlt ohne Tagessatz.
///
/// `betrag` = Tagessatz × `prozent` / 100, rounded; of the stated Tagessatz where one
/// is stated, else of the calculated one.
///
/// Source: 80 % of the Leistungsentgelt is seen in the NRW Rahmenvertrag; taking
/// the agreed Tagessatz is inferred.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Abwesenheitsentgelt {
    /// # Prozent
    ///
    /// Wie viel Prozent des Tagessatzes gezahlt werden.
    pub prozent: Zahl,
    /// # Genauer Betrag
    ///
    /// Betrag je Tag vor der Rundung.
    pub genau: Rechenwert,
    /// # Betrag
    ///
    /// Gerundeter Betrag je Tag in Euro.
    pub betrag: Betrag,
}

impl Abwesenheitsentgelt {
    /// `None` without a share or without a Tagessatz.
    pub(super) fn calculate(
        abwesenheit: &Abwesenheit,
        tagessatz: Option<&Tagessatzberechnung>,
        rundung: Rundungsregel,
    ) -> Option<Self> {
        let prozent = abwesenheit.prozent?;
        let tagessatz = tagessatz?;
        let tagessatz = Fraction::from(tagessatz.vereinbart.or(tagessatz.betrag)?);
        let genau = tagessatz.percent(prozent.into())?;
        Some(Self { prozent, genau: Rechenwert::euro(genau)?, betrag: rundung.round(genau)? })
    }
}
