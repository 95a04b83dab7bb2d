use super::Zeitangabe;

part! {
    /// # Vereinbarung zur Zielüberprüfung
    ///
    /// Wie und wann überprüfen wir die Zielerreichung?
    pub struct Zielueberpruefung {
        /// # Wie
        ///
        /// Mit welchem Instrument oder Verfahren die Zielerreichung überprüft wird.
        #[schemars(extend("x-mehrzeilig" = true))]
        pub wie: Option<String>,
        /// # Wann
        ///
        /// Wann die Zielerreichung überprüft wird: ein Tag oder ein Zeitraum in Worten, zum Beispiel „November 2027 und November 2028“.
        pub wann: Option<Zeitangabe>,
    }
}
