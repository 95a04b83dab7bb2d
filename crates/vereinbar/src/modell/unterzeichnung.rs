use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::serde_help::null_is_missing;
use super::{Datum, Person, Seite};

/// # Unterzeichnung
///
/// Ort, Datum, und wer für beide Seiten unterzeichnet.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Unterzeichnung {
    /// # Ort
    ///
    /// Ort der Unterzeichnung.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ort: Option<String>,
    /// # Datum
    ///
    /// Tag der Unterzeichnung.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub datum: Option<Datum>,
    /// # Öffentlicher Träger
    ///
    /// Wer für den öffentlichen Jugendhilfeträger unterzeichnet, eine oder mehrere Personen.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub oeffentlicher_traeger: Vec<Person>,
    /// # Freier Träger
    ///
    /// Wer für den Träger der freien Jugendhilfe unterzeichnet, eine oder mehrere Personen.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub freier_traeger: Vec<Person>,
}

impl Unterzeichnung {
    /// Who signs for one side.
    #[must_use]
    pub fn seite(&self, seite: Seite) -> &[Person] {
        match seite {
            Seite::OeffentlicherTraeger => &self.oeffentlicher_traeger,
            Seite::FreierTraeger => &self.freier_traeger,
        }
    }
}
