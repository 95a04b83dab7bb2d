part! {
    /// # Abgrenzung des Leistungs- und Gefährdungsbereiches
    ///
    /// Wo die Leistung endet und das Verfahren bei Kindeswohlgefährdung beginnt.
    pub struct Gefaehrdungsabgrenzung {
        /// # Leistungsbereich
        ///
        /// Was mit den Mitteln der Hilfe bearbeitet wird.
        pub leistungsbereich: Option<String>,
        /// # Graubereich zwischen beiden
        ///
        /// Woran erkannt wird, dass die Hilfe nicht mehr ausreicht, und was dann geschieht.
        pub graubereich: Option<String>,
        /// # Gefährdungsbereich
        ///
        /// Wann gewichtige Anhaltspunkte für eine Gefährdung vorliegen.
        pub gefaehrdungsbereich: Option<String>,
        /// # Verfahren nach § 8a Abs. 4 SGB VIII
        ///
        /// Wie die Fachkräfte des Trägers bei gewichtigen Anhaltspunkten vorgehen.
        pub verfahren: Vec<String>,
        /// # Insoweit erfahrene Fachkraft
        ///
        /// Wer beratend hinzugezogen wird, und mit welcher Qualifikation.
        pub fachkraft: Option<String>,
        /// # Meldewege
        ///
        /// Wer wann wem was meldet.
        pub meldewege: Vec<Meldeweg>,
    }
}

part! {
    /// # Meldeweg
    ///
    /// Wer bei welchem Anlass bis wann informiert wird.
    pub struct Meldeweg {
        /// # Anlass
        ///
        /// Was gemeldet wird.
        pub anlass: Option<String>,
        /// # An
        ///
        /// Wer die Meldung erhält.
        pub an: Option<String>,
        /// # Frist
        ///
        /// Bis wann gemeldet wird.
        pub frist: Option<String>,
    }
}
