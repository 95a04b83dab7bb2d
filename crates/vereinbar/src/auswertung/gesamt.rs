use schemars::JsonSchema;
use serde::Serialize;

use super::{
    Anteile, AuswertungArt, BeendeteVereinbarung, Befund, Dimensionszeile, Ergebnisse, FaelligeMassnahme,
    Hilfeartzeile, Kennzahlen, MassnahmenBeiderSeiten, Massstabszeile, Matrixzelle, Namensgruppe, Termin,
    VereinbarungEintrag, Vergleich, VerstrichenesGespraech, Vorlage, Zaehlung, Zielergebnis,
};
use crate::modell::{Art, Datum, Massstabscode, Zeitraum};

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
    /// Ob die Namen der Träger durch Nummern ersetzt sind. Ohne andere Angabe ist es so, wenn sie zu einer öffentlichen Vorlage gehört.
    pub anonym: bool,
    /// # Interne Fassung
    ///
    /// Ob sie Namen und die Namen der Dateien enthält: nur für den Dienstgebrauch. So ist jede, die weder anonym ist noch zu einer öffentlichen Vorlage gehört.
    pub intern: bool,
    /// # Vorlage
    ///
    /// Die Vorlage für ein Gremium, zu der sie gehört.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vorlage: Option<Vorlage>,
    /// # Beschlussvorschlag
    ///
    /// Was das Gremium beschließen soll, in Absätzen: der Beschluss der Vorlage, oder ein Vorschlag aus den Daten.
    pub beschlussvorschlag: Vec<String>,
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
    /// # Hilfearten
    ///
    /// Was zu jeder Hilfeart vereinbart und was daraus geworden ist. Eine Vereinbarung mit mehreren zählt bei jeder.
    pub hilfearten: Vec<Hilfeartzeile>,
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
    /// # Maßstäbe ohne Vereinbarung
    ///
    /// Einträge des Katalogs, zu denen keine der ausgewerteten Vereinbarungen etwas vereinbart. Ob daran sonst gearbeitet wird, sagen die Daten nicht.
    pub massstaebe_ohne_vereinbarung: Vec<Massstabscode>,
    /// # Ergebnisse
    ///
    /// Was aus den Zielen geworden ist.
    pub ergebnisse: Ergebnisse,
    /// # Anteile
    ///
    /// Die Ergebnisse in Prozent, an allen und an den bewerteten Zielen.
    pub anteile: Anteile,
    /// # Ziele mit Ergebnis
    ///
    /// Jedes Ziel mit seinem Grad, dem Ergebnis und was daraus folgt, nach Maßstäben geordnet; zu jedem zuerst, was bewertet ist.
    pub zielergebnisse: Vec<Zielergebnis>,
    /// # Maßnahmen
    ///
    /// Die Maßnahmen nach Seite und Stand.
    pub massnahmen: MassnahmenBeiderSeiten,
    /// # Überfällige Maßnahmen
    ///
    /// Maßnahmen, deren Tag vor dem Stichtag liegt und deren Stand „offen“, „laufend“ oder „verschoben“ ist; die am längsten überfälligen zuerst. Fehlt ohne Stichtag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ueberfaellige_massnahmen: Option<Vec<FaelligeMassnahme>>,
    /// # Maßnahmen ohne Meldung
    ///
    /// Maßnahmen, deren Tag vor dem Stichtag liegt und zu denen kein Stand eingetragen ist; die ältesten zuerst. Ob sie erledigt sind, ist nicht bekannt. Fehlt ohne Stichtag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub massnahmen_ohne_meldung: Option<Vec<FaelligeMassnahme>>,
    /// # Verstrichene Gespräche
    ///
    /// Qualitätsdialoge und Trägergespräche, deren Tag vorbei ist und nach denen nichts eingetragen ist; die ältesten zuerst. Fehlt ohne Stichtag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verstrichene_gespraeche: Option<Vec<VerstrichenesGespraech>>,
    /// # Beendete Vereinbarungen
    ///
    /// Vereinbarungen, deren Zeitraum vor dem Stichtag zu Ende ist und denen ein Ergebnis oder eine Nachfolge fehlt; die ältesten zuerst. Fehlt ohne Stichtag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beendete_vereinbarungen: Option<Vec<BeendeteVereinbarung>>,
    /// # Termine
    ///
    /// Was vom Stichtag an bevorsteht, nach dem Tag geordnet; zuletzt, was keinen bestimmten Tag hat und deshalb nicht im Kalender steht. Fehlt ohne Stichtag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub termine: Option<Vec<Termin>>,
    /// # Vergleich
    ///
    /// Was sich gegenüber einer früheren Auswertung geändert hat; nur, wo eine genannt ist.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vergleich: Option<Vergleich>,
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

    /// Takes a finding, such as a file that could not be read. Where it came from is left
    /// out unless the evaluation is an internal one.
    pub fn report(&mut self, mut befund: Befund) {
        if !self.intern {
            befund.quellen.clear();
        }
        self.befunde.push(befund);
        self.befunde.sort();
    }

    /// The JSON: fields in the order of the schema, two blanks of indentation, a line
    /// feed at the end. Equal evaluations give equal text.
    #[must_use]
    pub fn to_json(&self) -> String {
        crate::to_json::document(self)
    }
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
    /// # Vordrucke
    ///
    /// Die ausgefüllten Vordrucke in ihnen.
    pub vordrucke: Zaehlung,
    /// # Ist ein Vordruck
    ///
    /// Ob jede Vereinbarung dieser Art ein Vordruck ist; sonst hat sie mehrere oder keinen.
    pub ist_vordruck: bool,
}
