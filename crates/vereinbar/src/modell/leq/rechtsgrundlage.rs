use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::modell::Datum;

/// # Rechtsgrundlage
///
/// Worauf eine Vereinbarung zwischen öffentlichem Träger und Leistungserbringer beruht.
///
/// The rules that are checked depend on it: §§ 78a to 78g bind only where § 78b applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Rechtsgrundlage {
    /// # § 77 SGB VIII
    ///
    /// Vereinbarungen über Kostenübernahme und Qualitätsentwicklung bei ambulanten Leistungen.
    #[serde(rename = "sgb_viii_77")]
    SgbViii77,
    /// # § 78b SGB VIII
    ///
    /// Leistungs-, Entgelt- und Qualitätsentwicklungsvereinbarung für teilstationäre und stationäre Leistungen.
    #[serde(rename = "sgb_viii_78b")]
    SgbViii78b,
}

/// # Abschließende Stelle
///
/// Wer auf der öffentlichen Seite abschließt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum OeffentlicheStelle {
    /// # Jugendamt
    Jugendamt,
    /// # Kommission
    ///
    /// Kommission nach § 78e Abs. 3 SGB VIII.
    Kommission,
    /// # Landesbehörde
    Landesbehoerde,
}

entries!(OeffentlicheStelle, Rechtsgrundlage);

part! {
    /// # Rahmenvertrag
    ///
    /// Ein Rahmenvertrag des Landes nach § 78f SGB VIII.
    pub struct Rahmenvertrag {
        /// # Bezeichnung
        ///
        /// Name des Rahmenvertrags.
        pub bezeichnung: Option<String>,
        /// # Stand
        ///
        /// Tag, dessen Fassung gilt.
        pub stand: Option<Datum>,
        /// # Beigetreten
        ///
        /// Ob der Träger dem Rahmenvertrag beigetreten ist.
        pub beigetreten: Option<bool>,
    }
}

part! {
    /// # Schiedsstelle
    ///
    /// Angaben zum Verfahren vor der Schiedsstelle nach § 78g SGB VIII.
    pub struct Schiedsstelle {
        /// # Eingang des Antrags
        ///
        /// Tag, an dem der Antrag bei der Schiedsstelle eingegangen ist.
        pub antrag_eingang: Option<Datum>,
        /// # Entscheidung am
        ///
        /// Tag der Entscheidung.
        pub entscheidung_am: Option<Datum>,
    }
}
