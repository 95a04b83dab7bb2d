use schemars::JsonSchema;
use serde::Serialize;

use super::fraction::Fraction;
use super::{Rechenwert, Rundungsregel};
use crate::modell::{Abzug, Bestandteilart, Betrag, Entgeltbestandteil, Kostenart, Kostenposition, Zahl};

/// # Entgeltbestandteil
///
/// Ein Bestandteil des Entgelts, von den Kosten bis zum Betrag.
///
/// `genau` = (sum of the costs − sum of the Abzüge) / divisor, `betrag` = `genau`
/// rounded. The divisor is the Belegungstage of the Tagessatz or the net hours of
/// the Fachleistungsstunde. A component without costs is its stated amount.
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
    /// Kosten nach Abzug, geteilt, vor der Rundung.
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

    /// The component, and its exact amount.
    pub(super) fn calculate(
        bestandteil: &Entgeltbestandteil,
        teiler: Option<Fraction>,
        rundung: Rundungsregel,
    ) -> (Self, Option<Fraction>) {
        let Entgeltbestandteil { bezeichnung, art, kosten, abzuege, betrag: vereinbart, bisher: _ } = bestandteil;
        let sum_kosten = sum(kosten, amount);
        let sum_abzuege = sum(abzuege, |abzug| abzug.betrag.map(Fraction::from));
        let without_kosten = kosten.is_empty();
        let left = sum_kosten
            .filter(|_| !without_kosten)
            .and_then(|kosten| if abzuege.is_empty() { Some(kosten) } else { kosten.subtract(sum_abzuege?) });
        let quotient = left.and_then(|left| left.divide(teiler?));
        let result = Self {
            bezeichnung: bezeichnung.clone(),
            art: *art,
            kosten: kosten.iter().map(Kosten::from).collect(),
            summe_kosten: sum_kosten.filter(|_| !without_kosten).and_then(Rechenwert::euro),
            abzuege: abzuege.clone(),
            summe_abzuege: sum_abzuege.filter(|_| !abzuege.is_empty()).and_then(Rechenwert::euro),
            kosten_nach_abzug: left.and_then(Rechenwert::euro),
            genau: quotient.and_then(Rechenwert::euro),
            betrag: if without_kosten { *vereinbart } else { quotient.and_then(|genau| rundung.round(genau)) },
            vereinbart: *vereinbart,
        };
        (result, if without_kosten { vereinbart.map(Fraction::from) } else { quotient })
    }
}

/// # Kostenposition
///
/// Kosten eines Jahres: ein Betrag, oder Menge mal Satz.
///
/// Source: seen in the Hessian Rahmenvereinbarung (positions); Menge × Satz is inferred.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Kosten {
    /// # Bezeichnung
    ///
    /// Wofür die Kosten entstehen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bezeichnung: Option<String>,
    /// # Kostenart
    ///
    /// Zu welcher Art von Kosten sie gehören.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kostenart: Option<Kostenart>,
    /// # Menge
    ///
    /// Wie viel davon, zum Beispiel Vollzeitstellen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub menge: Option<Zahl>,
    /// # Satz
    ///
    /// Kosten je Einheit und Jahr in Euro.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub satz: Option<Betrag>,
    /// # Betrag
    ///
    /// Kosten des Jahres in Euro: der vereinbarte Betrag, sonst Menge mal Satz, nicht gerundet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub betrag: Option<Rechenwert>,
    /// # Menge mal Satz
    ///
    /// Das Produkt in Euro, auf Cent gerundet, wenn der genannte Betrag ein anderer ist.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub menge_mal_satz: Option<Rechenwert>,
}

impl Kosten {
    /// Whether amount, Menge and Satz are all stated and the product, to the
    /// cent, is another than the amount.
    #[must_use]
    pub const fn weicht_ab(&self) -> bool {
        self.menge_mal_satz.is_some()
    }
}

impl From<&Kostenposition> for Kosten {
    fn from(position: &Kostenposition) -> Self {
        let product = product(position.menge, position.satz).and_then(Rechenwert::cents);
        let differs = |product: &Rechenwert| position.betrag.is_some_and(|it| it.decimal() != product.decimal());
        Self {
            bezeichnung: position.bezeichnung.clone(),
            kostenart: position.kostenart,
            menge: position.menge,
            satz: position.satz,
            betrag: amount(position).and_then(Rechenwert::euro),
            menge_mal_satz: product.filter(differs),
        }
    }
}

fn amount(position: &Kostenposition) -> Option<Fraction> {
    position.betrag.map(Fraction::from).or_else(|| product(position.menge, position.satz))
}

fn product(menge: Option<Zahl>, satz: Option<Betrag>) -> Option<Fraction> {
    Fraction::from(menge?).multiply(satz?.into())
}

fn sum<T>(list: &[T], amount: impl Fn(&T) -> Option<Fraction>) -> Option<Fraction> {
    Fraction::sum(list.iter().map(amount))
}

/// Whether both are there and not the same.
pub(super) fn differs(stated: Option<Betrag>, calculated: Option<Betrag>) -> bool {
    stated.zip(calculated).is_some_and(|(stated, calculated)| stated != calculated)
}
