use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

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
    /// Aktenzeichen; Zeilenumbrüche sind durch Leerzeichen ersetzt. Fehlt in einer Auswertung ohne Namen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aktenzeichen: Option<String>,
    /// # Öffentlicher Träger
    ///
    /// Der öffentliche Träger, meist ein Jugendamt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub oeffentlicher_traeger: Option<String>,
    /// # Träger
    ///
    /// Der Träger der freien Jugendhilfe, oder seine Nummer in einer Auswertung ohne Namen. Wo mehrere Träger gleich heißen, steht ihre Anschrift dabei.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub traeger: Option<String>,
    /// # Vereinbarungszeitraum
    ///
    /// Der Zeitraum, in dem die Ziele verfolgt werden. In einer Leistungs-, Qualitätsentwicklungs- und Entgeltvereinbarung der von Teil II; wo er dort fehlt, der von Teil I, und wo auch der fehlt, die Zeit ab ihrer Wirksamkeit.
    pub vereinbarungszeitraum: Zeitraum,
    /// # Vordrucke
    ///
    /// Wie viele Vordrucke ausgefüllt sind.
    pub vordrucke: usize,
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
    /// Woher sie gelesen ist; nur in der internen Fassung.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quelle: Option<String>,
}

/// # Fällige Maßnahme
///
/// Eine Maßnahme, deren Tag vor dem Stichtag liegt und die nicht als erledigt gemeldet ist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct FaelligeMassnahme {
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
    /// Nummer des Ziels; fehlt bei einer Verabredung aus einem Trägergespräch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ziel: Option<u32>,
    /// # Seite
    ///
    /// Wer sie beiträgt; fehlt bei einer Verabredung aus einem Trägergespräch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seite: Option<Seite>,
    /// # Wer
    ///
    /// Wer macht es? Fehlt in einer Auswertung ohne Namen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wer: Option<String>,
    /// # Was
    ///
    /// Was wird gemacht? Zeilenumbrüche sind durch Leerzeichen ersetzt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was: Option<String>,
    /// # Bis
    ///
    /// Bis wann es gemacht sein sollte; bei einer verschobenen die neue Frist.
    pub bis: Datum,
    /// # Tage
    ///
    /// Wie viele Tage der vereinbarte Tag am Stichtag vorbei ist.
    pub tage: i64,
    /// # Stand
    ///
    /// Wie weit sie ist; fehlt, wo nichts gemeldet ist.
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
    /// Der Tag, oder der erste Tag, wenn nur ein Monat oder Quartal vereinbart ist. Fehlt, wo die Worte keinen bestimmten Tag nennen, zum Beispiel „Herbst 2027“; dann steht der Termin auch nicht im Kalender.
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
    /// Die Maßnahme, das Verfahren der Zielüberprüfung oder die Themen. Zeilenumbrüche sind durch Leerzeichen ersetzt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was: Option<String>,
}

codes! {
    /// # Art des Termins
    ///
    /// Was bevorsteht.
    #[derive(Deserialize, JsonSchema)]
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
