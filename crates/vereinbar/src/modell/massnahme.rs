use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Datum;

/// # Maßnahme
///
/// Wer macht was bis wann?
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Massnahme {
    /// # Wer
    ///
    /// Wer macht es? Zum Beispiel eine Funktion oder ein Team.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wer: Option<String>,
    /// # Was
    ///
    /// Was wird gemacht: die Maßnahme oder das Verfahren, möglichst konkret.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was: Option<String>,
    /// # Bis
    ///
    /// Bis wann ist es gemacht?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bis: Option<Datum>,
    /// # Stand
    ///
    /// Wie weit die Maßnahme ist.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stand: Option<Massnahmenstand>,
    /// # Erledigt am
    ///
    /// Tag, an dem sie erledigt war.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub erledigt_am: Option<Datum>,
}

codes! {
    /// # Stand der Maßnahme
    ///
    /// Wie weit eine Maßnahme ist.
    #[derive(Deserialize, JsonSchema)]
    #[non_exhaustive]
    pub enum Massnahmenstand, "Diesen Stand gibt es nicht." {
        Offen: "offen", "offen";
        Laufend: "laufend", "laufend";
        Erledigt: "erledigt", "erledigt";
    }
}
