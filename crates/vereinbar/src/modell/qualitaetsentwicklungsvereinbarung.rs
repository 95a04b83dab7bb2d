use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::serde_help::{default_fassung, fassung, is_default, null_is_missing};
use super::{
    Datum, FASSUNG, Fortsetzung, Massstab, Partei, Qualitaetsdimension, QualitaetsentwicklungsvereinbarungArt,
    Unterzeichnung, Zeitraum, Ziel,
};

/// # Qualitätsentwicklungsvereinbarung
///
/// Die Qualitätsentwicklungsvereinbarung dokumentiert das Ergebnis des bilateralen Qualitätsdialogs zwischen dem Jugendamt als öffentlichem Träger und einem Leistungserbringer. Pro Qualitätsdimension und -maßstab ist ein Vordruck auszufüllen.
///
/// The form of the same name for ambulante Hilfen zur Erziehung. Its parts stand
/// in the form's order; each may be missing.
///
/// ```
/// use vereinbar::modell::{Partei, Qualitaetsentwicklungsvereinbarung};
/// let vereinbarung = Qualitaetsentwicklungsvereinbarung {
///     traeger: Partei { name: Some("Beispielträger Jugendhilfe gGmbH".to_owned()), ..Partei::default() },
///     ..Qualitaetsentwicklungsvereinbarung::default()
/// };
/// assert_eq!(vereinbarung.fassung, 1);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Qualitaetsentwicklungsvereinbarung {
    /// # Art der Vereinbarung
    ///
    /// Kennzeichen dieses Dokuments.
    pub art: QualitaetsentwicklungsvereinbarungArt,
    /// # Fassung
    ///
    /// Fassung des Datenformats. Fehlt sie, gilt 1.
    #[serde(default = "default_fassung", deserialize_with = "fassung")]
    #[schemars(range(min = 1, max = FASSUNG))]
    pub fassung: u32,
    /// # Aktenzeichen
    ///
    /// Aktenzeichen des Jugendamts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aktenzeichen: Option<String>,
    /// # Stand
    ///
    /// Tag, dessen Stand die Daten wiedergeben; er wird das Datum des Dokuments.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stand: Option<Datum>,
    /// # Jugendamt
    ///
    /// Das Jugendamt als öffentlicher Träger.
    #[serde(default, deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub jugendamt: Partei,
    /// # Träger der freien Jugendhilfe
    ///
    /// Der Träger der freien Jugendhilfe als Leistungserbringer.
    #[serde(default, deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub traeger: Partei,
    /// # Vereinbarungszeitraum
    ///
    /// Vereinbarungszeitraum (Datum von – bis).
    #[serde(default, deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub vereinbarungszeitraum: Zeitraum,
    /// # Qualitätsdimensionen
    ///
    /// Welche zentrale Dimension von Qualität soll weiter entwickelt werden? Pro Qualitätsdimension ist ein Vordruck auszufüllen.
    #[serde(default, deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub qualitaetsdimensionen: Vec<Qualitaetsdimension>,
    /// # Grundsätze und Maßstäbe
    ///
    /// Welche Grundsätze und Maßstäbe der Qualität werden bearbeitet? Hier ist zu vermerken, auf welche fachlichen Leitlinien bzw. auf welche konkreten Qualitätskriterien von Ergebnis-, Prozess- und Strukturqualität sich die Maßnahmen zur Qualitätsentwicklung beziehen.
    #[serde(default, deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub grundsaetze_und_massstaebe: Vec<Massstab>,
    /// # Ziele
    ///
    /// Empfohlen wird, die Ziele, Maßnahmen und Auswertungsverfahren zur Qualitätsentwicklung möglichst konkret miteinander zu vereinbaren und sich lieber auf wenige detaillierte als auf mehrere, aber weniger spezifizierte Zielsetzungen zu verständigen.
    #[serde(default, deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub ziele: Vec<Ziel>,
    /// # Fortsetzung des Qualitätsdialogs
    ///
    /// Wie die Fortsetzung des Qualitätsdialogs erfolgt.
    #[serde(default, deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub fortsetzung: Fortsetzung,
    /// # Unterzeichnung
    ///
    /// Ort, Datum und Unterschriften beider Seiten.
    #[serde(default, deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub unterzeichnung: Unterzeichnung,
}

impl Default for Qualitaetsentwicklungsvereinbarung {
    fn default() -> Self {
        Self {
            art: QualitaetsentwicklungsvereinbarungArt::default(),
            fassung: FASSUNG,
            aktenzeichen: None,
            stand: None,
            jugendamt: Partei::default(),
            traeger: Partei::default(),
            vereinbarungszeitraum: Zeitraum::default(),
            qualitaetsdimensionen: Vec::new(),
            grundsaetze_und_massstaebe: Vec::new(),
            ziele: Vec::new(),
            fortsetzung: Fortsetzung::default(),
            unterzeichnung: Unterzeichnung::default(),
        }
    }
}
