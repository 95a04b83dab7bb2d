use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

part! {
    /// # Leistungsangebot
    ///
    /// Das Angebot, für das die Vereinbarung gilt.
    pub struct Leistungsangebot {
        /// # Bezeichnung
        ///
        /// Name des Angebots, zum Beispiel „Wohngruppe“.
        pub bezeichnung: Option<String>,
        /// # Angebotstyp
        ///
        /// Kennung des Angebotstyps, wo das Land solche führt.
        pub angebotstyp: Option<String>,
        /// # Form
        ///
        /// Stationär, teilstationär oder ambulant.
        pub form: Option<Angebotsform>,
        /// # Hilfearten
        ///
        /// Nach welchen Vorschriften des SGB VIII die Leistung gewährt wird.
        pub hilfearten: Vec<Hilfeart>,
        /// # Gruppen
        ///
        /// Die Gruppen mit ihren Plätzen.
        pub gruppen: Vec<Gruppe>,
        /// # Plätze
        ///
        /// Vereinbarte Plätze insgesamt.
        #[schemars(range(min = 1, max = 10000))]
        pub plaetze: Option<u32>,
    }
}

part! {
    /// # Gruppe
    ///
    /// Eine Gruppe des Angebots.
    pub struct Gruppe {
        /// # Name
        ///
        /// Name der Gruppe.
        pub name: Option<String>,
        /// # Plätze
        ///
        /// Plätze der Gruppe.
        #[schemars(range(min = 1, max = 1000))]
        pub plaetze: Option<u32>,
        /// # Öffnungszeit
        ///
        /// Wann die Gruppe geöffnet ist, zum Beispiel „7 Tage, rund um die Uhr“.
        pub oeffnungszeit: Option<String>,
    }
}

/// # Form des Angebots
///
/// Ob die Leistung stationär, teilstationär oder ambulant erbracht wird.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Angebotsform {
    /// # stationär
    Stationaer,
    /// # teilstationär
    Teilstationaer,
    /// # ambulant
    Ambulant,
}

/// # Hilfeart
///
/// Vorschrift des SGB VIII, nach der eine Leistung gewährt wird.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Hilfeart {
    /// # § 13 Abs. 3 SGB VIII: Jugendwohnen
    #[serde(rename = "sgb_viii_13_3")]
    SgbViii13,
    /// # § 19 SGB VIII: Gemeinsame Wohnformen für Mütter/Väter und Kinder
    #[serde(rename = "sgb_viii_19")]
    SgbViii19,
    /// # § 21 SGB VIII: Unterstützung bei notwendiger Unterbringung zur Erfüllung der Schulpflicht
    #[serde(rename = "sgb_viii_21")]
    SgbViii21,
    /// # § 27 SGB VIII: Hilfe zur Erziehung
    #[serde(rename = "sgb_viii_27")]
    SgbViii27,
    /// # § 29 SGB VIII: Soziale Gruppenarbeit
    #[serde(rename = "sgb_viii_29")]
    SgbViii29,
    /// # § 30 SGB VIII: Erziehungsbeistand, Betreuungshelfer
    #[serde(rename = "sgb_viii_30")]
    SgbViii30,
    /// # § 31 SGB VIII: Sozialpädagogische Familienhilfe
    #[serde(rename = "sgb_viii_31")]
    SgbViii31,
    /// # § 32 SGB VIII: Erziehung in einer Tagesgruppe
    #[serde(rename = "sgb_viii_32")]
    SgbViii32,
    /// # § 34 SGB VIII: Heimerziehung, sonstige betreute Wohnform
    #[serde(rename = "sgb_viii_34")]
    SgbViii34,
    /// # § 35 SGB VIII: Intensive sozialpädagogische Einzelbetreuung
    #[serde(rename = "sgb_viii_35")]
    SgbViii35,
    /// # § 35a SGB VIII: Eingliederungshilfe
    #[serde(rename = "sgb_viii_35a")]
    SgbViii35a,
    /// # § 41 SGB VIII: Hilfe für junge Volljährige
    #[serde(rename = "sgb_viii_41")]
    SgbViii41,
    /// # § 42 SGB VIII: Inobhutnahme
    #[serde(rename = "sgb_viii_42")]
    SgbViii42,
    /// # § 42a SGB VIII: Vorläufige Inobhutnahme
    #[serde(rename = "sgb_viii_42a")]
    SgbViii42a,
}

entries!(Angebotsform, Hilfeart);
