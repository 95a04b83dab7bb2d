use schemars::JsonSchema;
use serde::Deserialize;

use crate::modell::Zahl;

part! {
    /// # Personelle Ausstattung
    ///
    /// Die erforderliche personelle Ausstattung. Stellen, keine Namen.
    pub struct Personalausstattung {
        /// # Stellen
        ///
        /// Die Stellen mit Umfang und Qualifikation.
        pub stellen: Vec<Stelle>,
        /// # Personalschlüssel
        ///
        /// Plätze je pädagogischer Vollzeitstelle; 1.8 wird als „1 : 1,8“ gedruckt.
        pub schluessel: Option<Zahl>,
        /// # Dienstgestaltung
        ///
        /// Wie Dienste und Bereitschaften gestaltet sind.
        #[schemars(extend("x-mehrzeilig" = true))]
        pub dienstgestaltung: Option<String>,
        /// # Nachweis der Qualifikation
        ///
        /// Wie und wann der Träger die Qualifikation der Personen nachweist, zum Beispiel mit dem Personalbogen.
        #[schemars(extend("x-mehrzeilig" = true))]
        pub nachweis: Option<String>,
    }
}

part! {
    /// # Stelle
    ///
    /// Eine Stelle oder mehrere gleiche.
    pub struct Stelle {
        /// # Funktion
        ///
        /// Wofür die Stelle da ist.
        pub funktion: Option<String>,
        /// # Bereich
        ///
        /// Arbeitsbereich der Stelle.
        pub bereich: Option<Personalbereich>,
        /// # Umfang
        ///
        /// Umfang in Vollzeitstellen, zum Beispiel 0.75.
        pub umfang: Option<Zahl>,
        /// # Qualifikation
        ///
        /// Welche Qualifikation das Personal hat.
        pub qualifikation: Option<String>,
        /// # Eingruppierung
        ///
        /// Eingruppierung nach dem Tarif.
        pub eingruppierung: Option<String>,
    }
}

codes! {
    /// # Arbeitsbereich
    ///
    /// Arbeitsbereich einer Stelle.
    #[derive(Deserialize, JsonSchema)]
    #[non_exhaustive]
    pub enum Personalbereich, "Diesen Arbeitsbereich gibt es nicht." {
        Paedagogik: "paedagogik", "Pädagogik";
        Fachdienst: "fachdienst", "Gruppenübergreifender Fachdienst", kurz "Fachdienst";
        Leitung: "leitung", "Leitung und Beratung";
        Verwaltung: "verwaltung", "Verwaltung";
        Hauswirtschaft: "hauswirtschaft", "Hauswirtschaft";
        Sonstige: "sonstige", "Sonstige";
    }
}

entries!(Personalbereich);
