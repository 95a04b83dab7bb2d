use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::modell::Datum;

/// # Anlage
///
/// Ein Schriftstück, das zur Vereinbarung gehört.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Anlage {
    /// # Nummer
    ///
    /// Nummer, unter der sie angeführt wird. Fehlt sie: der Platz in der Liste.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nummer: Option<String>,
    /// # Titel
    ///
    /// Name des Schriftstücks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub titel: Option<String>,
    /// # Stand
    ///
    /// Tag, dessen Fassung gilt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stand: Option<Datum>,
    /// # Verbindlich
    ///
    /// Ob sie Bestandteil der Vereinbarung ist.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verbindlich: Option<bool>,
    /// # SHA-256
    ///
    /// Prüfsumme der Datei, 64 hexadezimale Ziffern.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
}
