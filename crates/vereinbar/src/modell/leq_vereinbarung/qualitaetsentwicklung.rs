use schemars::JsonSchema;
use serde::Deserialize;

use crate::modell::{Datum, Fortsetzung, Massstab, Qualitaetsdimension, Zeitraum, Ziel};

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
        /// Wie beide Seiten im Gespräch bleiben und die Qualität gemeinsam bewerten.
        pub traegergespraeche: Traegergespraeche,
        /// # Rahmenbedingungen
        ///
        /// Rahmenbedingungen, die der Träger schafft, zum Beispiel Supervision der Mitarbeiter.
        pub rahmenbedingungen: Vec<Rahmenbedingung>,
        /// # Bericht zur Qualitätsentwicklung
        ///
        /// Wer wann worüber berichtet.
        pub bericht: Option<String>,
        /// # Fortsetzung des Qualitätsdialogs
        ///
        /// Wie die Fortsetzung des Qualitätsdialogs erfolgt.
        pub fortsetzung: Fortsetzung,
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
        /// # Grundlagen
        ///
        /// Was dem Gespräch zugrunde liegt.
        pub grundlagen: Vec<String>,
        /// # Protokoll
        ///
        /// Wer das Ergebnis festhält und bis wann.
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
    /// Ein vereinbartes Gespräch.
    pub struct Gespraechstermin {
        /// # Am
        ///
        /// Tag des Gesprächs.
        pub am: Option<Datum>,
        /// # Themen
        ///
        /// Worüber gesprochen wird.
        pub themen: Vec<String>,
    }
}

part! {
    /// # Rahmenbedingung
    ///
    /// Was der Träger für die Arbeit seiner Mitarbeiterinnen und Mitarbeiter schafft.
    pub struct Rahmenbedingung {
        /// # Art
        ///
        /// Worum es geht.
        pub art: Option<Rahmenbedingungsart>,
        /// # Beschreibung
        ///
        /// Was vereinbart ist.
        pub beschreibung: Option<String>,
        /// # Umfang
        ///
        /// Wie viel davon, zum Beispiel „12 Stunden je Fachkraft und Jahr“.
        pub umfang: Option<String>,
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

entries!(Rahmenbedingungsart);
