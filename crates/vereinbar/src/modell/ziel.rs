use super::{Beidseitig, Ergebnis, Kriterium, Massnahme, Zielueberpruefung};

part! {
    /// # Ziel
    ///
    /// Ein Ziel im Hinblick auf eine Verbesserung für die Leistungsberechtigten, mit dem, was beide Partner dazu vereinbaren.
    pub struct Ziel {
        /// # Ziel
        ///
        /// Welche Verbesserung für die Leistungsberechtigten soll mit der Weiterentwicklung der Leistungserbringung erreicht werden?
        #[schemars(extend("x-mehrzeilig" = true))]
        pub ziel: Option<String>,
        /// # Kriterien zur Zielerreichung
        ///
        /// Woran erkennen wir, dass das Ziel erreicht wurde?
        pub kriterien: Beidseitig<Kriterium>,
        /// # Maßnahmen und Verfahren zur Zielerreichung
        ///
        /// Wer macht was bis wann? Mit welchen Maßnahmen und Verfahren beide Partner jeweils zur Weiterentwicklung der Qualität und zur Umsetzung des Ziels beitragen.
        pub massnahmen: Beidseitig<Massnahme>,
        /// # Vereinbarungen zur Zielüberprüfung
        ///
        /// Wie und wann überprüfen wir die Zielerreichung? Mithilfe welcher Kriterien und Instrumente die Zielerreichung nach dem Vereinbarungszeitraum gemeinsam evaluiert und bewertet werden soll.
        pub zielueberpruefung: Beidseitig<Zielueberpruefung>,
        /// # Ergebnis
        ///
        /// Was aus dem Ziel geworden ist; steht nach der Zielüberprüfung fest.
        pub ergebnis: Ergebnis,
    }
}
