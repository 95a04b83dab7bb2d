use schemars::JsonSchema;
use serde::Serialize;

use super::bestandteil::differs;
use super::fraction::Fraction;
use super::{Rechenwert, Rundungsregel, Schritt};
use crate::modell::{Betrag, Pauschale, Zahl};

/// With how many days a month is reckoned where the agreement does not say it.
const TAGE_JE_MONAT: Zahl = Zahl::from_digits(304, 1);

/// # Pauschale
///
/// Ein Betrag je Monat und der Betrag je Tag, der daraus folgt, oder umgekehrt.
///
/// `betrag_je_tag` = `betrag` / `tage_je_monat`, rounded. Where only the amount of a day
/// is agreed, `betrag` = that × `tage_je_monat`, rounded.
///
/// Source: 30.4 is inferred from an Entgeltvereinbarung of Bremen (1,243.95 € are
/// 40.92 € a day, 1,984.18 € are 65.27 €); 365/12 gives neither. From day
/// to month: published Entgelte of a Bremen Wohnheim (71.72 € × 30.42 = 2,181.72 €).
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
    /// Betrag je Monat in Euro: der vereinbarte, sonst der aus dem Betrag je Tag berechnete.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub betrag: Option<Betrag>,
    /// # Tage je Monat
    ///
    /// Mit wie vielen Tagen ein Monat gerechnet wird; ohne Angabe 30.4.
    pub tage_je_monat: Zahl,
    /// # Genauer Betrag
    ///
    /// Der berechnete Betrag, je Tag oder je Monat, vor der Rundung.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub genau: Option<Rechenwert>,
    /// # Betrag je Tag
    ///
    /// Betrag je Tag in Euro: der aus dem Betrag je Monat berechnete, sonst der vereinbarte.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub betrag_je_tag: Option<Betrag>,
    /// # Vereinbart
    ///
    /// Der vereinbarte Betrag je Tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vereinbart: Option<Betrag>,
    /// # Schritte
    ///
    /// Die vereinbarten Änderungen in ihrer Reihenfolge.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub schritte: Vec<Schritt>,
}

impl Tagespauschale {
    /// Whether the stated amount per day is another than the calculated one.
    #[must_use]
    pub fn weicht_ab(&self) -> bool {
        differs(self.vereinbart, self.betrag_je_tag)
    }

    pub(super) fn calculate(pauschale: &Pauschale, rundung: Rundungsregel) -> Self {
        let tage_je_monat = pauschale.tage_je_monat.unwrap_or(TAGE_JE_MONAT);
        let tage = Fraction::from(tage_je_monat);
        let vereinbart = pauschale.betrag_je_tag;
        let genau = match (pauschale.betrag, vereinbart) {
            (Some(monat), _) => Fraction::from(monat).divide(tage),
            (None, Some(tag)) => Fraction::from(tag).multiply(tage),
            (None, None) => None,
        };
        let gerundet = genau.and_then(|genau| rundung.round(genau));
        let betrag = pauschale.betrag.or(gerundet);
        Self {
            bezeichnung: pauschale.bezeichnung.clone(),
            betrag,
            tage_je_monat,
            genau: genau.and_then(Rechenwert::euro),
            betrag_je_tag: if pauschale.betrag.is_some() { gerundet } else { vereinbart },
            vereinbart,
            schritte: Schritt::calculate_all(&pauschale.schritte, betrag, Some(Fraction::ZERO), rundung),
        }
    }
}
