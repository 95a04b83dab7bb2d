use schemars::JsonSchema;
use serde::Deserialize;

codes! {
    /// # Teil der Vereinbarung
    ///
    /// Für welchen Teil etwas gilt.
    #[derive(Deserialize, JsonSchema)]
    #[non_exhaustive]
    pub enum Vereinbarungsteil, "Diesen Teil der Vereinbarung gibt es nicht." {
        Leistungsvereinbarung: "leistungsvereinbarung", "Teil I: Leistungsvereinbarung";
        Qualitaetsentwicklungsvereinbarung: "qualitaetsentwicklungsvereinbarung", "Teil II: Qualitätsentwicklungsvereinbarung";
        Entgeltvereinbarung: "entgeltvereinbarung", "Teil III: Entgeltvereinbarung";
    }
}

entries!(Vereinbarungsteil);

part! {
    /// # Schlussbestimmungen
    ///
    /// Was neben den drei Teilen vereinbart ist: Kündigung und weitere Bestimmungen.
    pub struct Schlussbestimmungen {
        /// # Kündigung
        ///
        /// Wie gekündigt werden kann, ein Eintrag je Teil oder einer für alle.
        pub kuendigung: Vec<Kuendigung>,
        /// # Weitere Bestimmungen
        ///
        /// Was die Parteien sonst vereinbaren, zum Beispiel zu Änderungen, Ausfertigungen, Haftung oder Belegung.
        pub weitere_bestimmungen: Vec<Bestimmung>,
    }
}

part! {
    /// # Kündigung
    ///
    /// Wie ein Teil der Vereinbarung gekündigt werden kann.
    pub struct Kuendigung {
        /// # Teil der Vereinbarung
        ///
        /// Welcher Teil gekündigt werden kann. Fehlt die Angabe: jeder.
        pub teil: Option<Vereinbarungsteil>,
        /// # Frist
        ///
        /// Mit welcher Frist, zum Beispiel „sechs Monate“.
        pub frist: Option<String>,
        /// # Termin
        ///
        /// Zu welchem Termin, zum Beispiel „Ende eines Kalenderjahres“.
        pub termin: Option<String>,
        /// # Form
        ///
        /// In welcher Form, zum Beispiel „schriftlich“.
        pub form: Option<String>,
        /// # Wichtiger Grund
        ///
        /// Was für die Kündigung aus wichtigem Grund vereinbart ist.
        #[schemars(extend("x-mehrzeilig" = true))]
        pub wichtiger_grund: Option<String>,
    }
}

part! {
    /// # Weitere Bestimmung
    ///
    /// Eine Bestimmung in den Worten der Parteien.
    pub struct Bestimmung {
        /// # Teil der Vereinbarung
        ///
        /// Für welchen Teil sie gilt. Fehlt die Angabe: für die ganze Vereinbarung.
        pub teil: Option<Vereinbarungsteil>,
        /// # Titel
        ///
        /// Überschrift der Bestimmung.
        pub titel: Option<String>,
        /// # Text
        ///
        /// Was bestimmt wird.
        #[schemars(extend("x-mehrzeilig" = true))]
        pub text: Option<String>,
    }
}
