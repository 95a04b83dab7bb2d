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

/// # Arbeitsbereich
///
/// Arbeitsbereich einer Stelle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Personalbereich {
    /// # Pädagogik
    Paedagogik,
    /// # Gruppenübergreifender Fachdienst
    Fachdienst,
    /// # Leitung und Beratung
    Leitung,
    /// # Verwaltung
    Verwaltung,
    /// # Hauswirtschaft
    Hauswirtschaft,
    /// # Sonstige
    Sonstige,
}
