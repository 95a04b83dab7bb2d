use schemars::JsonSchema;
use serde::Deserialize;

use crate::modell::{Betrag, Entgeltschritt, Zahl};

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
        /// Vereinbarter Tagessatz; er wird mit dem berechneten verglichen. Ohne Bestandteile gilt er selbst.
        pub betrag: Option<Betrag>,
        /// # Tage je Monat
        ///
        /// Mit wie vielen Tagen ein Monat gerechnet wird, wenn der Tagessatz als Betrag je Monat gezahlt wird.
        pub tage_je_monat: Option<Zahl>,
        /// # Schritte
        ///
        /// Ab wann sich der Tagessatz ändert.
        pub schritte: Vec<Entgeltschritt>,
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
        /// Erlöse und Förderungen, die von den Kosten abgezogen werden. Ohne Kosten wirken sie nicht.
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
    /// Kosten eines Jahres: ein Betrag, Menge mal Satz, oder ein Anteil an anderen Kosten.
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
        /// # Einheit
        ///
        /// Was die Menge zählt. Fehlt die Angabe bei Personalkosten: Vollzeitstellen.
        pub einheit: Option<Mengeneinheit>,
        /// # Satz
        ///
        /// Kosten je Einheit und Jahr in Euro.
        pub satz: Option<Betrag>,
        /// # Betrag
        ///
        /// Kosten des Jahres in Euro. Fehlt der Betrag: Menge mal Satz, oder der Anteil in Prozent.
        pub betrag: Option<Betrag>,
        /// # Prozent
        ///
        /// Anteil an anderen Kosten in Prozent, zum Beispiel Verwaltung in Prozent der Personalkosten.
        pub prozent: Option<Zahl>,
        /// # Prozent von
        ///
        /// Von welchen Kostenarten: gerechnet wird mit allen Positionen dieses Bestandteils, die davor stehen. Fehlt die Angabe: von allen.
        pub prozent_von: Vec<Kostenart>,
        /// # Deckt
        ///
        /// Abschnitt der Leistungs- oder der Qualitätsentwicklungsvereinbarung, den diese Kosten decken, zum Beispiel „I.8“ oder „II.4“. Ändert er sich, ändert sich diese Position.
        pub deckt: Option<String>,
        /// # Bisheriger Betrag
        ///
        /// Kosten in der vorigen Vereinbarung.
        pub bisher: Option<Betrag>,
        /// # Begründung
        ///
        /// Warum sich die Kosten verändern.
        #[schemars(extend("x-mehrzeilig" = true))]
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

codes! {
    /// # Kostengruppe
    ///
    /// Gruppen von Kostenarten, für die eine Zwischensumme gebildet wird.
    #[derive(JsonSchema)]
    #[non_exhaustive]
    pub enum Kostengruppe, "Diese Kostengruppe gibt es nicht." {
        Personal: "personal", "Personalkosten";
        Sach: "sach", "Sachkosten";
        Investition: "investition", "Investitionskosten";
    }
}

impl Kostenart {
    /// The group whose subtotal it counts for.
    #[must_use]
    pub const fn gruppe(self) -> Kostengruppe {
        match self {
            Self::Sachkosten => Kostengruppe::Sach,
            Self::Abschreibung | Self::Miete | Self::Zinsen | Self::Instandhaltung => Kostengruppe::Investition,
            Self::Paedagogik
            | Self::Fachdienst
            | Self::Leitung
            | Self::Verwaltung
            | Self::Hauswirtschaft
            | Self::SonstigesPersonal
            | Self::Personalnebenkosten => Kostengruppe::Personal,
        }
    }
}

codes! {
    /// # Einheit der Menge
    ///
    /// Was die Menge einer Kostenposition zählt.
    #[derive(Deserialize, JsonSchema)]
    #[non_exhaustive]
    pub enum Mengeneinheit, "Diese Einheit gibt es nicht." {
        Vollzeitstellen: "vollzeitstellen", "Vollzeitstellen", kurz "VZÄ";
        Stunden: "stunden", "Stunden", kurz "Std.";
        Tage: "tage", "Tage";
        Monate: "monate", "Monate";
        Plaetze: "plaetze", "Plätze";
        Quadratmeter: "quadratmeter", "Quadratmeter", kurz "m²";
        Kilometer: "kilometer", "Kilometer", kurz "km";
        Stueck: "stueck", "Stück";
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

entries!(Bestandteilart, Kostenart, Mengeneinheit);
