use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::serde_help::{is_default, null_is_missing};
use super::{Ags, Anschrift, Person};

/// # Partei
///
/// Eine der beiden Seiten der Vereinbarung: der öffentliche Träger oder der Träger der freien Jugendhilfe.
///
/// Both sides have the same shape. The public side is usually a Jugendamt; the
/// free side may be an association, a company, a foundation or a Verband.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Partei {
    /// # Name
    ///
    /// Name, wie er in der Vereinbarung stehen soll.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// # Rechtsform
    ///
    /// Rechtsform, soweit sie nicht schon im Namen steht, zum Beispiel „eingetragener Verein“.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rechtsform: Option<String>,
    /// # Amtlicher Gemeindeschlüssel
    ///
    /// Amtlicher Gemeindeschlüssel der Gebietskörperschaft: 5 Ziffern für einen Kreis, 8 Ziffern für eine Gemeinde.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ags: Option<Ags>,
    /// # Anschrift
    ///
    /// Postanschrift der Partei.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub anschrift: Anschrift,
    /// # Vertreten durch
    ///
    /// Wer die Partei vertritt: eine oder mehrere Personen mit ihrer Funktion.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub vertreten_durch: Vec<Person>,
}
