use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Datum;

part! {
    /// # Maßnahme
    ///
    /// Wer macht was bis wann?
    pub struct Massnahme {
        /// # Wer
        ///
        /// Wer macht es? Zum Beispiel eine Funktion oder ein Team.
        pub wer: Option<String>,
        /// # Was
        ///
        /// Was wird gemacht: die Maßnahme oder das Verfahren, möglichst konkret.
        pub was: Option<String>,
        /// # Bis
        ///
        /// Bis wann ist es gemacht?
        pub bis: Option<Datum>,
        /// # Stand
        ///
        /// Wie weit die Maßnahme ist.
        pub stand: Option<Massnahmenstand>,
        /// # Erledigt am
        ///
        /// Tag, an dem sie erledigt war.
        pub erledigt_am: Option<Datum>,
    }
}

/// # Stand der Maßnahme
///
/// Wie weit eine Maßnahme ist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Massnahmenstand {
    /// # offen
    Offen,
    /// # laufend
    Laufend,
    /// # erledigt
    Erledigt,
}

entries!(Massnahmenstand);
