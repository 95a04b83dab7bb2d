use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::serde_help::{is_default, null_is_missing};
use super::{Beidseitig, Ergebnis, Massnahme, Zielueberpruefung};

/// # Ziel
///
/// Ein Ziel im Hinblick auf eine Verbesserung für die Leistungsberechtigten, mit dem, was beide Partner dazu vereinbaren.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Ziel {
    /// # Ziel
    ///
    /// Welche Verbesserung für die Leistungsberechtigten soll mit der Weiterentwicklung der Leistungserbringung erreicht werden?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ziel: Option<String>,
    /// # Kriterien zur Zielerreichung
    ///
    /// Woran erkennen wir, dass das Ziel erreicht wurde?
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub kriterien: Beidseitig<String>,
    /// # Maßnahmen und Verfahren zur Zielerreichung
    ///
    /// Wer macht was bis wann? Mit welchen Maßnahmen und Verfahren beide Partner jeweils zur Weiterentwicklung der Qualität und zur Umsetzung des Ziels beitragen.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub massnahmen: Beidseitig<Massnahme>,
    /// # Vereinbarungen zur Zielüberprüfung
    ///
    /// Wie und wann überprüfen wir die Zielerreichung? Mithilfe welcher Kriterien und Instrumente die Zielerreichung nach dem Vereinbarungszeitraum gemeinsam evaluiert und bewertet werden soll.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub zielueberpruefung: Beidseitig<Zielueberpruefung>,
    /// # Ergebnis
    ///
    /// Was aus dem Ziel geworden ist; steht nach der Zielüberprüfung fest.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub ergebnis: Ergebnis,
}
