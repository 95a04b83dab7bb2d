part! {
    /// # Abgrenzung des Leistungs- und Gefährdungsbereiches
    ///
    /// Wo die Leistung endet und das Verfahren bei Kindeswohlgefährdung beginnt.
    pub struct Gefaehrdungsabgrenzung {
        /// # Leistungsbereich
        ///
        /// Was mit den Mitteln der Hilfe bearbeitet wird.
        #[schemars(extend("x-mehrzeilig" = true))]
        pub leistungsbereich: Option<String>,
        /// # Graubereich zwischen beiden
        ///
        /// Woran erkannt wird, dass die Hilfe nicht mehr ausreicht, und was dann geschieht.
        #[schemars(extend("x-mehrzeilig" = true))]
        pub graubereich: Option<String>,
        /// # Gefährdungsbereich
        ///
        /// Wann gewichtige Anhaltspunkte für eine Gefährdung vorliegen.
        #[schemars(extend("x-mehrzeilig" = true))]
        pub gefaehrdungsbereich: Option<String>,
        /// # Verfahren nach § 8a Abs. 4 SGB VIII
        ///
        /// Wie die Fachkräfte des Trägers bei gewichtigen Anhaltspunkten vorgehen.
        #[schemars(extend("x-vorgabe" = [
            "Die Fachkräfte des Trägers nehmen bei Bekanntwerden gewichtiger Anhaltspunkte für die Gefährdung eines von ihnen betreuten Kindes oder Jugendlichen eine Gefährdungseinschätzung vor.",
            "Bei der Gefährdungseinschätzung wird eine insoweit erfahrene Fachkraft beratend hinzugezogen.",
            "Die Erziehungsberechtigten sowie das Kind oder der Jugendliche werden in die Gefährdungseinschätzung einbezogen, soweit hierdurch der wirksame Schutz des Kindes oder Jugendlichen nicht in Frage gestellt wird.",
            "Die Fachkräfte des Trägers wirken bei den Erziehungsberechtigten auf die Inanspruchnahme von Hilfen hin, wenn sie diese für erforderlich halten.",
            "Sie informieren das Jugendamt, falls die Gefährdung nicht anders abgewendet werden kann.",
        ]))]
        #[schemars(extend("x-mehrzeilig" = true))]
        pub verfahren: Vec<String>,
        /// # Insoweit erfahrene Fachkraft
        ///
        /// Wer beratend hinzugezogen wird, und welche Kriterien für die Qualifikation gelten.
        pub insoweit_erfahrene_fachkraft: InsoweitErfahreneFachkraft,
        /// # Meldewege
        ///
        /// Wer bei welchem Anlass bis wann wem meldet.
        pub meldewege: Vec<Meldeweg>,
        /// # Rückmeldung des Jugendamts
        ///
        /// Bis wann und wie das Jugendamt auf eine Meldung antwortet.
        #[schemars(extend("x-mehrzeilig" = true))]
        pub rueckmeldung: Option<String>,
    }
}

part! {
    /// # Insoweit erfahrene Fachkraft
    ///
    /// Wer bei der Gefährdungseinschätzung beratend hinzugezogen wird, und welche Kriterien für die Qualifikation gelten.
    pub struct InsoweitErfahreneFachkraft {
        /// # Wer
        ///
        /// Wer sie stellt, und wie sie erreicht wird.
        pub wer: Option<String>,
        /// # Kriterien für die Qualifikation
        ///
        /// Welche Qualifikation sie hat.
        #[schemars(extend("x-mehrzeilig" = true))]
        pub kriterien: Vec<String>,
        /// # Schutzbedürfnisse von Kindern und Jugendlichen mit Behinderungen
        ///
        /// Wie die Kriterien den spezifischen Schutzbedürfnissen von Kindern und Jugendlichen mit Behinderungen Rechnung tragen.
        #[schemars(extend("x-vorgabe" = "Die Kriterien tragen insbesondere auch den spezifischen Schutzbedürfnissen von Kindern und Jugendlichen mit Behinderungen Rechnung."))]
        #[schemars(extend("x-mehrzeilig" = true))]
        pub schutzbeduerfnisse: Option<String>,
    }
}

part! {
    /// # Meldeweg
    ///
    /// Wer bei welchem Anlass bis wann wem meldet.
    pub struct Meldeweg {
        /// # Anlass
        ///
        /// Was gemeldet wird.
        #[schemars(extend("x-mehrzeilig" = true))]
        pub anlass: Option<String>,
        /// # Durch
        ///
        /// Wer meldet, und wer ihn vertritt.
        pub durch: Option<String>,
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
