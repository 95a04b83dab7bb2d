use super::per_massstab::{Thema, Vordrucke};
use super::{
    Fortsetzung, Hilfeart, Massstab, Partei, Qualitaetsdimension, QualitaetsentwicklungsvereinbarungArt,
    Unterzeichnung, Zeitraum, Ziel,
};

agreement! {
    /// # Qualitätsentwicklungsvereinbarung
    ///
    /// Die Qualitätsentwicklungsvereinbarung dokumentiert das Ergebnis des bilateralen Qualitätsdialogs zwischen dem Jugendamt als öffentlichem Träger und einem Leistungserbringer. Pro Qualitätsdimension und -maßstab ist ein Vordruck auszufüllen.
    ///
    /// The form of the same name for ambulante Hilfen zur Erziehung. Its parts stand
    /// in the form's order; each may be missing.
    ///
    /// ```
    /// use vereinbar::modell::{Partei, Qualitaetsentwicklungsvereinbarung};
    /// let vereinbarung = Qualitaetsentwicklungsvereinbarung {
    ///     traeger: Partei { name: Some("Beispielträger Jugendhilfe gGmbH".to_owned()), ..Partei::default() },
    ///     ..Qualitaetsentwicklungsvereinbarung::default()
    /// };
    /// assert_eq!(vereinbarung.fassung.number(), 2);
    /// ```
    pub struct Qualitaetsentwicklungsvereinbarung {
        /// # Art der Vereinbarung
        ///
        /// Kennzeichen dieses Dokuments.
        pub art: QualitaetsentwicklungsvereinbarungArt,
        /// # Fassung
        ///
        /// Fassung des Datenformats. Fehlt sie, gilt die neueste.
        pub fassung: Fassung,
        /// # Aktenzeichen
        ///
        /// Aktenzeichen des Jugendamts.
        pub aktenzeichen: Option<String>,
        /// # Stand
        ///
        /// Tag, dessen Stand die Daten wiedergeben; er wird das Datum des Dokuments.
        pub stand: Option<Datum>,
        /// # Jugendamt
        ///
        /// Das Jugendamt als öffentlicher Träger.
        pub jugendamt: Partei,
        /// # Träger der freien Jugendhilfe
        ///
        /// Der Träger der freien Jugendhilfe als Leistungserbringer.
        pub traeger: Partei,
        /// # Vereinbarungszeitraum
        ///
        /// Vereinbarungszeitraum (Datum von – bis).
        pub vereinbarungszeitraum: Zeitraum,
        /// # Angebot
        ///
        /// Das Angebot des Trägers, für das die Vereinbarung gilt, wo sie nicht für alle gilt.
        pub angebot: Option<String>,
        /// # Hilfearten
        ///
        /// Die ambulanten Hilfen zur Erziehung, für die die Vereinbarung gilt, wo sie nicht für alle gilt.
        pub hilfearten: Vec<Hilfeart>,
        /// # Qualitätsdimensionen
        ///
        /// Welche zentrale Dimension von Qualität soll weiter entwickelt werden? Pro Qualitätsdimension ist ein Vordruck auszufüllen.
        pub qualitaetsdimensionen: Vec<Qualitaetsdimension>,
        /// # Grundsätze und Maßstäbe
        ///
        /// Welche Grundsätze und Maßstäbe der Qualität werden bearbeitet? Hier ist zu vermerken, auf welche fachlichen Leitlinien bzw. auf welche konkreten Qualitätskriterien von Ergebnis-, Prozess- und Strukturqualität sich die Maßnahmen zur Qualitätsentwicklung beziehen.
        pub grundsaetze_und_massstaebe: Vec<Massstab>,
        /// # Ziele
        ///
        /// Empfohlen wird, die Ziele, Maßnahmen und Auswertungsverfahren zur Qualitätsentwicklung möglichst konkret miteinander zu vereinbaren und sich lieber auf wenige detaillierte als auf mehrere, aber weniger spezifizierte Zielsetzungen zu verständigen.
        pub ziele: Vec<Ziel>,
        /// # Fortsetzung des Qualitätsdialogs
        ///
        /// Wie die Fortsetzung des Qualitätsdialogs erfolgt.
        pub fortsetzung: Fortsetzung,
        /// # Unterzeichnung
        ///
        /// Ort, Datum und Unterschriften beider Seiten.
        pub unterzeichnung: Unterzeichnung,
    }
}

impl Vordrucke for Qualitaetsentwicklungsvereinbarung {
    fn thema(&mut self) -> Option<Thema<'_>> {
        Some(Thema::new(&mut self.qualitaetsdimensionen, &mut self.grundsaetze_und_massstaebe))
    }

    fn set_ziele(&mut self, ziele: Vec<Ziel>) {
        self.ziele = ziele;
    }
}
