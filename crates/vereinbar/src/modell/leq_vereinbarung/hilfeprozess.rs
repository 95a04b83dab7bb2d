use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::modell::serde_help::null_is_missing;

/// # Schritt des Hilfeprozesses
///
/// Was in einer Phase des Hilfeprozesses geschieht, durch wen und bis wann.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Prozessschritt {
    /// # Phase
    ///
    /// Phase des Hilfeprozesses.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phase: Option<Prozessphase>,
    /// # Schritte
    ///
    /// Was geschieht.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub schritte: Vec<String>,
    /// # Zuständig
    ///
    /// Wer dafür zuständig ist.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zustaendig: Option<String>,
    /// # Frist
    ///
    /// Bis wann es geschieht.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frist: Option<String>,
}

/// # Phase des Hilfeprozesses
///
/// Die Phasen des Hilfeprozesses in ihrer Reihenfolge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Prozessphase {
    /// # Anfrage
    Anfrage,
    /// # Vorstellung und Aufnahme
    Aufnahme,
    /// # Hilfeplanung
    Hilfeplanung,
    /// # Erziehungsplanung
    Erziehungsplanung,
    /// # Berichte
    Berichte,
    /// # Fortschreibung des Hilfeplans
    Fortschreibung,
    /// # Krise
    Krise,
    /// # Beendigung
    Beendigung,
    /// # Nachbetreuung
    Nachbetreuung,
}
