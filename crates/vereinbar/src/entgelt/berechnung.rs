use schemars::JsonSchema;
use serde::Serialize;

use super::{
    Abwesenheitsentgelt, Fachleistungsstundenberechnung, Jahresbudgetberechnung, Rechenwert, Rundungsregel,
    Tagespauschale, Tagessatzberechnung,
};
use crate::modell::LeqVereinbarung;

/// What is said of an agreement in which there is no Entgelt to calculate.
pub const NOTHING_TO_CALCULATE: &str = "Die Vereinbarung enthält kein Entgelt, das sich berechnen lässt. \
     Das Entgelt steht in Teil III einer leq_vereinbarung.";

/// # Berechnung des Entgelts
///
/// Das Entgelt einer Vereinbarung, mit dem ganzen Weg von den Kosten zum Betrag und den vereinbarten Beträgen zum Vergleich.
///
/// Lists have as many entries as those of the agreement, in the same order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Berechnung {
    /// # Art des Dokuments
    ///
    /// Kennzeichen dieses Dokuments.
    pub art: BerechnungArt,
    /// # Stellen insgesamt
    ///
    /// Vollzeitstellen der Leistungsvereinbarung zusammen. Fehlt, wenn zu einer Stelle der Umfang fehlt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stellen_insgesamt: Option<Rechenwert>,
    /// # Rundung
    ///
    /// Wie gerundet ist.
    pub rundung: Rundungsregel,
    /// # Tagessatz
    ///
    /// Das Entgelt je Platz und Tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tagessatz: Option<Tagessatzberechnung>,
    /// # Abwesenheit
    ///
    /// Das Entgelt je Tag der Abwesenheit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub abwesenheit: Option<Abwesenheitsentgelt>,
    /// # Fachleistungsstunden
    ///
    /// Das Entgelt je Fachleistungsstunde, in der Reihenfolge der Vereinbarung.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fachleistungsstunden: Vec<Fachleistungsstundenberechnung>,
    /// # Pauschalen
    ///
    /// Pauschalen je Monat und je Tag.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pauschalen: Vec<Tagespauschale>,
    /// # Jahresbudget
    ///
    /// Das Entgelt für ein ganzes Jahr.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub jahresbudget: Option<Jahresbudgetberechnung>,
}

codes! {
    /// # Art des Dokuments
    ///
    /// Kennzeichen des Dokuments: „berechnung“.
    #[derive(Default, JsonSchema)]
    #[schemars(inline)]
    pub enum BerechnungArt, "Das ist keine Berechnung." {
        #[default]
        Berechnung: "berechnung", "Berechnung";
    }
}

impl Berechnung {
    /// Whether the agreement has nothing to calculate: no Tagessatz, no
    /// Fachleistungsstunde, no Pauschale, no Jahresbudget.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.tagessatz.is_none()
            && self.fachleistungsstunden.is_empty()
            && self.pauschalen.is_empty()
            && self.jahresbudget.is_none()
    }
}

/// Calculates the Entgelt from the costs that the agreement states.
///
/// It never fails: what cannot be calculated is absent. What is stated stands
/// beside what is calculated; to compare them is [`validate`](crate::validate())'s.
///
/// ```
/// use vereinbar::{Vereinbarung, calculate, parse};
///
/// let Vereinbarung::LeqVereinbarung(vereinbarung) = parse(r#"{
///     "art": "leq_vereinbarung",
///     "entgeltvereinbarung": {"tagessatz": {
///         "plaetze": 4,
///         "auslastung": "93",
///         "bestandteile": [{"bezeichnung": "Grundleistung", "kosten": [{"betrag": "215000"}]}],
///         "betrag": "158.35"
///     }}
/// }"#)? else { unreachable!() };
/// let tagessatz = calculate(&vereinbarung).tagessatz.ok_or("no Tagessatz")?;
/// assert_eq!(tagessatz.belegungstage.map(|tage| tage.to_string()).as_deref(), Some("1357.8"));
/// assert_eq!(tagessatz.genau.map(|genau| genau.to_string()).as_deref(), Some("158.3443806157"));
/// assert_eq!(tagessatz.betrag.map(|betrag| betrag.to_string()).as_deref(), Some("158.34"));
/// assert!(tagessatz.weicht_ab());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn calculate(vereinbarung: &LeqVereinbarung) -> Berechnung {
    #[cfg(test)]
    crate::effort::count(|effort| effort.calculated += 1);
    let entgelt = &vereinbarung.entgeltvereinbarung;
    let rundung = Rundungsregel::from(&entgelt.rundung);
    let tagessatz = Tagessatzberechnung::calculate(vereinbarung, rundung);
    let abwesenheit = Abwesenheitsentgelt::calculate(&entgelt.abwesenheit, tagessatz.as_ref(), rundung);
    let stellen = &vereinbarung.leistungsvereinbarung.personal.stellen;
    Berechnung {
        art: BerechnungArt::default(),
        stellen_insgesamt: Rechenwert::sum(stellen.iter().map(|stelle| stelle.umfang)).filter(|_| !stellen.is_empty()),
        rundung,
        tagessatz,
        abwesenheit,
        fachleistungsstunden: entgelt
            .fachleistungsstunden
            .iter()
            .map(|stunde| Fachleistungsstundenberechnung::calculate(stunde, rundung))
            .collect(),
        pauschalen: entgelt.pauschalen.iter().map(|pauschale| Tagespauschale::calculate(pauschale, rundung)).collect(),
        jahresbudget: Jahresbudgetberechnung::calculate(&entgelt.jahresbudget, rundung),
    }
}
