use schemars::JsonSchema;
use serde::Deserialize;

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

codes! {
    /// # Art des Entgeltbestandteils
    ///
    /// Wofür ein Bestandteil des Entgelts gezahlt wird.
    #[derive(Deserialize, JsonSchema)]
    #[non_exhaustive]
    pub enum Bestandteilart, "Diese Art des Entgeltbestandteils gibt es nicht." {
        Grundleistung: "grundleistung", "Grundleistung";
        Zusatzleistung: "zusatzleistung", "Zusatzleistung";
        Investition: "investition", "Betriebsnotwendige Investitionen";
        Nebenleistung: "nebenleistung", "Nebenleistung";
    }
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

codes! {
    /// # Kostenart
    ///
    /// Arten von Kosten.
    #[derive(Deserialize, JsonSchema)]
    #[non_exhaustive]
    pub enum Kostenart, "Diese Kostenart gibt es nicht." {
        Paedagogik: "paedagogik", "Personal: Pädagogik", kurz "Pädagogik";
        Fachdienst: "fachdienst", "Personal: gruppenübergreifender Fachdienst", kurz "Gruppenübergreifender Fachdienst";
        Leitung: "leitung", "Personal: Leitung und Beratung", kurz "Leitung und Beratung";
        Verwaltung: "verwaltung", "Personal: Verwaltung", kurz "Verwaltung";
        Hauswirtschaft: "hauswirtschaft", "Personal: Hauswirtschaft", kurz "Hauswirtschaft";
        SonstigesPersonal: "sonstiges_personal", "Personal: sonstiges", kurz "Sonstiges Personal";
        Personalnebenkosten: "personalnebenkosten", "Personalnebenkosten";
        Sachkosten: "sachkosten", "Sachkosten";
        Abschreibung: "abschreibung", "Investition: Abschreibung", kurz "Abschreibung";
        Miete: "miete", "Investition: Miete und Pacht", kurz "Miete und Pacht";
        Zinsen: "zinsen", "Investition: Zinsen", kurz "Zinsen";
        Instandhaltung: "instandhaltung", "Investition: Instandhaltung", kurz "Instandhaltung";
    }
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

codes! {
    /// # Modus der Rundung
    ///
    /// Wie gerundet wird.
    #[derive(Deserialize, JsonSchema)]
    #[non_exhaustive]
    pub enum Rundungsmodus, "Diesen Modus der Rundung gibt es nicht." {
        /// Ab der Hälfte wird aufgerundet.
        Kaufmaennisch: "kaufmaennisch", "kaufmännisch";
        /// Immer zur nächsthöheren Stelle.
        Aufrunden: "aufrunden", "aufrunden";
    }
}

codes! {
    /// # Zeitpunkt der Rundung
    ///
    /// Was gerundet wird.
    #[derive(Deserialize, JsonSchema)]
    #[non_exhaustive]
    pub enum Rundungszeitpunkt, "Diesen Zeitpunkt der Rundung gibt es nicht." {
        /// Jeder Bestandteil einmal am Ende; die Summe ist die der gerundeten Beträge.
        JeBestandteil: "je_bestandteil", "je Bestandteil";
        /// Nur die Summe; die Bestandteile werden für den Druck gerundet.
        Gesamt: "gesamt", "gesamt";
    }
}

entries!(Bestandteilart, Kostenart, Rundungsmodus, Rundungszeitpunkt);
