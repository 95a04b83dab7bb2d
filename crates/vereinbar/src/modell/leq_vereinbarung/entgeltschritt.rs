use crate::modell::{Betrag, Datum, Zahl};

part! {
    /// # Schritt des Entgelts
    ///
    /// Eine Änderung des Entgelts, die schon vereinbart ist: ab einem Tag ein anderer Betrag, oder um so viel Prozent mehr.
    pub struct Entgeltschritt {
        /// # Ab
        ///
        /// Der Tag, ab dem der neue Betrag gilt.
        pub ab: Option<Datum>,
        /// # Prozent
        ///
        /// Um wie viel Prozent das Entgelt gegenüber dem steigt, das bis dahin gilt. Betriebsnotwendige Investitionen steigen nicht mit.
        pub prozent: Option<Zahl>,
        /// # Betrag
        ///
        /// Der neue Betrag in Euro. Ist auch der Prozentsatz vereinbart, wird er mit dem berechneten verglichen.
        pub betrag: Option<Betrag>,
        /// # Grundlage
        ///
        /// Worauf der Schritt beruht, zum Beispiel ein Tarifabschluss.
        pub grundlage: Option<String>,
    }
}
