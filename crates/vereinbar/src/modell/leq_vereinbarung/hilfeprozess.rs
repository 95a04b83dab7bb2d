use schemars::JsonSchema;
use serde::Deserialize;

part! {
    /// # Schritt des Hilfeprozesses
    ///
    /// Was in einer Phase des Hilfeprozesses geschieht, durch wen und bis wann.
    pub struct Prozessschritt {
        /// # Phase
        ///
        /// Phase des Hilfeprozesses.
        pub phase: Option<Prozessphase>,
        /// # Schritte
        ///
        /// Was geschieht.
        #[schemars(extend("x-mehrzeilig" = true))]
        pub schritte: Vec<String>,
        /// # Zuständig
        ///
        /// Wer dafür zuständig ist.
        pub zustaendig: Option<String>,
        /// # Frist
        ///
        /// Bis wann es geschieht.
        pub frist: Option<String>,
    }
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

entries!(Prozessphase);
