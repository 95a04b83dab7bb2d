use schemars::JsonSchema;
use serde::Deserialize;

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

codes! {
    /// # Form des Angebots
    ///
    /// Ob die Leistung stationär, teilstationär oder ambulant erbracht wird.
    #[derive(Deserialize, JsonSchema)]
    #[non_exhaustive]
    pub enum Angebotsform, "Diese Form des Angebots gibt es nicht." {
        Stationaer: "stationaer", "stationär";
        Teilstationaer: "teilstationaer", "teilstationär";
        Ambulant: "ambulant", "ambulant";
    }
}

codes! {
    /// # Hilfeart
    ///
    /// Vorschrift des SGB VIII, nach der eine Leistung gewährt wird.
    #[derive(Deserialize, JsonSchema)]
    #[non_exhaustive]
    pub enum Hilfeart, "Diese Hilfeart gibt es nicht." {
        SgbViii13: "sgb_viii_13_3", "§ 13 Abs. 3 SGB VIII: Jugendwohnen";
        SgbViii19: "sgb_viii_19", "§ 19 SGB VIII: Gemeinsame Wohnformen für Mütter/Väter und Kinder";
        SgbViii21: "sgb_viii_21", "§ 21 SGB VIII: Unterstützung bei notwendiger Unterbringung zur Erfüllung der Schulpflicht";
        SgbViii27: "sgb_viii_27", "§ 27 SGB VIII: Hilfe zur Erziehung";
        SgbViii29: "sgb_viii_29", "§ 29 SGB VIII: Soziale Gruppenarbeit";
        SgbViii30: "sgb_viii_30", "§ 30 SGB VIII: Erziehungsbeistand, Betreuungshelfer";
        SgbViii31: "sgb_viii_31", "§ 31 SGB VIII: Sozialpädagogische Familienhilfe";
        SgbViii32: "sgb_viii_32", "§ 32 SGB VIII: Erziehung in einer Tagesgruppe";
        SgbViii34: "sgb_viii_34", "§ 34 SGB VIII: Heimerziehung, sonstige betreute Wohnform";
        SgbViii35: "sgb_viii_35", "§ 35 SGB VIII: Intensive sozialpädagogische Einzelbetreuung";
        SgbViii35a: "sgb_viii_35a", "§ 35a SGB VIII: Eingliederungshilfe";
        SgbViii41: "sgb_viii_41", "§ 41 SGB VIII: Hilfe für junge Volljährige";
        SgbViii42: "sgb_viii_42", "§ 42 SGB VIII: Inobhutnahme";
        SgbViii42a: "sgb_viii_42a", "§ 42a SGB VIII: Vorläufige Inobhutnahme";
    }
}

entries!(Angebotsform, Hilfeart);
