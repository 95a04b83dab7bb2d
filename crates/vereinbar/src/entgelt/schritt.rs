use schemars::JsonSchema;
use serde::Serialize;

use super::bestandteil::differs;
use super::fraction::Fraction;
use super::{Rechenwert, Rundungsregel};
use crate::modell::{Betrag, Datum, Entgeltschritt, Zahl};

/// # Schritt des Entgelts
///
/// Eine vereinbarte Änderung des Entgelts und der Betrag, der daraus folgt.
///
/// `genau` = what applies until then + `prozent` of `ohne_investitionen`. Without `prozent` it is the stated amount.
///
/// Source: a flat rise is seen in the NRW Rahmenvertrag, § 14; that Investitionen do not
/// rise with it follows from § 78c Abs. 2 S. 3 SGB VIII, which asks for consent before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Schritt {
    /// # Ab
    ///
    /// Der Tag, ab dem der neue Betrag gilt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ab: Option<Datum>,
    /// # Bis dahin
    ///
    /// Der Betrag in Euro, der bis dahin gilt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bis_dahin: Option<Betrag>,
    /// # Ohne Investitionen
    ///
    /// Was davon steigt, wenn ein Prozentsatz vereinbart ist: der Betrag ohne betriebsnotwendige Investitionen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ohne_investitionen: Option<Rechenwert>,
    /// # Prozent
    ///
    /// Um wie viel Prozent er steigt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prozent: Option<Zahl>,
    /// # Genauer Betrag
    ///
    /// Der neue Betrag vor der Rundung, wenn ein Prozentsatz vereinbart ist.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub genau: Option<Rechenwert>,
    /// # Betrag
    ///
    /// Der neue Betrag in Euro; ohne Prozentsatz der vereinbarte.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub betrag: Option<Betrag>,
    /// # Vereinbart
    ///
    /// Der vereinbarte neue Betrag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vereinbart: Option<Betrag>,
}

impl Schritt {
    /// Whether the stated amount is another than the calculated one.
    #[must_use]
    pub fn weicht_ab(&self) -> bool {
        differs(self.vereinbart, self.betrag)
    }

    /// The steps one after the other, each from what applies until then.
    pub(super) fn calculate_all(
        schritte: &[Entgeltschritt],
        anfangs: Option<Betrag>,
        investitionen: Option<Fraction>,
        rundung: Rundungsregel,
    ) -> Vec<Self> {
        let mut gilt = anfangs;
        let step = |schritt: &Entgeltschritt| {
            let calculated = Self::calculate(schritt, gilt, investitionen, rundung);
            gilt = calculated.vereinbart.or(calculated.betrag);
            calculated
        };
        schritte.iter().map(step).collect()
    }

    fn calculate(
        schritt: &Entgeltschritt,
        bis_dahin: Option<Betrag>,
        investitionen: Option<Fraction>,
        rundung: Rundungsregel,
    ) -> Self {
        let rising = schritt.prozent.and_then(|_| Fraction::from(bis_dahin?).subtract(investitionen?));
        let raised = |prozent: Zahl| Fraction::from(bis_dahin?).add(rising?.percent(prozent.into())?);
        let genau = schritt.prozent.and_then(raised);
        Self {
            ab: schritt.ab,
            bis_dahin,
            ohne_investitionen: rising.and_then(Rechenwert::euro),
            prozent: schritt.prozent,
            genau: genau.and_then(Rechenwert::euro),
            betrag: match schritt.prozent {
                Some(_) => genau.and_then(|genau| rundung.round(genau)),
                None => schritt.betrag,
            },
            vereinbart: schritt.betrag,
        }
    }
}
