use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// # Person
///
/// Eine Person, die für eine Partei handelt oder unterzeichnet.
///
/// People appear in an agreement only as representatives and signatories.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Person {
    /// # Name
    ///
    /// Vor- und Nachname.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// # Funktion
    ///
    /// Funktion, in der die Person handelt, zum Beispiel „Jugendamtsleitung“ oder „Geschäftsführung“.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub funktion: Option<String>,
}
