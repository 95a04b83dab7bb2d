use schemars::JsonSchema;
use serde::Serialize;

use super::{
    Befund, Ergebnisse, MassnahmenBeiderSeiten, Massstabszeile, Matrixzelle, Namensgruppe, Termin,
    UeberfaelligeMassnahme, VereinbarungEintrag, Zaehlung,
};
use crate::modell::{Art, Datum, Massstabscode, Qualitaetsdimension, Zeitraum};

/// # Auswertung
///
/// Vereinbarungsübergreifende Auswertung der Qualitätsentwicklung, zum Beispiel für eine zusammenfassende Berichterstattung im Jugendhilfeausschuss.
///
/// The same agreements give an equal `Auswertung`, in whatever order and on however
/// many threads they were added. Every number names the agreements behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Auswertung {
    /// # Art des Dokuments
    ///
    /// Kennzeichen dieses Dokuments.
    pub art: AuswertungArt,
    /// # Fassung
    ///
    /// Fassung des Datenformats.
    pub fassung: u32,
    /// # Stichtag
    ///
    /// Der Tag, an dem gemessen wird, was überfällig ist und was bevorsteht. Ohne ihn wird beides nicht ausgewertet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stichtag: Option<Datum>,
    /// # Anonym
    ///
    /// Ob die Namen der Träger durch Nummern ersetzt sind.
    pub anonym: bool,
    /// # Zeitraum
    ///
    /// Vom frühesten Beginn bis zum spätesten Ende der Vereinbarungszeiträume.
    pub zeitraum: Zeitraum,
    /// # Kennzahlen
    ///
    /// Die wichtigsten Anzahlen.
    pub kennzahlen: Kennzahlen,
    /// # Öffentliche Träger
    ///
    /// Vereinbarungen nach dem öffentlichen Träger, meist einem Jugendamt.
    pub oeffentliche_traeger: Vec<Namensgruppe>,
    /// # Träger
    ///
    /// Vereinbarungen nach dem Träger der freien Jugendhilfe.
    pub traeger: Vec<Namensgruppe>,
    /// # Arten
    ///
    /// Vereinbarungen nach ihrer Art.
    pub arten: Vec<Artgruppe>,
    /// # Qualitätsdimensionen
    ///
    /// Was zu jeder Qualitätsdimension vereinbart ist. Ein Vordruck mit mehreren zählt bei jeder.
    pub qualitaetsdimensionen: Vec<Dimensionszeile>,
    /// # Grundsätze und Maßstäbe
    ///
    /// Was zu jedem Maßstab vereinbart und was daraus geworden ist. Ein Vordruck mit mehreren zählt bei jedem.
    pub grundsaetze_und_massstaebe: Vec<Massstabszeile>,
    /// # Matrix
    ///
    /// Qualitätsdimension und Maßstab zusammen; nur Felder, zu denen etwas vereinbart ist, nach Maßstab und Dimension geordnet.
    pub matrix: Vec<Matrixzelle>,
    /// # Unbearbeitete Maßstäbe
    ///
    /// Einträge des Katalogs, an denen in keiner Vereinbarung gearbeitet wird.
    pub unbearbeitete_massstaebe: Vec<Massstabscode>,
    /// # Ergebnisse
    ///
    /// Was aus den Zielen geworden ist.
    pub ergebnisse: Ergebnisse,
    /// # Maßnahmen
    ///
    /// Die Maßnahmen nach Seite und Stand.
    pub massnahmen: MassnahmenBeiderSeiten,
    /// # Überfällige Maßnahmen
    ///
    /// Maßnahmen, deren Tag vor dem Stichtag liegt und die nicht erledigt sind; die am längsten überfälligen zuerst. Fehlt ohne Stichtag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ueberfaellige_massnahmen: Option<Vec<UeberfaelligeMassnahme>>,
    /// # Termine
    ///
    /// Was vom Stichtag an bevorsteht, nach dem Tag geordnet; zuletzt, was keinen bestimmten Tag hat. Fehlt ohne Stichtag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub termine: Option<Vec<Termin>>,
    /// # Vereinbarungen
    ///
    /// Die gezählten Vereinbarungen mit ihren Nummern.
    pub vereinbarungen: Vec<VereinbarungEintrag>,
    /// # Befunde
    ///
    /// Was beim Auswerten aufgefallen ist.
    pub befunde: Vec<Befund>,
}

impl Auswertung {
    /// Whether no agreement was counted. There may be findings nevertheless.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.vereinbarungen.is_empty()
    }

    /// The counted agreement of this number.
    #[must_use]
    pub fn vereinbarung(&self, nr: u32) -> Option<&VereinbarungEintrag> {
        self.vereinbarungen.get(usize::try_from(nr).ok()?.checked_sub(1)?)
    }

    /// The JSON: fields in the order of the schema, two blanks of indentation, a line
    /// feed at the end. Equal evaluations give equal text.
    #[must_use]
    pub fn to_json(&self) -> String {
        crate::to_json::document(self)
    }
}

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

/// # Kennzahlen
///
/// Die wichtigsten Anzahlen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Kennzahlen {
    /// # Vereinbarungen
    ///
    /// Gezählte Vereinbarungen.
    pub vereinbarungen: Zaehlung,
    /// # Ziele
    ///
    /// Vereinbarte Ziele.
    pub ziele: Zaehlung,
    /// # Maßnahmen
    ///
    /// Vereinbarte Maßnahmen beider Seiten.
    pub massnahmen: Zaehlung,
    /// # Überfällige Maßnahmen
    ///
    /// Maßnahmen, die am Stichtag überfällig sind. Fehlt ohne Stichtag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ueberfaellige_massnahmen: Option<Zaehlung>,
}

/// # Namensgruppe nach Art
///
/// Vereinbarungen einer Art.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Artgruppe {
    /// # Art der Vereinbarung
    ///
    /// Welches Formular sie füllt.
    pub art: Art,
    /// # Vereinbarungen
    ///
    /// Die Vereinbarungen dieser Art.
    pub vereinbarungen: Zaehlung,
}

/// # Zeile einer Qualitätsdimension
///
/// Was zu einer Qualitätsdimension vereinbart ist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Dimensionszeile {
    /// # Qualitätsdimension
    ///
    /// Fehlt, wo keine angegeben ist.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub qualitaetsdimension: Option<Qualitaetsdimension>,
    /// # Vereinbarungen
    ///
    /// Vereinbarungen, die sie bearbeiten.
    pub vereinbarungen: Zaehlung,
    /// # Ziele
    ///
    /// Ziele dazu.
    pub ziele: Zaehlung,
    /// # Maßnahmen
    ///
    /// Maßnahmen dazu.
    pub massnahmen: Zaehlung,
}
