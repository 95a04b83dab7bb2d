use crate::modell::Datum;

part! {
    /// # Anlage
    ///
    /// Ein Schriftstück, das zur Vereinbarung gehört.
    pub struct Anlage {
        /// # Nummer
        ///
        /// Nummer, unter der sie angeführt wird. Fehlt sie: der Platz in der Liste.
        pub nummer: Option<String>,
        /// # Titel
        ///
        /// Name des Schriftstücks.
        pub titel: Option<String>,
        /// # Stand
        ///
        /// Tag, dessen Fassung gilt.
        pub stand: Option<Datum>,
        /// # Verbindlich
        ///
        /// Ob sie Bestandteil der Vereinbarung ist.
        pub verbindlich: Option<bool>,
        /// # SHA-256
        ///
        /// Prüfsumme der Datei, 64 hexadezimale Ziffern.
        pub sha256: Option<String>,
    }
}
