use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::modell::serde_help::null_is_missing;
use crate::modell::{Betrag, Zahl};

/// # Tagessatz
///
/// Das Entgelt je Platz und Tag: Kosten nach Abzug, geteilt durch Plätze mal Berechnungstage mal Auslastung.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Tagessatz {
    /// # Plätze
    ///
    /// Plätze, mit denen gerechnet wird. Fehlt die Angabe: die vereinbarten Plätze des Leistungsangebots.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 10000))]
    pub plaetze: Option<u32>,
    /// # Berechnungstage
    ///
    /// Tage je Platz und Jahr. Fehlt die Angabe: 365.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 366))]
    pub berechnungstage: Option<u32>,
    /// # Auslastung
    ///
    /// Vereinbarte Auslastung in Prozent. Fehlt die Angabe: 100.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auslastung: Option<Zahl>,
    /// # Entgeltbestandteile
    ///
    /// Woraus sich der Tagessatz zusammensetzt.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub bestandteile: Vec<Entgeltbestandteil>,
    /// # Betrag je Platz und Tag
    ///
    /// Vereinbarter Tagessatz; er wird mit dem berechneten verglichen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub betrag: Option<Betrag>,
}

/// # Entgeltbestandteil
///
/// Ein Bestandteil des Entgelts, mit den Kosten, auf denen er beruht.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Entgeltbestandteil {
    /// # Bezeichnung
    ///
    /// Name des Bestandteils, zum Beispiel „Grundleistung“.
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
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub kosten: Vec<Kostenposition>,
    /// # Abzüge
    ///
    /// Erlöse und Förderungen, die abgezogen werden.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub abzuege: Vec<Abzug>,
    /// # Betrag
    ///
    /// Vereinbarter Betrag; er wird mit dem berechneten verglichen. Ohne Kosten gilt er selbst.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub betrag: Option<Betrag>,
    /// # Bisheriger Betrag
    ///
    /// Betrag der vorigen Vereinbarung.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bisher: Option<Betrag>,
}

/// # Art des Entgeltbestandteils
///
/// Wofür ein Bestandteil des Entgelts gezahlt wird.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Bestandteilart {
    /// # Grundleistung
    Grundleistung,
    /// # Zusatzleistung
    Zusatzleistung,
    /// # Betriebsnotwendige Investitionen
    Investition,
    /// # Nebenleistung
    Nebenleistung,
}

/// # Kostenposition
///
/// Kosten eines Jahres: ein Betrag, oder Menge mal Satz.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Kostenposition {
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
    /// Kosten des Jahres in Euro. Fehlt der Betrag: Menge mal Satz.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub betrag: Option<Betrag>,
    /// # Bisheriger Betrag
    ///
    /// Kosten in der vorigen Vereinbarung.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bisher: Option<Betrag>,
    /// # Begründung
    ///
    /// Warum sich die Kosten verändern.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub begruendung: Option<String>,
}

/// # Kostenart
///
/// Arten von Kosten.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Kostenart {
    /// # Personal: Pädagogik
    Paedagogik,
    /// # Personal: gruppenübergreifender Fachdienst
    Fachdienst,
    /// # Personal: Leitung und Beratung
    Leitung,
    /// # Personal: Verwaltung
    Verwaltung,
    /// # Personal: Hauswirtschaft
    Hauswirtschaft,
    /// # Personal: sonstiges
    SonstigesPersonal,
    /// # Personalnebenkosten
    Personalnebenkosten,
    /// # Sachkosten
    Sachkosten,
    /// # Investition: Abschreibung
    Abschreibung,
    /// # Investition: Miete und Pacht
    Miete,
    /// # Investition: Zinsen
    Zinsen,
    /// # Investition: Instandhaltung
    Instandhaltung,
}

/// # Abzug
///
/// Was von den Kosten abgezogen wird.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Abzug {
    /// # Bezeichnung
    ///
    /// Wofür: ein Erlös oder eine Förderung.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bezeichnung: Option<String>,
    /// # Betrag
    ///
    /// Betrag des Jahres in Euro.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub betrag: Option<Betrag>,
}

/// # Rundung
///
/// Wie Entgelte gerundet werden.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Rundung {
    /// # Stellen
    ///
    /// Auf wie viele Nachkommastellen. Fehlt die Angabe: 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0, max = 2))]
    pub stellen: Option<u32>,
    /// # Modus
    ///
    /// Wie gerundet wird. Fehlt die Angabe: kaufmännisch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modus: Option<Rundungsmodus>,
    /// # Zeitpunkt
    ///
    /// Was gerundet wird. Fehlt die Angabe: jeder Bestandteil.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zeitpunkt: Option<Rundungszeitpunkt>,
}

/// # Modus der Rundung
///
/// Wie gerundet wird.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Rundungsmodus {
    /// # kaufmännisch
    ///
    /// Ab der Hälfte wird aufgerundet.
    Kaufmaennisch,
    /// # aufrunden
    ///
    /// Immer zur nächsthöheren Stelle.
    Aufrunden,
}

/// # Zeitpunkt der Rundung
///
/// Was gerundet wird.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Rundungszeitpunkt {
    /// # je Bestandteil
    ///
    /// Jeder Bestandteil einmal am Ende; die Summe ist die der gerundeten Beträge.
    JeBestandteil,
    /// # gesamt
    ///
    /// Nur die Summe; die Bestandteile werden für den Druck gerundet.
    Gesamt,
}
