use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::modell::{Betrag, Zahl};

part! {
    /// # Tagessatz
    ///
    /// Das Entgelt je Platz und Tag: Kosten nach Abzug, geteilt durch Plätze mal Berechnungstage mal Auslastung.
    pub struct Tagessatz {
        /// # Plätze
        ///
        /// Plätze, mit denen gerechnet wird. Fehlt die Angabe: die vereinbarten Plätze des Leistungsangebots.
        #[schemars(range(min = 1, max = 10000))]
        pub plaetze: Option<u32>,
        /// # Berechnungstage
        ///
        /// Tage je Platz und Jahr. Fehlt die Angabe: 365.
        #[schemars(range(min = 1, max = 366))]
        pub berechnungstage: Option<u32>,
        /// # Auslastung
        ///
        /// Vereinbarte Auslastung in Prozent. Fehlt die Angabe: 100.
        pub auslastung: Option<Zahl>,
        /// # Entgeltbestandteile
        ///
        /// Woraus sich der Tagessatz zusammensetzt.
        pub bestandteile: Vec<Entgeltbestandteil>,
        /// # Betrag je Platz und Tag
        ///
        /// Vereinbarter Tagessatz; er wird mit dem berechneten verglichen.
        pub betrag: Option<Betrag>,
    }
}

part! {
    /// # Entgeltbestandteil
    ///
    /// Ein Bestandteil des Entgelts, mit den Kosten, auf denen er beruht.
    pub struct Entgeltbestandteil {
        /// # Bezeichnung
        ///
        /// Name des Bestandteils, zum Beispiel „Grundleistung“.
        pub bezeichnung: Option<String>,
        /// # Art
        ///
        /// Wofür der Bestandteil gezahlt wird.
        pub art: Option<Bestandteilart>,
        /// # Kosten
        ///
        /// Die Kosten eines Jahres.
        pub kosten: Vec<Kostenposition>,
        /// # Abzüge
        ///
        /// Erlöse und Förderungen, die abgezogen werden.
        pub abzuege: Vec<Abzug>,
        /// # Betrag
        ///
        /// Vereinbarter Betrag; er wird mit dem berechneten verglichen. Ohne Kosten gilt er selbst.
        pub betrag: Option<Betrag>,
        /// # Bisheriger Betrag
        ///
        /// Betrag der vorigen Vereinbarung.
        pub bisher: Option<Betrag>,
    }
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

part! {
    /// # Kostenposition
    ///
    /// Kosten eines Jahres: ein Betrag, oder Menge mal Satz.
    pub struct Kostenposition {
        /// # Bezeichnung
        ///
        /// Wofür die Kosten entstehen.
        pub bezeichnung: Option<String>,
        /// # Kostenart
        ///
        /// Zu welcher Art von Kosten sie gehören.
        pub kostenart: Option<Kostenart>,
        /// # Menge
        ///
        /// Wie viel davon, zum Beispiel Vollzeitstellen.
        pub menge: Option<Zahl>,
        /// # Satz
        ///
        /// Kosten je Einheit und Jahr in Euro.
        pub satz: Option<Betrag>,
        /// # Betrag
        ///
        /// Kosten des Jahres in Euro. Fehlt der Betrag: Menge mal Satz.
        pub betrag: Option<Betrag>,
        /// # Bisheriger Betrag
        ///
        /// Kosten in der vorigen Vereinbarung.
        pub bisher: Option<Betrag>,
        /// # Begründung
        ///
        /// Warum sich die Kosten verändern.
        pub begruendung: Option<String>,
    }
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

part! {
    /// # Abzug
    ///
    /// Was von den Kosten abgezogen wird.
    pub struct Abzug {
        /// # Bezeichnung
        ///
        /// Wofür: ein Erlös oder eine Förderung.
        pub bezeichnung: Option<String>,
        /// # Betrag
        ///
        /// Betrag des Jahres in Euro.
        pub betrag: Option<Betrag>,
    }
}

part! {
    /// # Rundung
    ///
    /// Wie Entgelte gerundet werden.
    pub struct Rundung {
        /// # Stellen
        ///
        /// Auf wie viele Nachkommastellen. Fehlt die Angabe: 2.
        #[schemars(range(min = 0, max = 2))]
        pub stellen: Option<u32>,
        /// # Modus
        ///
        /// Wie gerundet wird. Fehlt die Angabe: kaufmännisch.
        pub modus: Option<Rundungsmodus>,
        /// # Zeitpunkt
        ///
        /// Was gerundet wird. Fehlt die Angabe: jeder Bestandteil.
        pub zeitpunkt: Option<Rundungszeitpunkt>,
    }
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

entries!(Bestandteilart, Kostenart, Rundungsmodus, Rundungszeitpunkt);
