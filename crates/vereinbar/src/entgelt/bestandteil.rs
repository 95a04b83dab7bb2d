use schemars::JsonSchema;
use serde::Serialize;

use super::fraction::Fraction;
use super::kosten::{calculated_kosten, zwischensummen};
use super::{Kosten, Rechenwert, Rundungsregel, Zwischensumme};
use crate::modell::{Abzug, Bestandteilart, Betrag, Entgeltbestandteil};

/// # Entgeltbestandteil
///
/// Ein Bestandteil des Entgelts, von den Kosten bis zum Betrag.
///
/// `genau` = (sum of the costs − sum of the Abzüge) / divisor, `betrag` = `genau`
/// rounded. The divisor is the Belegungstage of the Tagessatz or the net hours of
/// the Fachleistungsstunde; a Jahresbudget is not divided. A component without costs is
/// its stated amount, from which Abzüge take nothing.
///
/// Source: seen in the Hessian Rahmenvereinbarung and the worked example of
/// social-start-up.de; Abzüge: § 78c Abs. 2 S. 4 SGB VIII; components that state
/// amounts only: LSG Hamburg, L 4 SO 39/17 KL.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Bestandteil {
    /// # Bezeichnung
    ///
    /// Name des Bestandteils.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bezeichnung: Option<String>,
    /// # Art
    ///
    /// Wofür der Bestandteil gezahlt wird.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub art: Option<Bestandteilart>,
    /// # Kosten
    ///
    /// Die Kosten eines Jahres.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub kosten: Vec<Kosten>,
    /// # Zwischensummen
    ///
    /// Summen der Personal-, Sach- und Investitionskosten, wenn es mehr als eine dieser Gruppen gibt und jede Position ihre Kostenart und ihren Betrag hat.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub zwischensummen: Vec<Zwischensumme>,
    /// # Summe der Kosten
    ///
    /// Summe in Euro. Sie fehlt, wenn zu einer Position der Betrag fehlt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summe_kosten: Option<Rechenwert>,
    /// # Abzüge
    ///
    /// Erlöse und Förderungen, die abgezogen werden.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub abzuege: Vec<Abzug>,
    /// # Summe der Abzüge
    ///
    /// Summe in Euro. Sie fehlt, wenn zu einem Abzug der Betrag fehlt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summe_abzuege: Option<Rechenwert>,
    /// # Kosten nach Abzug
    ///
    /// Summe der Kosten weniger Summe der Abzüge. Sie fehlen, wenn mehr abgezogen wird, als Kosten entstehen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kosten_nach_abzug: Option<Rechenwert>,
    /// # Genauer Betrag
    ///
    /// Kosten nach Abzug, geteilt, vor der Rundung. Ohne Kosten fehlt er.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub genau: Option<Rechenwert>,
    /// # Betrag
    ///
    /// Gerundeter Betrag in Euro; ohne Kosten der vereinbarte.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub betrag: Option<Betrag>,
    /// # Vereinbart
    ///
    /// Der vereinbarte Betrag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vereinbart: Option<Betrag>,
}

impl Bestandteil {
    /// Whether the stated amount is another than the calculated one.
    #[must_use]
    pub fn weicht_ab(&self) -> bool {
        differs(self.vereinbart, self.betrag)
    }

    /// The component, and its exact amount: without costs the stated one.
    pub(super) fn calculate(
        bestandteil: &Entgeltbestandteil,
        teiler: Option<Fraction>,
        rundung: Rundungsregel,
    ) -> (Self, Option<Fraction>) {
        let Entgeltbestandteil { bezeichnung, art, kosten, abzuege, betrag: vereinbart, bisher: _ } = bestandteil;
        let (kosten, betraege): (Vec<_>, Vec<_>) = calculated_kosten(kosten).into_iter().unzip();
        let without_kosten = kosten.is_empty();
        let sum_kosten = Fraction::sum(betraege.iter().copied()).filter(|_| !without_kosten);
        let sum_abzuege = Fraction::sum(abzuege.iter().map(|abzug| abzug.betrag.map(Fraction::from)));
        let left = sum_kosten.and_then(|sum| if abzuege.is_empty() { Some(sum) } else { sum.subtract(sum_abzuege?) });
        let quotient = left.and_then(|left| left.divide(teiler?));
        let result = Self {
            bezeichnung: bezeichnung.clone(),
            art: *art,
            zwischensummen: zwischensummen(&kosten, &betraege),
            kosten,
            summe_kosten: sum_kosten.and_then(Rechenwert::euro),
            abzuege: abzuege.clone(),
            summe_abzuege: sum_abzuege.filter(|_| !abzuege.is_empty()).and_then(Rechenwert::euro),
            kosten_nach_abzug: left.and_then(Rechenwert::euro),
            genau: quotient.and_then(Rechenwert::euro),
            betrag: if without_kosten { *vereinbart } else { quotient.and_then(|genau| rundung.round(genau)) },
            vereinbart: *vereinbart,
        };
        let exact = if without_kosten { vereinbart.map(Fraction::from) } else { quotient };
        (result, exact)
    }
}

/// Whether both are there and not the same.
pub(super) fn differs(stated: Option<Betrag>, calculated: Option<Betrag>) -> bool {
    stated.zip(calculated).is_some_and(|(stated, calculated)| stated != calculated)
}
