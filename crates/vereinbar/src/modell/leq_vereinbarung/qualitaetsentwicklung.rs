use schemars::JsonSchema;
use serde::Deserialize;

use crate::modell::{Datum, Massnahme, Massstab, Qualitaetsdimension, Zahl, Zeitraum, Ziel};

part! {
    /// # Qualitätsentwicklungsvereinbarung
    ///
    /// Teil II: wie die Qualität der Leistung gemeinsam bewertet und weiterentwickelt wird.
    pub struct Qualitaetsentwicklung {
        /// # Vereinbarung vom
        ///
        /// Tag, an dem die Qualitätsentwicklungsvereinbarung geschlossen ist, wenn es nicht der Tag dieser Vereinbarung ist.
        pub vom: Option<Datum>,
        /// # Vereinbarungszeitraum
        ///
        /// Vereinbarungszeitraum der Qualitätsentwicklungsvereinbarung.
        pub zeitraum: Zeitraum,
        /// # Vordrucke
        ///
        /// Je Qualitätsdimension und Maßstab ein Vordruck mit Zielen, Kriterien, Maßnahmen und Zielüberprüfung.
        pub vordrucke: Vec<Vordruck>,
        /// # Trägergespräche zur Qualitätsentwicklung und -bewertung
        ///
        /// Wie beide Seiten den Qualitätsdialog fortsetzen und die Qualität gemeinsam bewerten.
        pub traegergespraeche: Traegergespraeche,
        /// # Rahmenbedingungen
        ///
        /// Rahmenbedingungen, die der Träger schafft, zum Beispiel Supervision der Mitarbeiter.
        pub rahmenbedingungen: Vec<Rahmenbedingung>,
        /// # Bericht zur Qualitätsentwicklung
        ///
        /// Wer wann worüber berichtet.
        #[schemars(extend("x-mehrzeilig" = true))]
        pub bericht: Option<String>,
    }
}

part! {
    /// # Vordruck
    ///
    /// Was zu einer Qualitätsdimension und einem Maßstab vereinbart ist: der Vordruck der Qualitätsentwicklungsvereinbarung.
    pub struct Vordruck {
        /// # Qualitätsdimensionen
        ///
        /// Welche zentrale Dimension von Qualität soll weiter entwickelt werden? Pro Qualitätsdimension ist ein Vordruck auszufüllen.
        pub qualitaetsdimensionen: Vec<Qualitaetsdimension>,
        /// # Grundsätze und Maßstäbe
        ///
        /// Welche Grundsätze und Maßstäbe der Qualität werden bearbeitet? Pro Maßstab ist ein Vordruck auszufüllen.
        pub grundsaetze_und_massstaebe: Vec<Massstab>,
        /// # Ziele
        ///
        /// Die Ziele mit Kriterien, Maßnahmen und Zielüberprüfung beider Seiten.
        pub ziele: Vec<Ziel>,
    }
}

part! {
    /// # Trägergespräche
    ///
    /// Gespräche zwischen Jugendamt und Träger zur Qualitätsentwicklung und -bewertung.
    pub struct Traegergespraeche {
        /// # Turnus
        ///
        /// Wie oft sie stattfinden.
        pub turnus: Option<String>,
        /// # Teilnehmende
        ///
        /// Wer teilnimmt, nach Funktion.
        pub teilnehmende: Vec<String>,
        /// # Einladung durch
        ///
        /// Durch wen die Einladung erfolgt.
        pub einladung_durch: Option<String>,
        /// # Gesprächsgrundlagen
        ///
        /// Was als Gesprächsgrundlage herangezogen wird.
        #[schemars(extend("x-mehrzeilig" = true))]
        pub gespraechsgrundlagen: Vec<String>,
        /// # Protokoll
        ///
        /// Wer das Ergebnis festhält und bis wann.
        #[schemars(extend("x-mehrzeilig" = true))]
        pub protokoll: Option<String>,
        /// # Termine
        ///
        /// Vereinbarte Gespräche.
        pub termine: Vec<Gespraechstermin>,
    }
}

