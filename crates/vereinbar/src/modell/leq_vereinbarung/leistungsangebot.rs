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
        /// Nach welchen Vorschriften die Leistung gewährt wird.
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
    /// # Hilfeart
    ///
    /// Nach welcher Vorschrift eine Leistung gewährt wird: entweder ein Eintrag des Katalogs (code) oder eine eigene Angabe (bezeichnung).
    pub struct Hilfeart {
        /// # Code
        ///
        /// Eintrag des Katalogs.
        pub code: Option<Hilfeartcode>,
        /// # Bezeichnung
        ///
        /// Eigene Angabe in Worten, wenn der Katalog keinen passenden Eintrag hat, zum Beispiel eine Vorschrift des Landesrechts.
        pub bezeichnung: Option<String>,
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
    /// # Katalog der Hilfearten
    ///
    /// Vorschriften des SGB VIII, nach denen Leistungen gewährt werden.
    ///
    /// The list is open: an entry of one's own goes into [`Hilfeart::bezeichnung`].
    #[derive(Deserialize, JsonSchema)]
    #[non_exhaustive]
    pub enum Hilfeartcode, "Diese Hilfeart hat der Katalog nicht." {
        SgbViii13: "sgb_viii_13_3", "§ 13 Abs. 3 SGB VIII: Jugendwohnen";
        SgbViii18: "sgb_viii_18", "§ 18 SGB VIII: Beratung und Unterstützung bei der Ausübung der Personensorge und des Umgangsrechts", kurz "§ 18 SGB VIII: Personensorge, Umgang";
        SgbViii19: "sgb_viii_19", "§ 19 SGB VIII: Gemeinsame Wohnformen für Mütter/Väter und Kinder", kurz "§ 19 SGB VIII: Mütter/Väter, Kinder";
        SgbViii20: "sgb_viii_20", "§ 20 SGB VIII: Betreuung und Versorgung des Kindes in Notsituationen", kurz "§ 20 SGB VIII: Notsituationen";
        SgbViii21: "sgb_viii_21", "§ 21 SGB VIII: Unterstützung bei notwendiger Unterbringung zur Erfüllung der Schulpflicht", kurz "§ 21 SGB VIII: Schulpflicht";
        SgbViii27: "sgb_viii_27", "§ 27 SGB VIII: Hilfe zur Erziehung";
        SgbViii27Abs2: "sgb_viii_27_2", "§ 27 Abs. 2 SGB VIII: Hilfe zur Erziehung in anderer Form als nach §§ 28 bis 35", kurz "§ 27 Abs. 2 SGB VIII: andere Hilfe";
        SgbViii28: "sgb_viii_28", "§ 28 SGB VIII: Erziehungsberatung";
        SgbViii29: "sgb_viii_29", "§ 29 SGB VIII: Soziale Gruppenarbeit";
        SgbViii30: "sgb_viii_30", "§ 30 SGB VIII: Erziehungsbeistand, Betreuungshelfer", kurz "§ 30 SGB VIII: Erziehungsbeistand";
        SgbViii31: "sgb_viii_31", "§ 31 SGB VIII: Sozialpädagogische Familienhilfe", kurz "§ 31 SGB VIII: Familienhilfe";
        SgbViii32: "sgb_viii_32", "§ 32 SGB VIII: Erziehung in einer Tagesgruppe", kurz "§ 32 SGB VIII: Tagesgruppe";
        SgbViii33: "sgb_viii_33", "§ 33 SGB VIII: Vollzeitpflege";
        SgbViii34: "sgb_viii_34", "§ 34 SGB VIII: Heimerziehung, sonstige betreute Wohnform", kurz "§ 34 SGB VIII: Heimerziehung";
        SgbViii35: "sgb_viii_35", "§ 35 SGB VIII: Intensive sozialpädagogische Einzelbetreuung", kurz "§ 35 SGB VIII: Einzelbetreuung";
        SgbViii35a: "sgb_viii_35a", "§ 35a SGB VIII: Eingliederungshilfe";
        SgbViii41: "sgb_viii_41", "§ 41 SGB VIII: Hilfe für junge Volljährige";
        SgbViii41a: "sgb_viii_41a", "§ 41a SGB VIII: Nachbetreuung";
        SgbViii42: "sgb_viii_42", "§ 42 SGB VIII: Inobhutnahme";
        SgbViii42a: "sgb_viii_42a", "§ 42a SGB VIII: Vorläufige Inobhutnahme";
    }
}

entries!(Angebotsform, Hilfeartcode);
