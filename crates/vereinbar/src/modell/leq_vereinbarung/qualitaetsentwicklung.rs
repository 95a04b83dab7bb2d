use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::modell::serde_help::{is_default, null_is_missing};
use crate::modell::{Datum, Fortsetzung, Massstab, Qualitaetsdimension, Zeitraum, Ziel};

/// # Qualitätsentwicklungsvereinbarung
///
/// Teil II: wie die Qualität der Leistung gemeinsam bewertet und weiterentwickelt wird.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Qualitaetsentwicklung {
    /// # Vereinbarung vom
    ///
    /// Tag, an dem die Qualitätsentwicklungsvereinbarung geschlossen ist, wenn es nicht der Tag dieser Vereinbarung ist.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vom: Option<Datum>,
    /// # Vereinbarungszeitraum
    ///
    /// Vereinbarungszeitraum der Qualitätsentwicklungsvereinbarung.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub zeitraum: Zeitraum,
    /// # Vordrucke
    ///
    /// Je Qualitätsdimension und Maßstab ein Vordruck mit Zielen, Kriterien, Maßnahmen und Zielüberprüfung.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub vordrucke: Vec<Vordruck>,
    /// # Trägergespräche zur Qualitätsentwicklung und -bewertung
    ///
    /// Wie beide Seiten im Gespräch bleiben und die Qualität gemeinsam bewerten.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub traegergespraeche: Traegergespraeche,
    /// # Rahmenbedingungen
    ///
    /// Rahmenbedingungen, die der Träger schafft, zum Beispiel Supervision der Mitarbeiter.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub rahmenbedingungen: Vec<Rahmenbedingung>,
    /// # Bericht zur Qualitätsentwicklung
    ///
    /// Wer wann worüber berichtet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bericht: Option<String>,
    /// # Fortsetzung des Qualitätsdialogs
    ///
    /// Wie die Fortsetzung des Qualitätsdialogs erfolgt.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub fortsetzung: Fortsetzung,
}

/// # Vordruck
///
/// Was zu einer Qualitätsdimension und einem Maßstab vereinbart ist: der Vordruck der Qualitätsentwicklungsvereinbarung.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Vordruck {
    /// # Qualitätsdimensionen
    ///
    /// Welche zentrale Dimension von Qualität soll weiter entwickelt werden? Pro Qualitätsdimension ist ein Vordruck auszufüllen.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub qualitaetsdimensionen: Vec<Qualitaetsdimension>,
    /// # Grundsätze und Maßstäbe
    ///
    /// Welche Grundsätze und Maßstäbe der Qualität werden bearbeitet? Pro Maßstab ist ein Vordruck auszufüllen.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub grundsaetze_und_massstaebe: Vec<Massstab>,
    /// # Ziele
    ///
    /// Die Ziele mit Kriterien, Maßnahmen und Zielüberprüfung beider Seiten.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub ziele: Vec<Ziel>,
}

/// # Trägergespräche
///
/// Gespräche zwischen Jugendamt und Träger zur Qualitätsentwicklung und -bewertung.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Traegergespraeche {
    /// # Turnus
    ///
    /// Wie oft sie stattfinden.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub turnus: Option<String>,
    /// # Teilnehmende
    ///
    /// Wer teilnimmt, nach Funktion.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub teilnehmende: Vec<String>,
    /// # Grundlagen
    ///
    /// Was dem Gespräch zugrunde liegt.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub grundlagen: Vec<String>,
    /// # Protokoll
    ///
    /// Wer das Ergebnis festhält und bis wann.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub protokoll: Option<String>,
    /// # Termine
    ///
    /// Vereinbarte Gespräche.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub termine: Vec<Gespraechstermin>,
}

/// # Termin eines Trägergesprächs
///
/// Ein vereinbartes Gespräch.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Gespraechstermin {
    /// # Am
    ///
    /// Tag des Gesprächs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub am: Option<Datum>,
    /// # Themen
    ///
    /// Worüber gesprochen wird.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub themen: Vec<String>,
}

/// # Rahmenbedingung
///
/// Was der Träger für die Arbeit seiner Mitarbeiterinnen und Mitarbeiter schafft.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Rahmenbedingung {
    /// # Art
    ///
    /// Worum es geht.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub art: Option<Rahmenbedingungsart>,
    /// # Beschreibung
    ///
    /// Was vereinbart ist.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beschreibung: Option<String>,
    /// # Umfang
    ///
    /// Wie viel davon, zum Beispiel „12 Stunden je Fachkraft und Jahr“.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub umfang: Option<String>,
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
