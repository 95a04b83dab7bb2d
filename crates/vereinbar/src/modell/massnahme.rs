use schemars::JsonSchema;
use serde::Deserialize;

use super::{Datum, Filled as _, Zeitangabe};

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
        #[schemars(extend("x-mehrzeilig" = true))]
        pub was: Option<String>,
        /// # Bis
        ///
        /// Bis wann ist es gemacht? Ein Tag oder eine Zeit in Worten, zum Beispiel „3. Quartal 2027“ oder „fortlaufend“.
        pub bis: Option<Zeitangabe>,
        /// # Stand
        ///
        /// Wie weit die Maßnahme ist.
        pub stand: Option<Massnahmenstand>,
        /// # Erledigt am
        ///
        /// Tag, an dem sie erledigt war.
        pub erledigt_am: Option<Datum>,
        /// # Neue Frist
        ///
        /// Bis wann eine verschobene Maßnahme nun gemacht ist.
        pub neue_frist: Option<Zeitangabe>,
        /// # Grund
        ///
        /// Warum die Maßnahme verschoben ist oder entfällt.
        #[schemars(extend("x-mehrzeilig" = true))]
        pub grund: Option<String>,
    }
}

codes! {
    /// # Stand der Maßnahme
    ///
    /// Wie weit eine Maßnahme ist.
    #[derive(Deserialize, JsonSchema)]
    #[non_exhaustive]
    pub enum Massnahmenstand, "Diesen Stand gibt es nicht." {
        Entfallen: "entfallen", "entfallen";
        Offen: "offen", "offen";
        Verschoben: "verschoben", "verschoben";
        Laufend: "laufend", "laufend";
        Erledigt: "erledigt", "erledigt";
    }
}

entries!(Massnahmenstand);

impl Massnahme {
    /// When it is to be done now: the new Frist where it has been put off, else the first.
    #[must_use]
    pub fn geltende_frist(&self) -> Option<&Zeitangabe> {
        self.neue_frist.as_ref().filter(|frist| frist.is_filled()).or(self.bis.as_ref())
    }
}
