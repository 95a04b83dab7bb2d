use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

part! {
    /// # Schritt des Hilfeprozesses
    ///
    /// Was in einer Phase des Hilfeprozesses geschieht, durch wen und bis wann.
    pub struct Prozessschritt {
        /// # Phase
        ///
        /// Phase des Hilfeprozesses.
        pub phase: Option<Prozessphase>,
        /// # Schritte
        ///
        /// Was geschieht.
        pub schritte: Vec<String>,
        /// # Zuständig
        ///
        /// Wer dafür zuständig ist.
        pub zustaendig: Option<String>,
        /// # Frist
        ///
        /// Bis wann es geschieht.
        pub frist: Option<String>,
    }
}

/// # Phase des Hilfeprozesses
///
/// Die Phasen des Hilfeprozesses in ihrer Reihenfolge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Prozessphase {
    /// # Anfrage
    Anfrage,
    /// # Vorstellung und Aufnahme
    Aufnahme,
    /// # Hilfeplanung
    Hilfeplanung,
    /// # Erziehungsplanung
    Erziehungsplanung,
    /// # Berichte
    Berichte,
    /// # Fortschreibung des Hilfeplans
    Fortschreibung,
    /// # Krise
    Krise,
    /// # Beendigung
    Beendigung,
    /// # Nachbetreuung
    Nachbetreuung,
}

entries!(Prozessphase);
