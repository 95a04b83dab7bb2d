use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::modell::Zahl;
use crate::modell::serde_help::null_is_missing;

/// # Personelle Ausstattung
///
/// Die erforderliche personelle Ausstattung. Stellen, keine Namen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Personalausstattung {
    /// # Stellen
    ///
    /// Die Stellen mit Umfang und Qualifikation.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub stellen: Vec<Stelle>,
    /// # Personalschlüssel
    ///
    /// Verhältnis von Fachkräften zu Plätzen, zum Beispiel „1 : 1,8“.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schluessel: Option<String>,
    /// # Dienstgestaltung
    ///
    /// Wie Dienste und Bereitschaften gestaltet sind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dienstgestaltung: Option<String>,
}

/// # Stelle
///
/// Eine Stelle oder mehrere gleiche.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Stelle {
    /// # Funktion
    ///
    /// Wofür die Stelle da ist.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub funktion: Option<String>,
    /// # Bereich
    ///
    /// Arbeitsbereich der Stelle.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bereich: Option<Personalbereich>,
    /// # Umfang
    ///
    /// Umfang in Vollzeitstellen, zum Beispiel 0.75.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub umfang: Option<Zahl>,
    /// # Qualifikation
    ///
    /// Welche Qualifikation das Personal hat.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub qualifikation: Option<String>,
    /// # Eingruppierung
    ///
    /// Eingruppierung nach dem Tarif.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub eingruppierung: Option<String>,
}

codes! {
    /// # Arbeitsbereich
    ///
    /// Arbeitsbereich einer Stelle.
    #[derive(Deserialize, JsonSchema)]
    #[non_exhaustive]
    pub enum Personalbereich, "Diesen Arbeitsbereich gibt es nicht." {
        Paedagogik: "paedagogik", "Pädagogik";
        Fachdienst: "fachdienst", "Gruppenübergreifender Fachdienst";
        Leitung: "leitung", "Leitung und Beratung";
        Verwaltung: "verwaltung", "Verwaltung";
        Hauswirtschaft: "hauswirtschaft", "Hauswirtschaft";
        Sonstige: "sonstige", "Sonstige";
    }
}
