use crate::modell::{Betrag, Entgeltbestandteil, Entgeltschritt, Zahl};

part! {
    /// # Pauschale
    ///
    /// Ein Betrag je Monat und der Betrag je Tag, der daraus folgt, oder umgekehrt.
    pub struct Pauschale {
        /// # Bezeichnung
        ///
        /// Wofür sie gilt, zum Beispiel eine Fallgruppe.
        pub bezeichnung: Option<String>,
        /// # Betrag je Monat
        ///
        /// Betrag je Monat in Euro. Fehlt er: Betrag je Tag mal Tage je Monat.
        pub betrag: Option<Betrag>,
        /// # Tage je Monat
        ///
        /// Mit wie vielen Tagen ein Monat gerechnet wird. Fehlt die Angabe, 30.4.
        pub tage_je_monat: Option<Zahl>,
        /// # Betrag je Tag
        ///
        /// Vereinbarter Betrag je Tag. Ist auch der Betrag je Monat vereinbart, wird er mit dem berechneten verglichen.
        pub betrag_je_tag: Option<Betrag>,
        /// # Schritte
        ///
        /// Ab wann sich der Betrag je Monat ändert.
        pub schritte: Vec<Entgeltschritt>,
    }
}

part! {
    /// # Jahresbudget
    ///
    /// Das Entgelt für ein ganzes Jahr, in Raten gezahlt: die Kosten nach Abzug, ungeteilt.
    pub struct Jahresbudget {
        /// # Entgeltbestandteile
        ///
        /// Woraus es sich zusammensetzt.
        pub bestandteile: Vec<Entgeltbestandteil>,
        /// # Betrag je Jahr
        ///
        /// Vereinbarter Betrag; er wird mit dem berechneten verglichen. Ohne Bestandteile gilt er selbst.
        pub betrag: Option<Betrag>,
        /// # Raten
        ///
        /// In wie vielen gleichen Raten es im Jahr gezahlt wird.
        #[schemars(range(min = 1, max = 12))]
        pub raten: Option<u32>,
        /// # Schritte
        ///
        /// Ab wann sich das Entgelt ändert.
        pub schritte: Vec<Entgeltschritt>,
    }
}
