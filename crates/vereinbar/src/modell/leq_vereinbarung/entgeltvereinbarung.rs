use crate::modell::{Betrag, Datum, Fachleistungsstunde, Rundung, Tagessatz, Zahl, Zeitraum};

part! {
    /// # Entgeltvereinbarung
    ///
    /// Teil III: differenzierte Entgelte für das Leistungsangebot und die betriebsnotwendigen Investitionen. Grundlage der Entgelte sind die in der Leistungs- und der Qualitätsentwicklungsvereinbarung festgelegten Leistungs- und Qualitätsmerkmale.
    ///
    /// Stated amounts are compared with those that [`calculate`](crate::calculate) finds.
    pub struct Entgeltvereinbarung {
        /// # Vereinbarung vom
        ///
        /// Tag, an dem die Entgeltvereinbarung geschlossen ist, wenn es nicht der Tag dieser Vereinbarung ist.
        pub vom: Option<Datum>,
        /// # Vereinbarungszeitraum
        ///
        /// Der zukünftige Zeitraum, für den die Entgelte gelten.
        pub zeitraum: Zeitraum,
        /// # Bezug
        ///
        /// Die Leistungs- und die Qualitätsentwicklungsvereinbarung, wenn sie nicht Teil dieses Dokuments sind.
        pub bezug: Bezug,
        /// # Tagessatz
        ///
        /// Das Entgelt je Platz und Tag.
        pub tagessatz: Tagessatz,
        /// # Fachleistungsstunde
        ///
        /// Das Entgelt je Fachleistungsstunde.
        pub fachleistungsstunde: Fachleistungsstunde,
        /// # Pauschalen
        ///
        /// Monatspauschalen, mit dem Betrag je Tag.
        pub pauschalen: Vec<Pauschale>,
        /// # Rundung
        ///
        /// Wie gerundet wird. Fehlt sie: auf zwei Stellen, kaufmännisch, jeder Bestandteil einmal am Ende.
        pub rundung: Rundung,
        /// # Öffentliche Förderungen
        ///
        /// Förderungen der betriebsnotwendigen Anlagen aus öffentlichen Mitteln. Sie sind anzurechnen.
        pub oeffentliche_foerderungen: Vec<Foerderung>,
        /// # Investitionszustimmungen
        ///
        /// Zustimmungen des zuständigen öffentlichen Trägers zu Investitionsmaßnahmen.
        pub investitionszustimmungen: Vec<Investitionszustimmung>,
        /// # Abwesenheit
        ///
        /// Was bei Abwesenheit des jungen Menschen gezahlt wird.
        pub abwesenheit: Abwesenheit,
        /// # Nebenleistungen
        ///
        /// Leistungen neben dem Entgelt, zum Beispiel Barbetrag und Bekleidung.
        pub nebenleistungen: Vec<String>,
        /// # Anpassung des Entgelts
        ///
        /// Wie das Entgelt an Leistung und Qualitätsentwicklung und an unvorhersehbare Veränderungen angepasst wird.
        pub anpassung: Option<String>,
        /// # Abrechnung
        ///
        /// Wie abgerechnet und gezahlt wird.
        pub abrechnung: Option<String>,
    }
}

part! {
    /// # Bezug
    ///
    /// Vereinbarungen, auf denen das Entgelt beruht, wenn sie nicht Teil dieses Dokuments sind.
    pub struct Bezug {
        /// # Leistungsvereinbarung vom
        ///
        /// Tag der Leistungsvereinbarung.
        pub leistungsvereinbarung_vom: Option<Datum>,
        /// # Qualitätsentwicklungsvereinbarung vom
        ///
        /// Tag der Qualitätsentwicklungsvereinbarung.
        pub qualitaetsentwicklungsvereinbarung_vom: Option<Datum>,
    }
}

part! {
    /// # Pauschale
    ///
    /// Eine Monatspauschale und der Betrag, der daraus je Tag folgt.
    pub struct Pauschale {
        /// # Bezeichnung
        ///
        /// Wofür sie gilt, zum Beispiel eine Fallgruppe.
        pub bezeichnung: Option<String>,
        /// # Betrag je Monat
        ///
        /// Betrag je Monat in Euro.
        pub betrag: Option<Betrag>,
        /// # Tage je Monat
        ///
        /// Durch wie viele Tage geteilt wird. Fehlt die Angabe, 30.4.
        pub tage_je_monat: Option<Zahl>,
        /// # Betrag je Tag
        ///
        /// Vereinbarter Betrag je Tag; er wird mit dem berechneten verglichen.
        pub betrag_je_tag: Option<Betrag>,
    }
}

part! {
    /// # Öffentliche Förderung
    ///
    /// Eine Förderung aus öffentlichen Mitteln.
    pub struct Foerderung {
        /// # Bezeichnung
        ///
        /// Wer was fördert.
        pub bezeichnung: Option<String>,
        /// # Betrag je Jahr
        ///
        /// Anrechenbarer Betrag je Jahr in Euro.
        pub betrag: Option<Betrag>,
    }
}

part! {
    /// # Zustimmung zu einer Investition
    ///
    /// Die Zustimmung des zuständigen öffentlichen Trägers zu einer Investitionsmaßnahme.
    pub struct Investitionszustimmung {
        /// # Maßnahme
        ///
        /// Worum es geht.
        pub massnahme: Option<String>,
        /// # Am
        ///
        /// Tag der Zustimmung.
        pub am: Option<Datum>,
    }
}

part! {
    /// # Abwesenheit
    ///
    /// Was bei Abwesenheit des jungen Menschen gezahlt wird.
    pub struct Abwesenheit {
        /// # Länger als Tage
        ///
        /// Erst wenn die Abwesenheit länger als so viele Tage dauert, gilt das verminderte Entgelt.
        #[schemars(range(min = 1, max = 365))]
        pub laenger_als_tage: Option<u32>,
        /// # Ab Tag
        ///
        /// Ab dem wievielten Tag der Abwesenheit das verminderte Entgelt dann gilt.
        #[schemars(range(min = 1, max = 365))]
        pub ab_tag: Option<u32>,
        /// # Prozent
        ///
        /// Wie viel Prozent des Entgelts dann gezahlt werden.
        pub prozent: Option<Zahl>,
        /// # Höchstens Tage
        ///
        /// Für wie viele Tage im Kalenderjahr höchstens.
        #[schemars(range(min = 1, max = 366))]
        pub hoechstens_tage: Option<u32>,
        /// # Regelung
        ///
        /// Was dazu sonst vereinbart ist.
        pub regelung: Option<String>,
    }
}
