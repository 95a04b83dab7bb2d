use crate::modell::per_massstab::{PerMassstab, Thema};
use crate::modell::{
    Anlage, Datum, Einrichtung, Entgeltvereinbarung, Hauptbeleger, Leistungsangebot, Leistungsvereinbarung,
    LeqVereinbarungArt, OeffentlicheStelle, Partei, Qualitaetsentwicklung, Rahmenvertrag, Rechtsgrundlage,
    Schiedsstelle, Schlussbestimmungen, Unterzeichnung, Vorgaenger,
};

agreement! {
    /// # Leistungs-, Qualitätsentwicklungs- und Entgeltvereinbarung
    ///
    /// Die Vereinbarung zwischen dem öffentlichen Träger und dem Träger einer Einrichtung in drei Teilen und ihren Anlagen: Leistungsvereinbarung, Qualitätsentwicklungsvereinbarung, Entgeltvereinbarung. Das Entgelt steht am Ende; es folgt aus den beiden anderen Teilen.
    ///
    /// Its parts stand in the contract's order; each may be missing.
    ///
    /// ```
    /// use vereinbar::modell::{LeqVereinbarung, Rechtsgrundlage};
    /// let vereinbarung = LeqVereinbarung {
    ///     rechtsgrundlagen: vec![Rechtsgrundlage::SgbViii78b],
    ///     ..LeqVereinbarung::default()
    /// };
    /// assert_eq!(vereinbarung.fassung.number(), 2);
    /// ```
    pub struct LeqVereinbarung {
        /// # Art der Vereinbarung
        ///
        /// Kennzeichen dieses Dokuments.
        pub art: LeqVereinbarungArt,
        /// # Fassung
        ///
        /// Fassung des Datenformats. Fehlt sie, gilt die neueste.
        pub fassung: Fassung,
        /// # Aktenzeichen
        ///
        /// Aktenzeichen oder Vertragsnummer; steht auf jeder Seite.
        pub aktenzeichen: Option<String>,
        /// # Stand
        ///
        /// Tag, dessen Stand die Daten wiedergeben; er wird das Datum des Dokuments.
        pub stand: Option<Datum>,
        /// # Rechtsgrundlagen
        ///
        /// Worauf die Vereinbarung beruht: § 77, § 78b SGB VIII oder beide, wenn sie ambulante und stationäre Leistungen regelt. Danach richtet sich, was geprüft und gedruckt wird.
        pub rechtsgrundlagen: Vec<Rechtsgrundlage>,
        /// # Wirksam ab
        ///
        /// Tag, zu dem die Vereinbarung in Kraft tritt.
        pub wirksam_ab: Option<Datum>,
        /// # Öffentliche Stelle
        ///
        /// Wer auf der öffentlichen Seite abschließt.
        pub oeffentliche_stelle: Option<OeffentlicheStelle>,
        /// # Öffentlicher Träger
        ///
        /// Der öffentliche Träger der Jugendhilfe: Jugendamt, Kommission oder Landesbehörde.
        pub oeffentlicher_traeger: Partei,
        /// # Träger der Einrichtung
        ///
        /// Der Träger der freien Jugendhilfe oder ein anderer Träger, dessen Einrichtung die Leistung erbringt.
        pub traeger: Partei,
        /// # Verband
        ///
        /// Der Verband, wenn er die Vereinbarung für den Träger schließt.
        pub verband: Partei,
        /// # Vorgänger
        ///
        /// Die Vereinbarung, an deren Stelle diese tritt oder die sie ändert.
        pub vorgaenger: Vorgaenger,
        /// # Rahmenvertrag
        ///
        /// Ein Rahmenvertrag des Landes, auf den sich die Vereinbarung bezieht.
        pub rahmenvertrag: Rahmenvertrag,
        /// # Hauptbeleger
        ///
        /// Ein anderer örtlicher Träger, der die Einrichtung überwiegend belegt und deshalb zu hören ist.
        pub hauptbeleger: Hauptbeleger,
        /// # Verhandlungsaufforderung am
        ///
        /// Tag, an dem eine Partei die andere schriftlich zu Verhandlungen aufgefordert hat. Er wird nur gedruckt, wenn die Schiedsstelle angerufen ist.
        pub verhandlungsaufforderung_am: Option<Datum>,
        /// # Schiedsstelle
        ///
        /// Angaben, wenn die Schiedsstelle angerufen ist.
        pub schiedsstelle: Schiedsstelle,
        /// # Präambel
        ///
        /// Was die Parteien der Vereinbarung voranstellen, ein Absatz je Eintrag.
        #[schemars(extend("x-mehrzeilig" = true))]
        pub praeambel: Vec<String>,
        /// # Ziel der Vereinbarung
        ///
        /// Was die Parteien mit der Vereinbarung erreichen wollen. Fehlt der Text, steht dort der Satz, mit dem die dreiteilige Vereinbarung eingeführt wurde.
        pub ziel: Option<String>,
        /// # Einrichtung
        ///
        /// Die Einrichtung oder der Dienst, um dessen Leistung es geht.
        pub einrichtung: Einrichtung,
        /// # Leistungsangebot
        ///
        /// Das Angebot, für das die Vereinbarung gilt, mit Gruppen und Plätzen.
        pub leistungsangebot: Leistungsangebot,
        /// # Teil I: Leistungsvereinbarung
        ///
        /// Inhalt, Umfang und Qualität des Leistungsangebots.
        pub leistungsvereinbarung: Leistungsvereinbarung,
        /// # Teil II: Qualitätsentwicklungsvereinbarung
        ///
        /// Grundsätze und Maßstäbe für die Bewertung der Qualität, und Maßnahmen zu ihrer Gewährleistung.
        pub qualitaetsentwicklungsvereinbarung: Qualitaetsentwicklung,
        /// # Teil III: Entgeltvereinbarung
        ///
        /// Differenzierte Entgelte für das Leistungsangebot und die betriebsnotwendigen Investitionen.
        pub entgeltvereinbarung: Entgeltvereinbarung,
        /// # Schlussbestimmungen
        ///
        /// Kündigung und weitere Bestimmungen.
        pub schlussbestimmungen: Schlussbestimmungen,
        /// # Anlagen
        ///
        /// Die Anlagen der Vereinbarung. Kalkulation und Vordrucke zur Qualitätsentwicklung kommen von selbst hinzu.
        pub anlagen: Vec<Anlage>,
        /// # Kalkulation verbindlich
        ///
        /// Ob die Kalkulation (Anlage K) Bestandteil der Vereinbarung ist. Fehlt die Angabe: ja; sonst steht sie zur Erläuterung da.
        pub kalkulation_verbindlich: Option<bool>,
        /// # Unterzeichnung
        ///
        /// Ort, Datum und Unterschriften beider Seiten.
        pub unterzeichnung: Unterzeichnung,
    }
}

impl LeqVereinbarung {
    /// Whether the agreement rests on this provision, alone or with others.
    #[must_use]
    pub fn beruht_auf(&self, rechtsgrundlage: Rechtsgrundlage) -> bool {
        self.rechtsgrundlagen.contains(&rechtsgrundlage)
    }
}

/// Its Vordrucke are a list in Part II.
impl PerMassstab for LeqVereinbarung {
    fn thema(&mut self) -> Option<Thema<'_>> {
        None
    }
}
