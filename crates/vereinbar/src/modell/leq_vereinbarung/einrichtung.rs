use crate::modell::{Ags, Anschrift, Datum};

part! {
    /// # Einrichtung
    ///
    /// Die Einrichtung oder der Dienst, in dem die Leistung erbracht wird.
    pub struct Einrichtung {
        /// # Name
        ///
        /// Name der Einrichtung.
        pub name: Option<String>,
        /// # Amtlicher Gemeindeschlüssel
        ///
        /// Amtlicher Gemeindeschlüssel des Ortes, an dem die Einrichtung liegt.
        pub ags: Option<Ags>,
        /// # Anschrift
        ///
        /// Ort der Leistungserbringung.
        pub anschrift: Anschrift,
        /// # Betriebserlaubnis
        ///
        /// Die Betriebserlaubnis nach § 45 SGB VIII.
        pub betriebserlaubnis: Betriebserlaubnis,
        /// # Anderweitig vereinbarte Plätze
        ///
        /// Plätze derselben Betriebserlaubnis, die in anderen Vereinbarungen stehen.
        #[schemars(range(min = 0, max = 10000))]
        pub anderweitig_vereinbarte_plaetze: Option<u32>,
    }
}

part! {
    /// # Betriebserlaubnis
    ///
    /// Die Betriebserlaubnis der Einrichtung nach § 45 SGB VIII.
    pub struct Betriebserlaubnis {
        /// # Behörde
        ///
        /// Wer sie erteilt hat.
        pub behoerde: Option<String>,
        /// # Datum
        ///
        /// Tag des Bescheids.
        pub datum: Option<Datum>,
        /// # Aktenzeichen
        ///
        /// Aktenzeichen des Bescheids.
        pub aktenzeichen: Option<String>,
        /// # Plätze
        ///
        /// Wie viele Plätze sie erlaubt.
        #[schemars(range(min = 1, max = 10000))]
        pub plaetze: Option<u32>,
        /// # Auflagen
        ///
        /// Auflagen und andere Nebenbestimmungen des Bescheids, die bei der Leistung zu beachten sind.
        #[schemars(extend("x-mehrzeilig" = true))]
        pub auflagen: Vec<String>,
    }
}
