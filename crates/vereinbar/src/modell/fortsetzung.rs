use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Datum;
use super::serde_help::null_is_missing;

/// # Fortsetzung des Qualitätsdialogs
///
/// Wie die Fortsetzung des Qualitätsdialogs erfolgt.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Fortsetzung {
    /// # Am
    ///
    /// Der Qualitätsdialog wird fortgesetzt am …
    #[serde(skip_serializing_if = "Option::is_none")]
    pub am: Option<Datum>,
    /// # Einladung durch
    ///
    /// Die Einladung erfolgt durch …
    #[serde(skip_serializing_if = "Option::is_none")]
    pub einladung_durch: Option<String>,
    /// # Gesprächsgrundlagen
    ///
    /// Als Gesprächsgrundlage werden herangezogen …
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub gespraechsgrundlagen: Vec<String>,
}
