use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// # Vereinbarung zur Zielüberprüfung
///
/// Wie und wann überprüfen wir die Zielerreichung?
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Zielueberpruefung {
    /// # Wie
    ///
    /// Mit welchem Instrument oder Verfahren die Zielerreichung überprüft wird.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wie: Option<String>,
    /// # Wann
    ///
    /// Wann die Zielerreichung überprüft wird: ein Tag oder ein Zeitraum in Worten, zum Beispiel „November 2027 und November 2028“.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wann: Option<String>,
}
