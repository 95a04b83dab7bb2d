use super::{Datum, Filled as _, Seite};

part! {
    /// # Unterzeichnung
    ///
    /// Ort, Datum, und wer für beide Seiten unterzeichnet.
    pub struct Unterzeichnung {
        /// # Ort
        ///
        /// Ort der Unterzeichnung für alle, bei denen kein eigener steht.
        pub ort: Option<String>,
        /// # Datum
        ///
        /// Tag der Unterzeichnung für alle, bei denen kein eigener steht.
        pub datum: Option<Datum>,
        /// # Öffentlicher Träger
        ///
        /// Wer für den öffentlichen Jugendhilfeträger unterzeichnet, eine oder mehrere Personen.
        pub oeffentlicher_traeger: Vec<Unterzeichnende>,
        /// # Freier Träger
        ///
        /// Wer für den Träger der freien Jugendhilfe unterzeichnet, eine oder mehrere Personen.
        pub freier_traeger: Vec<Unterzeichnende>,
    }
}

part! {
    /// # Unterzeichnende Person
    ///
    /// Wer unterzeichnet, und wo und wann, wenn es nicht dort und dann ist, wo alle unterzeichnen.
    pub struct Unterzeichnende {
        /// # Name
        ///
        /// Vor- und Nachname.
        pub name: Option<String>,
        /// # Funktion
        ///
        /// Funktion, in der die Person unterzeichnet, zum Beispiel „Jugendamtsleitung“ oder „Geschäftsführung“.
        pub funktion: Option<String>,
        /// # Ort
        ///
        /// Ort, an dem sie unterzeichnet. Fehlt er, gilt der Ort der Unterzeichnung.
        pub ort: Option<String>,
        /// # Datum
        ///
        /// Tag, an dem sie unterzeichnet. Fehlt er, gilt das Datum der Unterzeichnung.
        pub datum: Option<Datum>,
    }
}

impl Unterzeichnung {
    /// Who signs for one side.
    #[must_use]
    pub fn seite(&self, seite: Seite) -> &[Unterzeichnende] {
        match seite {
            Seite::OeffentlicherTraeger => &self.oeffentlicher_traeger,
            Seite::FreierTraeger => &self.freier_traeger,
        }
    }

    /// The days of all signatures, one for each that is still open as `None`: of a side
    /// that names nobody it is the common day.
    fn tage(&self) -> impl Iterator<Item = Option<Datum>> {
        Seite::ALL.iter().flat_map(|&seite| {
            let mut tage: Vec<_> = self
                .seite(seite)
                .iter()
                .filter(|person| person.is_filled())
                .map(|person| person.datum.or(self.datum))
                .collect();
            if tage.is_empty() {
                tage.push(self.datum);
            }
            tage
        })
    }

    /// The day of conclusion: the latest of the signatures. `None` while one of them
    /// has no day.
    ///
    /// ```
    /// use vereinbar::modell::{Datum, Unterzeichnende, Unterzeichnung};
    /// let tag = |day| Datum::from_ymd(2026, 12, day);
    /// let mut unterzeichnung = Unterzeichnung {
    ///     freier_traeger: vec![Unterzeichnende { datum: tag(3), ..Unterzeichnende::default() }],
    ///     ..Unterzeichnung::default()
    /// };
    /// assert_eq!((unterzeichnung.abschluss(), unterzeichnung.letzter_tag()), (None, tag(3)));
    /// unterzeichnung.datum = tag(1);
    /// assert_eq!(unterzeichnung.abschluss(), tag(3));
    /// ```
    #[must_use]
    pub fn abschluss(&self) -> Option<Datum> {
        self.tage().try_fold(None, |latest, tag| tag.map(|tag| latest.max(Some(tag))))?
    }

    /// The latest day of a signature that is known, whether or not others are open: the
    /// agreement is concluded no earlier.
    #[must_use]
    pub fn letzter_tag(&self) -> Option<Datum> {
        self.tage().flatten().max()
    }
}
