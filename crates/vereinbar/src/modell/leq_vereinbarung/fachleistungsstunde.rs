use crate::modell::{Betrag, Entgeltbestandteil, Zahl};

part! {
    /// # Fachleistungsstunde
    ///
    /// Das Entgelt je Fachleistungsstunde: Jahreskosten geteilt durch die Netto-Jahresarbeitszeit.
    pub struct Fachleistungsstunde {
        /// # Entgeltbestandteile
        ///
        /// Woraus sie sich zusammensetzt.
        pub bestandteile: Vec<Entgeltbestandteil>,
        /// # Jahresarbeitszeit
        ///
        /// Wie viele Stunden im Jahr geleistet werden.
        pub jahresarbeitszeit: Jahresarbeitszeit,
        /// # Betrag je Stunde
        ///
        /// Vereinbartes Entgelt; es wird mit dem berechneten verglichen.
        pub betrag: Option<Betrag>,
    }
}

part! {
    /// # Jahresarbeitszeit
    ///
    /// Von den Arbeitstagen eines Jahres zu den Stunden, die in Rechnung gestellt werden können.
    pub struct Jahresarbeitszeit {
        /// # Arbeitstage
        ///
        /// Arbeitstage eines Jahres vor Abzug.
        #[schemars(range(min = 1, max = 366))]
        pub arbeitstage: Option<u32>,
        /// # Stunden je Tag
        ///
        /// Vertragliche Arbeitszeit je Tag.
        pub stunden_je_tag: Option<Zahl>,
        /// # Allgemeine Minderzeiten
        ///
        /// Tage, an denen nicht gearbeitet wird: Urlaub, Krankheit, Feiertage.
        pub minderzeiten: Vec<Minderzeit>,
        /// # Fachliche Minderzeit in Prozent
        ///
        /// Fach- und fallspezifische Minderzeiten: Anteil an der Brutto-Jahresarbeitszeit in Prozent.
        pub fachliche_minderzeit_prozent: Option<Zahl>,
        /// # Direkte Minuten
        ///
        /// Minuten am jungen Menschen je Fachleistungsstunde. Fehlt die Angabe: 60.
        #[schemars(range(min = 1, max = 60))]
        pub direkte_minuten: Option<u32>,
    }
}

part! {
    /// # Minderzeit
    ///
    /// Tage im Jahr, an denen nicht gearbeitet wird.
    pub struct Minderzeit {
        /// # Bezeichnung
        ///
        /// Wodurch sie entsteht.
        pub bezeichnung: Option<String>,
        /// # Tage
        ///
        /// Tage im Jahr.
        pub tage: Option<Zahl>,
    }
}
