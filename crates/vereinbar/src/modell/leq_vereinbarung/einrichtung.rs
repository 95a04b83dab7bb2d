use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::modell::serde_help::{is_default, null_is_missing};
use crate::modell::{Ags, Anschrift, Datum};

/// # Einrichtung
///
/// Die Einrichtung oder der Dienst, in dem die Leistung erbracht wird.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Einrichtung {
    /// # Name
    ///
    /// Name der Einrichtung.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// # Amtlicher Gemeindeschlüssel
    ///
    /// Amtlicher Gemeindeschlüssel des Ortes, an dem die Einrichtung liegt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ags: Option<Ags>,
    /// # Anschrift
    ///
    /// Ort der Leistungserbringung.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub anschrift: Anschrift,
    /// # Betriebserlaubnis
    ///
    /// Die Betriebserlaubnis nach § 45 SGB VIII.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub betriebserlaubnis: Betriebserlaubnis,
    /// # Anderweitig vereinbarte Plätze
    ///
    /// Plätze derselben Betriebserlaubnis, die in anderen Vereinbarungen stehen.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0, max = 10000))]
    pub anderweitig_vereinbarte_plaetze: Option<u32>,
}

/// # Betriebserlaubnis
///
/// Die Betriebserlaubnis der Einrichtung nach § 45 SGB VIII.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Betriebserlaubnis {
    /// # Behörde
    ///
    /// Wer sie erteilt hat.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub behoerde: Option<String>,
    /// # Datum
    ///
    /// Tag des Bescheids.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub datum: Option<Datum>,
    /// # Aktenzeichen
    ///
    /// Aktenzeichen des Bescheids.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aktenzeichen: Option<String>,
    /// # Plätze
    ///
    /// Wie viele Plätze sie erlaubt.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 10000))]
    pub plaetze: Option<u32>,
}
