use super::{Ags, Anschrift, Person};

part! {
    /// # Partei
    ///
    /// Eine der beiden Seiten der Vereinbarung: der öffentliche Träger oder der Träger der freien Jugendhilfe.
    ///
    /// Both sides have the same shape. The public side is usually a Jugendamt; the
    /// free side may be an association, a company, a foundation or a Verband.
    pub struct Partei {
        /// # Name
        ///
        /// Name, wie er in der Vereinbarung stehen soll.
        pub name: Option<String>,
        /// # Rechtsform
        ///
        /// Rechtsform, soweit sie nicht schon im Namen steht, zum Beispiel „eingetragener Verein“.
        pub rechtsform: Option<String>,
        /// # Amtlicher Gemeindeschlüssel
        ///
        /// Amtlicher Gemeindeschlüssel der Gebietskörperschaft: 5 Ziffern für einen Kreis, 8 Ziffern für eine Gemeinde.
        pub ags: Option<Ags>,
        /// # Anschrift
        ///
        /// Postanschrift der Partei.
        pub anschrift: Anschrift,
        /// # Vertreten durch
        ///
        /// Wer die Partei vertritt: eine oder mehrere Personen mit ihrer Funktion.
        pub vertreten_durch: Vec<Person>,
    }
}
