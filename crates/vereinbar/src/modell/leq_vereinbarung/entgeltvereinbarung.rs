use crate::modell::{
    Betrag, Datum, Fachleistungsstunde, Jahresbudget, Pauschale, Rundung, Stundenregelung, Tagessatz, Zahl, Zeitraum,
};

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
        /// # Fachleistungsstunden
        ///
        /// Das Entgelt je Fachleistungsstunde, eines oder je Qualifikation eines.
        pub fachleistungsstunden: Vec<Fachleistungsstunde>,
        /// # Regelung zur Fachleistungsstunde
        ///
        /// Was eine Fachleistungsstunde bezahlt und wie sie gezählt wird.
        pub stundenregelung: Stundenregelung,
        /// # Pauschalen
        ///
        /// Pauschalen je Monat und je Tag.
        pub pauschalen: Vec<Pauschale>,
        /// # Jahresbudget
        ///
        /// Das Entgelt für ein ganzes Jahr.
        pub jahresbudget: Jahresbudget,
        /// # Tarifwerk
        ///
        /// Nach welchem Tarif mit welchem Stand die Personalkosten berechnet sind.
        pub tarifwerk: Option<String>,
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
        /// # Zusatzleistungen
        ///
        /// Was für Zusatzleistungen der Leistungsvereinbarung gezahlt wird, wenn es nicht als Fachleistungsstunde, Pauschale oder Bestandteil vereinbart ist.
        pub zusatzleistungen: Vec<Einzelentgelt>,
        /// # Nebenleistungen
        ///
        /// Was mit dem Entgelt nicht abgegolten ist und daneben gezahlt wird, zum Beispiel Barbetrag und Bekleidung.
        pub nebenleistungen: Vec<Einzelentgelt>,
        /// # Anpassung des Entgelts
        ///
        /// Wie das Entgelt an Leistung und Qualitätsentwicklung und an unvorhersehbare Veränderungen angepasst wird.
        #[schemars(extend("x-mehrzeilig" = true))]
        pub anpassung: Option<String>,
        /// # Fortschreibung
        ///
        /// Ob und wie das Entgelt nach dem Ende des Vereinbarungszeitraums fortgeschrieben wird.
        #[schemars(extend("x-mehrzeilig" = true))]
        pub fortschreibung: Option<String>,
        /// # Kostenübernahme
        ///
        /// Welche Zusage des Jugendamts im Einzelfall vorliegen muss, damit abgerechnet werden kann.
        #[schemars(extend("x-mehrzeilig" = true))]
        pub kostenuebernahme: Option<String>,
        /// # Abrechnung
        ///
        /// Wie abgerechnet und gezahlt wird, und ab wann eine Frist zur Zahlung läuft.
        #[schemars(extend("x-mehrzeilig" = true))]
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
    /// # Einzelentgelt
    ///
    /// Eine Leistung, die neben dem Entgelt gezahlt wird, mit ihrem Betrag oder mit der Grundlage, nach der er bestimmt wird.
    pub struct Einzelentgelt {
        /// # Bezeichnung
        ///
        /// Wofür gezahlt wird.
        pub bezeichnung: Option<String>,
        /// # Einheit
        ///
        /// Wofür der Betrag gilt, zum Beispiel „je Stunde“ oder „je Monat“.
        pub einheit: Option<String>,
        /// # Betrag
        ///
        /// Betrag je Einheit in Euro. Ohne Betrag gilt die Grundlage.
        pub betrag: Option<Betrag>,
        /// # Grundlage
        ///
        /// Wonach gezahlt wird, zum Beispiel eine Richtlinie, oder auf Nachweis.
        pub grundlage: Option<String>,
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
        #[schemars(extend("x-mehrzeilig" = true))]
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
        /// Wie viel Prozent des Tagessatzes dann gezahlt werden: des vereinbarten, sonst des berechneten.
        pub prozent: Option<Zahl>,
        /// # Höchstens Tage
        ///
        /// Für wie viele Tage im Kalenderjahr höchstens.
        #[schemars(range(min = 1, max = 366))]
        pub hoechstens_tage: Option<u32>,
        /// # Regelung
        ///
        /// Was dazu sonst vereinbart ist.
        #[schemars(extend("x-mehrzeilig" = true))]
        pub regelung: Option<String>,
    }
}
