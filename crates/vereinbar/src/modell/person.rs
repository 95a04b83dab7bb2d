part! {
    /// # Person
    ///
    /// Eine Person, die für eine Partei handelt oder unterzeichnet.
    ///
    /// People appear in an agreement only as representatives and signatories.
    pub struct Person {
        /// # Name
        ///
        /// Vor- und Nachname.
        pub name: Option<String>,
        /// # Funktion
        ///
        /// Funktion, in der die Person handelt, zum Beispiel „Jugendamtsleitung“ oder „Geschäftsführung“.
        pub funktion: Option<String>,
    }
}
