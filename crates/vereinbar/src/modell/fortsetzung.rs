use super::Zeitangabe;

part! {
    /// # Fortsetzung des Qualitätsdialogs
    ///
    /// Wie die Fortsetzung des Qualitätsdialogs erfolgt.
    pub struct Fortsetzung {
        /// # Am
        ///
        /// Der Qualitätsdialog wird fortgesetzt am … Ein Tag oder eine Zeit in Worten, zum Beispiel „Herbst 2028“.
        pub am: Option<Zeitangabe>,
        /// # Einladung durch
        ///
        /// Die Einladung erfolgt durch …
        pub einladung_durch: Option<String>,
        /// # Gesprächsgrundlagen
        ///
        /// Als Gesprächsgrundlage werden herangezogen …
        #[schemars(extend("x-mehrzeilig" = true))]
        pub gespraechsgrundlagen: Vec<String>,
    }
}
