use super::{Datum, Person, Seite};

part! {
    /// # Unterzeichnung
    ///
    /// Ort, Datum, und wer für beide Seiten unterzeichnet.
    pub struct Unterzeichnung {
        /// # Ort
        ///
        /// Ort der Unterzeichnung.
        pub ort: Option<String>,
        /// # Datum
        ///
        /// Tag der Unterzeichnung.
        pub datum: Option<Datum>,
        /// # Öffentlicher Träger
        ///
        /// Wer für den öffentlichen Jugendhilfeträger unterzeichnet, eine oder mehrere Personen.
        pub oeffentlicher_traeger: Vec<Person>,
        /// # Freier Träger
        ///
        /// Wer für den Träger der freien Jugendhilfe unterzeichnet, eine oder mehrere Personen.
        pub freier_traeger: Vec<Person>,
    }
}

impl Unterzeichnung {
    /// Who signs for one side.
    #[must_use]
    pub fn seite(&self, seite: Seite) -> &[Person] {
        match seite {
            Seite::OeffentlicherTraeger => &self.oeffentlicher_traeger,
            Seite::FreierTraeger => &self.freier_traeger,
        }
    }
}
