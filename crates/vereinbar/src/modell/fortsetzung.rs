use super::Datum;

part! {
    /// # Fortsetzung des Qualitätsdialogs
    ///
    /// Wie die Fortsetzung des Qualitätsdialogs erfolgt.
    pub struct Fortsetzung {
        /// # Am
        ///
        /// Der Qualitätsdialog wird fortgesetzt am …
        pub am: Option<Datum>,
        /// # Einladung durch
        ///
        /// Die Einladung erfolgt durch …
        pub einladung_durch: Option<String>,
        /// # Gesprächsgrundlagen
        ///
        /// Als Gesprächsgrundlage werden herangezogen …
        pub gespraechsgrundlagen: Vec<String>,
    }
}
