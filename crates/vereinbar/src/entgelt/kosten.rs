use schemars::JsonSchema;
use serde::Serialize;

use super::Rechenwert;
use super::fraction::Fraction;
use crate::modell::{Betrag, Kostenart, Kostengruppe, Kostenposition, Mengeneinheit, Zahl};

/// # Kostenposition
///
/// Kosten eines Jahres: ein Betrag, Menge mal Satz, oder ein Anteil an anderen Kosten.
///
/// `betrag` is the stated amount; else `menge` × `satz`; else `prozent` of
/// `grundbetrag`, the sum of the positions before it whose Kostenart is one of
/// `prozent_von`. So a share may rest on another share, and never on itself.
///
/// Source: seen in the Hessian Rahmenvereinbarung (positions); Menge × Satz is inferred;
/// shares are seen in the NRW Rahmenvertrag, Anlage IV (20 % of the
/// Fachkräfte for Leitung, Verwaltung and Nebenkosten, then 10 % of all Personalkosten).
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
    /// # Kostengruppe
    ///
    /// Zu welcher Gruppe die Kostenart gehört.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gruppe: Option<Kostengruppe>,
    /// # Menge
    ///
    /// Wie viel davon, zum Beispiel Vollzeitstellen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub menge: Option<Zahl>,
    /// # Einheit
    ///
    /// Was die Menge zählt; bei Personalkosten ohne Angabe Vollzeitstellen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub einheit: Option<Mengeneinheit>,
    /// # Satz
    ///
    /// Kosten je Einheit und Jahr in Euro.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub satz: Option<Betrag>,
    /// # Prozent
    ///
    /// Anteil an anderen Kosten in Prozent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prozent: Option<Zahl>,
    /// # Grundbetrag
    ///
    /// Summe der Kosten in Euro, von denen der Anteil genommen ist. Sie fehlt, wenn zu einer dieser Positionen der Betrag fehlt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grundbetrag: Option<Rechenwert>,
    /// # Betrag
    ///
    /// Kosten des Jahres in Euro: der vereinbarte Betrag, sonst Menge mal Satz oder der Anteil in Prozent, nicht gerundet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub betrag: Option<Rechenwert>,
    /// # Gerechnet
    ///
    /// Menge mal Satz oder der Anteil in Euro, auf Cent gerundet, wenn der genannte Betrag ein anderer ist.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gerechnet: Option<Rechenwert>,
    /// # Deckt
    ///
    /// Abschnitt der Vereinbarung, den die Kosten decken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deckt: Option<String>,
}

/// # Zwischensumme
///
/// Summe der Kosten einer Gruppe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Zwischensumme {
    /// # Kostengruppe
    ///
    /// Welche Kosten summiert sind.
    pub gruppe: Kostengruppe,
    /// # Betrag
    ///
    /// Summe in Euro.
    pub betrag: Rechenwert,
}

impl Kosten {
    /// Whether the amount is stated, and another than Menge × Satz, or than the
    /// share, to the cent.
    #[must_use]
    pub const fn weicht_ab(&self) -> bool {
        self.gerechnet.is_some()
    }

    fn calculate(position: &Kostenposition, before: &[(Self, Option<Fraction>)]) -> (Self, Option<Fraction>) {
        let base = position.prozent.and_then(|_| base(&position.prozent_von, before));
        let product = position.menge.and_then(|menge| Fraction::from(menge).multiply(position.satz?.into()));
        let calculated = product.or_else(|| base?.percent(position.prozent?.into()));
        let gruppe = position.kostenart.map(Kostenart::gruppe);
        let is_personal = gruppe == Some(Kostengruppe::Personal) && position.menge.is_some();
        let amount = position.betrag.map(Fraction::from).or(calculated);
        let differs = |cents: &Rechenwert| position.betrag.is_some_and(|it| it.decimal() != cents.decimal());
        let kosten = Self {
            bezeichnung: position.bezeichnung.clone(),
            kostenart: position.kostenart,
            gruppe,
            menge: position.menge,
            einheit: position.einheit.or(is_personal.then_some(Mengeneinheit::Vollzeitstellen)),
            satz: position.satz,
            prozent: position.prozent,
            grundbetrag: base.and_then(Rechenwert::euro),
            betrag: amount.and_then(Rechenwert::euro),
            gerechnet: calculated.and_then(Rechenwert::cents).filter(differs),
            deckt: position.deckt.clone(),
        };
        (kosten, amount)
    }
}

/// The positions with their exact amounts, each calculated from those before it.
pub(super) fn calculated_kosten(positions: &[Kostenposition]) -> Vec<(Kosten, Option<Fraction>)> {
    let mut calculated = Vec::with_capacity(positions.len());
    for position in positions {
        calculated.push(Kosten::calculate(position, &calculated));
    }
    calculated
}

/// What a share is taken of; `None` where there is nothing, or an amount is missing.
fn base(kostenarten: &[Kostenart], before: &[(Kosten, Option<Fraction>)]) -> Option<Fraction> {
    let counts =
        |kosten: &Kosten| kostenarten.is_empty() || kosten.kostenart.is_some_and(|it| kostenarten.contains(&it));
    let mut betraege = before.iter().filter(|(kosten, _)| counts(kosten)).map(|(_, betrag)| *betrag).peekable();
    betraege.peek()?;
    Fraction::sum(betraege)
}

/// The subtotals, of more than one group and where every position is in one.
pub(super) fn zwischensummen(kosten: &[Kosten], betraege: &[Option<Fraction>]) -> Vec<Zwischensumme> {
    let of = |gruppe: Kostengruppe| {
        let positions = kosten.iter().zip(betraege).filter(move |(kosten, _)| kosten.gruppe == Some(gruppe));
        positions.map(|(_, betrag)| *betrag)
    };
    let gruppen: Vec<_> = Kostengruppe::ALL.iter().copied().filter(|gruppe| of(*gruppe).next().is_some()).collect();
    if gruppen.len() < 2 || kosten.iter().any(|kosten| kosten.gruppe.is_none()) {
        return Vec::new();
    }
    let sum = |gruppe| Some(Zwischensumme { gruppe, betrag: Rechenwert::euro(Fraction::sum(of(gruppe))?)? });
    gruppen.into_iter().map(sum).collect::<Option<_>>().unwrap_or_default()
}
