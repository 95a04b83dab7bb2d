use schemars::JsonSchema;
use serde::Deserialize;

part! {
    /// # Rundung
    ///
    /// Wie Entgelte gerundet werden.
    pub struct Rundung {
        /// # Stellen
        ///
        /// Auf wie viele Nachkommastellen. Fehlt die Angabe: 2.
        #[schemars(range(min = 0, max = 2))]
        pub stellen: Option<u32>,
        /// # Modus
        ///
        /// Wie gerundet wird. Fehlt die Angabe: kaufmännisch.
        pub modus: Option<Rundungsmodus>,
        /// # Zeitpunkt
        ///
        /// Was gerundet wird. Fehlt die Angabe: jeder Bestandteil.
        pub zeitpunkt: Option<Rundungszeitpunkt>,
    }
}

codes! {
    /// # Modus der Rundung
    ///
    /// Wie gerundet wird.
    #[derive(Deserialize, JsonSchema)]
    #[non_exhaustive]
    pub enum Rundungsmodus, "Diesen Modus der Rundung gibt es nicht." {
        /// Ab der Hälfte wird aufgerundet.
        Kaufmaennisch: "kaufmaennisch", "kaufmännisch";
        /// Immer zur nächsthöheren Stelle.
        Aufrunden: "aufrunden", "aufrunden";
    }
}

codes! {
    /// # Zeitpunkt der Rundung
    ///
    /// Was gerundet wird.
    #[derive(Deserialize, JsonSchema)]
    #[non_exhaustive]
    pub enum Rundungszeitpunkt, "Diesen Zeitpunkt der Rundung gibt es nicht." {
        /// Jeder Bestandteil einmal am Ende; die Summe ist die der gerundeten Beträge.
        JeBestandteil: "je_bestandteil", "je Bestandteil";
        /// Nur die Summe, auch aus vereinbarten Bestandteilen; berechnete Bestandteile werden für den Druck gerundet.
        Gesamt: "gesamt", "gesamt";
    }
}

entries!(Rundungsmodus, Rundungszeitpunkt);
