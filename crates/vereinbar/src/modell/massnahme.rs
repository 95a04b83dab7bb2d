use schemars::JsonSchema;
use serde::Deserialize;

use super::Datum;

part! {
    /// # Maßnahme
    ///
    /// Wer macht was bis wann?
    pub struct Massnahme {
        /// # Wer
        ///
        /// Wer macht es? Zum Beispiel eine Funktion oder ein Team.
        pub wer: Option<String>,
        /// # Was
        ///
        /// Was wird gemacht: die Maßnahme oder das Verfahren, möglichst konkret.
        pub was: Option<String>,
        /// # Bis
        ///
        /// Bis wann ist es gemacht?
        pub bis: Option<Datum>,
        /// # Stand
        ///
        /// Wie weit die Maßnahme ist.
        pub stand: Option<Massnahmenstand>,
        /// # Erledigt am
        ///
        /// Tag, an dem sie erledigt war.
        pub erledigt_am: Option<Datum>,
    }
}

codes! {
    /// # Stand der Maßnahme
    ///
    /// Wie weit eine Maßnahme ist.
    #[derive(Deserialize, JsonSchema)]
    #[non_exhaustive]
    pub enum Massnahmenstand, "Diesen Stand gibt es nicht." {
        Offen: "offen", "offen";
        Laufend: "laufend", "laufend";
        Erledigt: "erledigt", "erledigt";
    }
}

entries!(Massnahmenstand);
