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

codes! {
    /// # Phase des Hilfeprozesses
    ///
    /// Die Phasen des Hilfeprozesses in ihrer Reihenfolge.
    #[derive(Deserialize, JsonSchema)]
    #[non_exhaustive]
    pub enum Prozessphase, "Diese Phase gibt es nicht." {
        Anfrage: "anfrage", "Anfrage";
        Aufnahme: "aufnahme", "Vorstellung und Aufnahme";
        Hilfeplanung: "hilfeplanung", "Hilfeplanung";
        Erziehungsplanung: "erziehungsplanung", "Erziehungsplanung";
        Berichte: "berichte", "Berichte";
        Fortschreibung: "fortschreibung", "Fortschreibung des Hilfeplans";
        Krise: "krise", "Krise";
        Beendigung: "beendigung", "Beendigung";
        Nachbetreuung: "nachbetreuung", "Nachbetreuung";
    }
}
