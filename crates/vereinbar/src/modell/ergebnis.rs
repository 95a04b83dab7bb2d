use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Datum;

part! {
    /// # Ergebnis
    ///
    /// Was aus einem Ziel geworden ist, gemeinsam bewertet nach dem Vereinbarungszeitraum.
    ///
    /// It is entered when the Zielüberprüfung has been held; until then it is missing.
    pub struct Ergebnis {
        /// # Grad der Zielerreichung
        ///
        /// Wie weit das Ziel erreicht ist.
        pub grad: Option<Zielerreichung>,
        /// # Text der Bewertung
        ///
        /// Woran beide Seiten das Ergebnis erkennen und was daraus folgt.
        pub text: Option<String>,
        /// # Datum der Bewertung
        ///
        /// Tag der gemeinsamen Bewertung.
        pub datum: Option<Datum>,
    }
}

/// # Grad der Zielerreichung
///
/// Wie weit ein Ziel erreicht ist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Zielerreichung {
    /// # erreicht
    Erreicht,
    /// # teilweise erreicht
    TeilweiseErreicht,
    /// # nicht erreicht
    NichtErreicht,
    /// # offen
    Offen,
}

entries!(Zielerreichung);
