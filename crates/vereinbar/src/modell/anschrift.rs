use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Plz;

/// # Anschrift
///
/// Postanschrift einer Partei.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Anschrift {
    /// # Straße und Hausnummer
    ///
    /// Straße mit Hausnummer, oder Postfach.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub strasse: Option<String>,
    /// # Zusatz
    ///
    /// Weitere Zeile der Anschrift, zum Beispiel Gebäude oder Abteilung.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zusatz: Option<String>,
    /// # Postleitzahl
    ///
    /// Postleitzahl, als Text mit fünf Ziffern.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plz: Option<Plz>,
    /// # Ort
    ///
    /// Name des Ortes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ort: Option<String>,
}
