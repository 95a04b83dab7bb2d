use super::Plz;

part! {
    /// # Anschrift
    ///
    /// Postanschrift einer Partei.
    pub struct Anschrift {
        /// # Straße und Hausnummer
        ///
        /// Straße mit Hausnummer, oder Postfach.
        pub strasse: Option<String>,
        /// # Zusatz
        ///
        /// Weitere Zeile der Anschrift, zum Beispiel Gebäude oder Abteilung.
        pub zusatz: Option<String>,
        /// # Postleitzahl
        ///
        /// Postleitzahl, als Text mit fünf Ziffern.
        pub plz: Option<Plz>,
        /// # Ort
        ///
        /// Name des Ortes.
        pub ort: Option<String>,
    }
}
