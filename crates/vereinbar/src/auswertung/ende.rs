use schemars::JsonSchema;
use serde::Serialize;

use super::Terminart;
use crate::modell::Datum;

/// # Beendete Vereinbarung
///
/// Eine Vereinbarung, deren Zeitraum vor dem Stichtag zu Ende ist und der ein Ergebnis oder eine Nachfolge fehlt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct BeendeteVereinbarung {
    /// # Vereinbarung
    ///
    /// Nummer der Vereinbarung.
    pub vereinbarung: u32,
    /// # Ende
    ///
    /// Der letzte Tag ihres Zeitraums.
    pub ende: Datum,
    /// # Tage
    ///
    /// Wie viele Tage sie am Stichtag zu Ende ist.
    pub tage: i64,
    /// # Ziele
    ///
    /// Wie viele Ziele vereinbart sind.
    pub ziele: usize,
    /// # Ziele ohne Ergebnis
    ///
    /// Wie viele davon nicht bewertet sind.
    pub ziele_ohne_ergebnis: usize,
    /// # Nachfolge
    ///
    /// Nummer der nächsten Vereinbarung derselben Art und derselben Beteiligten; fehlt, wo unter den ausgewerteten keine ist.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nachfolge: Option<u32>,
}

/// # Verstrichenes Gespräch
///
/// Ein Qualitätsdialog oder Trägergespräch, dessen Tag vor dem Stichtag liegt und nach dem nichts eingetragen ist: nicht dass es stattgefunden hat, kein Stand der Vereinbarung, kein Ergebnis und keine erledigte Maßnahme von diesem Tag an, keine Nachfolge. Ob es stattgefunden hat, sagen die Daten nicht.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct VerstrichenesGespraech {
    /// # Art des Termins
    ///
    /// Qualitätsdialog oder Trägergespräch.
    pub art: Terminart,
    /// # Am
    ///
    /// Der vereinbarte Tag, oder der letzte, wenn ein Monat oder Quartal vereinbart ist.
    pub am: Datum,
    /// # Tage
    ///
    /// Wie viele Tage er am Stichtag vorbei ist.
    pub tage: i64,
    /// # Vereinbarung
    ///
    /// Nummer der Vereinbarung.
    pub vereinbarung: u32,
    /// # Wer
    ///
    /// Wer einlädt. Fehlt in einer Auswertung ohne Namen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wer: Option<String>,
}
