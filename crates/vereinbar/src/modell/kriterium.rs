use super::{Datum, Zahl};

part! {
    /// # Kriterium
    ///
    /// Woran erkennen wir, dass das Ziel erreicht wurde?
    pub struct Kriterium {
        /// # Woran
        ///
        /// Woran zu erkennen ist, dass das Ziel erreicht wurde.
        #[schemars(extend("x-mehrzeilig" = true))]
        pub woran: Option<String>,
        /// # Indikator
        ///
        /// Die Zahl, an der das Kriterium gemessen wird, wo es eine gibt.
        pub indikator: Indikator,
    }
}

part! {
    /// # Indikator
    ///
    /// Eine Zahl, an der ein Kriterium gemessen wird: wo sie steht, wohin sie soll, was gemessen wurde.
    pub struct Indikator {
        /// # Einheit
        ///
        /// Worin die Zahlen gemessen werden, zum Beispiel „%“ oder „Tage“.
        pub einheit: Option<String>,
        /// # Ausgangswert
        ///
        /// Die Zahl zu Beginn des Vereinbarungszeitraums.
        pub ausgangswert: Option<Zahl>,
        /// # Zielwert
        ///
        /// Die Zahl, bei der das Kriterium erfüllt ist.
        pub zielwert: Option<Zahl>,
        /// # Istwert
        ///
        /// Die Zahl, die bei der Zielüberprüfung gemessen wurde.
        pub istwert: Option<Zahl>,
        /// # Quelle
        ///
        /// Woher die Zahlen stammen, zum Beispiel „Aktenstichprobe“.
        pub quelle: Option<String>,
        /// # Stichtag
        ///
        /// Tag, dessen Stand der Istwert wiedergibt.
        pub stichtag: Option<Datum>,
    }
}
