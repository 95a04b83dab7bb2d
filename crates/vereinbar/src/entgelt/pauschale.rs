use schemars::JsonSchema;
use serde::Serialize;

use super::bestandteil::differs;
use super::fraction::Fraction;
use super::{Rechenwert, Rundungsregel};
use crate::modell::{Betrag, Pauschale, Zahl};

/// By how many days a month is divided where the agreement does not say it.
const TAGE_JE_MONAT: Zahl = Zahl::from_digits(304, 1);

/// # Pauschale
///
/// Eine Monatspauschale und der Betrag, der daraus je Tag folgt.
///
/// `betrag_je_tag` = `betrag` / `tage_je_monat`, rounded.
///
/// Source: 30.4 is inferred from an Entgeltvereinbarung of Bremen (1,243.95 € are
/// 40.92 € a day, 1,984.18 € are 65.27 €); 365/12 gives neither.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Tagespauschale {
    /// # Bezeichnung
    ///
    /// Wofür sie gilt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bezeichnung: Option<String>,
    /// # Betrag je Monat
    ///
    /// Betrag je Monat in Euro.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub betrag: Option<Betrag>,
    /// # Tage je Monat
    ///
    /// Durch wie viele Tage geteilt wird; ohne Angabe 30.4.
    pub tage_je_monat: Zahl,
    /// # Genauer Betrag
    ///
    /// Betrag je Tag vor der Rundung.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub genau: Option<Rechenwert>,
    /// # Betrag je Tag
    ///
    /// Gerundeter Betrag je Tag in Euro.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub betrag_je_tag: Option<Betrag>,
    /// # Vereinbart
    ///
    /// Der vereinbarte Betrag je Tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vereinbart: Option<Betrag>,
}

impl Tagespauschale {
    /// Whether the stated amount per day is another than the calculated one.
    #[must_use]
    pub fn weicht_ab(&self) -> bool {
        differs(self.vereinbart, self.betrag_je_tag)
    }

    pub(super) fn calculate(pauschale: &Pauschale, rundung: Rundungsregel) -> Self {
        let tage_je_monat = pauschale.tage_je_monat.unwrap_or(TAGE_JE_MONAT);
        let quotient = pauschale.betrag.and_then(|betrag| Fraction::from(betrag).divide(Fraction::from(tage_je_monat)));
        Self {
            bezeichnung: pauschale.bezeichnung.clone(),
            betrag: pauschale.betrag,
            tage_je_monat,
            genau: quotient.and_then(Rechenwert::euro),
            betrag_je_tag: quotient.and_then(|genau| rundung.round(genau)),
            vereinbart: pauschale.betrag_je_tag,
        }
    }
}
