use schemars::JsonSchema;

codes! {
    /// # Art des Dokuments
    ///
    /// Kennzeichen des Dokuments: „auswertung“.
    #[derive(Default, JsonSchema)]
    #[schemars(inline)]
    pub enum AuswertungArt, "Das ist keine Auswertung." {
        #[default]
        Auswertung: "auswertung", "Auswertung";
    }
}
