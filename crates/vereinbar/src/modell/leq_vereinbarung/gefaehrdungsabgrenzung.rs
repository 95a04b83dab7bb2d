use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::modell::serde_help::null_is_missing;

/// # Abgrenzung des Leistungs- und Gefährdungsbereiches
///
/// Wo die Leistung endet und das Verfahren bei Kindeswohlgefährdung beginnt.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Gefaehrdungsabgrenzung {
    /// # Leistungsbereich
    ///
    /// Was mit den Mitteln der Hilfe bearbeitet wird.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub leistungsbereich: Option<String>,
    /// # Graubereich zwischen beiden
    ///
    /// Woran erkannt wird, dass die Hilfe nicht mehr ausreicht, und was dann geschieht.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub graubereich: Option<String>,
    /// # Gefährdungsbereich
    ///
    /// Wann gewichtige Anhaltspunkte für eine Gefährdung vorliegen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gefaehrdungsbereich: Option<String>,
    /// # Verfahren nach § 8a Abs. 4 SGB VIII
    ///
    /// Wie die Fachkräfte des Trägers bei gewichtigen Anhaltspunkten vorgehen.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub verfahren: Vec<String>,
    /// # Insoweit erfahrene Fachkraft
    ///
    /// Wer beratend hinzugezogen wird, und mit welcher Qualifikation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fachkraft: Option<String>,
    /// # Meldewege
    ///
    /// Wer wann wem was meldet.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub meldewege: Vec<Meldeweg>,
}

/// # Meldeweg
///
/// Wer bei welchem Anlass bis wann informiert wird.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Meldeweg {
    /// # Anlass
    ///
    /// Was gemeldet wird.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anlass: Option<String>,
    /// # An
    ///
    /// Wer die Meldung erhält.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub an: Option<String>,
    /// # Frist
    ///
    /// Bis wann gemeldet wird.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frist: Option<String>,
}
