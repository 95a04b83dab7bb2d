use schemars::JsonSchema;
use serde::Serialize;

use crate::modell::{Art, Datum, Massnahmenstand, Seite, Zeitraum};

/// # Gezählte Vereinbarung
///
/// Eine Vereinbarung der Auswertung mit ihrer Nummer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct VereinbarungEintrag {
    /// # Nr.
    ///
    /// Die Nummer, unter der sie in dieser Auswertung steht, von 1 an.
    pub nr: u32,
    /// # Art der Vereinbarung
    ///
    /// Welches Formular sie füllt.
    pub art: Art,
    /// # Aktenzeichen
    ///
    /// Aktenzeichen; fehlt in einer Auswertung ohne Namen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aktenzeichen: Option<String>,
    /// # Öffentlicher Träger
    ///
    /// Der öffentliche Träger, meist ein Jugendamt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub oeffentlicher_traeger: Option<String>,
    /// # Träger
    ///
    /// Der Träger der freien Jugendhilfe, oder seine Nummer in einer Auswertung ohne Namen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub traeger: Option<String>,
    /// # Vereinbarungszeitraum
    ///
    /// Der Zeitraum, in dem die Ziele verfolgt werden.
    pub vereinbarungszeitraum: Zeitraum,
    /// # Ziele
    ///
    /// Wie viele Ziele vereinbart sind.
    pub ziele: usize,
    /// # Maßnahmen
    ///
    /// Wie viele Maßnahmen vereinbart sind.
    pub massnahmen: usize,
    /// # Quelle
    ///
    /// Woher sie gelesen ist; fehlt in einer Auswertung ohne Namen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quelle: Option<String>,
}

/// # Überfällige Maßnahme
///
/// Eine Maßnahme, deren Tag vor dem Stichtag liegt und die nicht erledigt ist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct UeberfaelligeMassnahme {
    /// # Vereinbarung
    ///
    /// Nummer der Vereinbarung.
    pub vereinbarung: u32,
    /// # Vordruck
    ///
    /// Nummer des Vordrucks in Teil II; fehlt, wo die Vereinbarung selbst der Vordruck ist.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vordruck: Option<u32>,
    /// # Ziel
    ///
    /// Nummer des Ziels.
    pub ziel: u32,
    /// # Seite
    ///
    /// Wer sie beiträgt.
    pub seite: Seite,
    /// # Wer
    ///
    /// Wer macht es? Fehlt in einer Auswertung ohne Namen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wer: Option<String>,
    /// # Was
    ///
    /// Was wird gemacht?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was: Option<String>,
    /// # Bis
    ///
    /// Bis wann es gemacht sein sollte.
    pub bis: Datum,
    /// # Tage
    ///
    /// Wie viele Tage sie am Stichtag überfällig ist.
    pub tage: i64,
    /// # Stand
    ///
    /// Wie weit sie ist.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stand: Option<Massnahmenstand>,
}

/// # Termin
///
/// Etwas, das vom Stichtag an bevorsteht.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Termin {
    /// # Art des Termins
    ///
    /// Was bevorsteht.
    pub art: Terminart,
    /// # von
    ///
    /// Der Tag, oder der erste Tag, wenn nur ein Monat oder Quartal vereinbart ist. Fehlt, wo die Worte keinen bestimmten Tag nennen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub von: Option<Datum>,
    /// # bis
    ///
    /// Der letzte Tag; bei einem einzelnen Tag dieser.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bis: Option<Datum>,
    /// # Wann
    ///
    /// Die Worte der Vereinbarung, aus denen der Tag gelesen ist.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wann: Option<String>,
    /// # Vereinbarung
    ///
    /// Nummer der Vereinbarung.
    pub vereinbarung: u32,
    /// # Vordruck
    ///
    /// Nummer des Vordrucks in Teil II; fehlt, wo die Vereinbarung selbst der Vordruck ist.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vordruck: Option<u32>,
    /// # Ziel
    ///
    /// Nummer des Ziels, zu dem er gehört.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ziel: Option<u32>,
    /// # Seite
    ///
    /// Welche Seite ihn beiträgt; fehlt, wo es beide sind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seite: Option<Seite>,
    /// # Wer
    ///
    /// Wer die Maßnahme macht, oder wer einlädt. Fehlt in einer Auswertung ohne Namen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wer: Option<String>,
    /// # Was
    ///
    /// Die Maßnahme, das Verfahren der Zielüberprüfung oder die Themen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was: Option<String>,
}

codes! {
    /// # Art des Termins
    ///
    /// Was bevorsteht.
    #[derive(JsonSchema)]
    #[non_exhaustive]
    pub enum Terminart, "Diese Art von Termin gibt es nicht." {
        /// Eine Maßnahme soll erledigt sein.
        Massnahme: "massnahme", "Maßnahme";
        /// Die Zielerreichung wird überprüft.
        Zielueberpruefung: "zielueberpruefung", "Zielüberprüfung";
        /// Ein vereinbartes Gespräch zur Qualitätsentwicklung und -bewertung.
        Traegergespraech: "traegergespraech", "Trägergespräch";
        /// Der Qualitätsdialog wird fortgesetzt.
        Qualitaetsdialog: "qualitaetsdialog", "Qualitätsdialog";
    }
}