part! {
    /// # Termin eines Trägergesprächs
    ///
    /// Ein vereinbartes Gespräch, und was daraus geworden ist.
    pub struct Gespraechstermin {
        /// # Am
        ///
        /// Tag, für den das Gespräch vereinbart ist.
        pub am: Option<Datum>,
        /// # Themen
        ///
        /// Worüber gesprochen wird.
        #[schemars(extend("x-mehrzeilig" = true))]
        pub themen: Vec<String>,
        /// # Stattgefunden am
        ///
        /// Tag, an dem das Gespräch stattgefunden hat.
        pub stattgefunden_am: Option<Datum>,
        /// # Teilnehmende
        ///
        /// Wer teilgenommen hat, nach Funktion.
        pub teilnehmende: Vec<String>,
        /// # Ergebnis
        ///
        /// Wie beide Seiten die Qualität bewertet haben.
        #[schemars(extend("x-mehrzeilig" = true))]
        pub ergebnis: Option<String>,
        /// # Verabredungen
        ///
        /// Was verabredet ist: wer macht was bis wann?
        pub verabredungen: Vec<Massnahme>,
    }
}

part! {
    /// # Rahmenbedingung
    ///
    /// Was der Träger für die Arbeit seiner Mitarbeiterinnen und Mitarbeiter schafft, und wie viel davon: 12 Stunden je Fachkraft und Jahr.
    pub struct Rahmenbedingung {
        /// # Art
        ///
        /// Worum es geht.
        pub art: Option<Rahmenbedingungsart>,
        /// # Beschreibung
        ///
        /// Was vereinbart ist.
        #[schemars(extend("x-mehrzeilig" = true))]
        pub beschreibung: Option<String>,
        /// # Menge
        ///
        /// Wie viel davon, zum Beispiel 12.
        pub menge: Option<Zahl>,
        /// # Einheit
        ///
        /// Wovon die Menge ist, zum Beispiel Stunden.
        pub einheit: Option<Rahmenbedingungseinheit>,
        /// # Je
        ///
        /// Wem die Menge zusteht, zum Beispiel jeder Fachkraft.
        pub je: Option<Bezugsgroesse>,
        /// # Zeitraum, für den die Menge gilt
        ///
        /// In welchem Zeitraum sie ihm zusteht, zum Beispiel in einem Jahr.
        pub zeitraum: Option<Bezugszeitraum>,
    }
}

codes! {
    /// # Art der Rahmenbedingung
    ///
    /// Womit der Träger die Qualität der Arbeit sichert.
    #[derive(Deserialize, JsonSchema)]
    #[non_exhaustive]
    pub enum Rahmenbedingungsart, "Diese Art der Rahmenbedingung gibt es nicht." {
        Supervision: "supervision", "Supervision";
        Fortbildung: "fortbildung", "Fortbildung";
        KollegialeBeratung: "kollegiale_beratung", "Kollegiale Beratung";
        Teamzeit: "teamzeit", "Teamzeit";
        Einarbeitung: "einarbeitung", "Einarbeitung";
        Sonstige: "sonstige", "Sonstige";
    }
}

codes! {
    /// # Einheit einer Rahmenbedingung
    ///
    /// Wovon eine Menge vereinbart ist.
    #[derive(Deserialize, JsonSchema)]
    #[non_exhaustive]
    pub enum Rahmenbedingungseinheit, "Diese Einheit gibt es nicht." {
        Stunden: "stunden", "Stunden";
        Tage: "tage", "Tage";
        Termine: "termine", "Termine";
    }
}

codes! {
    /// # Bezugsgröße
    ///
    /// Wem eine Menge zusteht.
    #[derive(Deserialize, JsonSchema)]
    #[non_exhaustive]
    pub enum Bezugsgroesse, "Diese Bezugsgröße gibt es nicht." {
        Fachkraft: "fachkraft", "Fachkraft";
        Vollzeitstelle: "vollzeitstelle", "Vollzeitstelle";
        Team: "team", "Team";
        Einrichtung: "einrichtung", "Einrichtung";
    }
}

codes! {
    /// # Bezugszeitraum
    ///
    /// In welchem Zeitraum eine Menge zusteht.
    #[derive(Deserialize, JsonSchema)]
    #[non_exhaustive]
    pub enum Bezugszeitraum, "Diesen Bezugszeitraum gibt es nicht." {
        Woche: "woche", "Woche";
        Monat: "monat", "Monat";
        Quartal: "quartal", "Quartal";
        Jahr: "jahr", "Jahr";
    }
}

entries!(Rahmenbedingungsart, Rahmenbedingungseinheit, Bezugsgroesse, Bezugszeitraum);
