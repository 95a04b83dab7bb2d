use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Zaehlung;

/// # Kennzahlen
///
/// Die wichtigsten Anzahlen. Was am Stichtag gemessen wird, fehlt ohne ihn.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Kennzahlen {
    /// # Vereinbarungen
    ///
    /// Gezählte Vereinbarungen. Jeder einzelne Vordruck ist eine, und jede Leistungs-, Qualitätsentwicklungs- und Entgeltvereinbarung; ein leerer Vordruck zählt nicht.
    pub vereinbarungen: Zaehlung,
    /// # Vordrucke
    ///
    /// Ausgefüllte Vordrucke: die einzelnen und die in Teil II einer Leistungs-, Qualitätsentwicklungs- und Entgeltvereinbarung; dort zählt ein leerer nicht.
    pub vordrucke: Zaehlung,
    /// # Ziele
    ///
    /// Vereinbarte Ziele. Ein Ziel, in dem nichts eingetragen ist, zählt nicht.
    pub ziele: Zaehlung,
    /// # Bewertete Ziele
    ///
    /// Ziele, die als erreicht, teilweise erreicht oder nicht erreicht bewertet sind.
    pub bewertete_ziele: Zaehlung,
    /// # Erreichte Ziele
    ///
    /// Ziele, die als erreicht bewertet sind.
    pub erreichte_ziele: Zaehlung,
    /// # Ziele im laufenden Zeitraum
    ///
    /// Nicht bewertete Ziele, deren Vereinbarungszeitraum am Stichtag noch läuft. Fehlt ohne Stichtag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ziele_im_zeitraum: Option<Zaehlung>,
    /// # Ziele ohne Ergebnis nach dem Ende
    ///
    /// Nicht bewertete Ziele, deren Vereinbarungszeitraum vor dem Stichtag zu Ende ist. Fehlt ohne Stichtag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ziele_nach_ende: Option<Zaehlung>,
    /// # Ziele ohne Ergebnis und ohne Ende
    ///
    /// Nicht bewertete Ziele, für deren Vereinbarungszeitraum kein Ende angegeben ist. Fehlt ohne Stichtag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ziele_ohne_ende: Option<Zaehlung>,
    /// # Maßnahmen
    ///
    /// Vereinbarte Maßnahmen beider Seiten. Eine Maßnahme, in der nichts eingetragen ist, zählt nicht.
    pub massnahmen: Zaehlung,
    /// # Erledigte Maßnahmen
    ///
    /// Maßnahmen, deren Stand „erledigt“ ist, oder zu denen ein Tag der Erledigung eingetragen ist.
    pub erledigte_massnahmen: Zaehlung,
    /// # Überfällige Maßnahmen
    ///
    /// Maßnahmen, deren Tag vor dem Stichtag liegt und deren Stand „offen“, „laufend“ oder „verschoben“ ist. Fehlt ohne Stichtag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ueberfaellige_massnahmen: Option<Zaehlung>,
    /// # Maßnahmen ohne Meldung
    ///
    /// Maßnahmen, deren Tag vor dem Stichtag liegt und zu denen kein Stand eingetragen ist: Ob sie erledigt sind, ist nicht bekannt. Fehlt ohne Stichtag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub massnahmen_ohne_meldung: Option<Zaehlung>,
    /// # Beendet ohne Ergebnis
    ///
    /// Vereinbarungen, deren Zeitraum vor dem Stichtag zu Ende ist und in denen mindestens ein Ziel nicht bewertet ist. Fehlt ohne Stichtag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beendet_ohne_ergebnis: Option<Zaehlung>,
    /// # Beendet ohne Nachfolge
    ///
    /// Vereinbarungen, deren Zeitraum vor dem Stichtag zu Ende ist und zu denen unter den ausgewerteten keine spätere derselben Art und derselben Beteiligten ist. Fehlt ohne Stichtag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beendet_ohne_nachfolge: Option<Zaehlung>,
    /// # Gespräche nach ihrem Tag
    ///
    /// Qualitätsdialoge und Trägergespräche, deren Tag vor dem Stichtag liegt und nach denen nichts eingetragen ist. Fehlt ohne Stichtag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verstrichene_gespraeche: Option<Zaehlung>,
}

codes! {
    /// # Kennzahl
    ///
    /// Was gezählt wird.
    #[derive(JsonSchema)]
    #[non_exhaustive]
    pub enum Kennzahl, "Diese Kennzahl gibt es nicht." {
        Vereinbarungen: "vereinbarungen", "Vereinbarungen insgesamt";
        Vordrucke: "vordrucke", "Vordrucke insgesamt";
        Ziele: "ziele", "Ziele insgesamt";
        BewerteteZiele: "bewertete_ziele", "bewertete Ziele";
        ErreichteZiele: "erreichte_ziele", "erreichte Ziele";
        ZieleImZeitraum: "ziele_im_zeitraum", "Ziele ohne Ergebnis, Zeitraum läuft noch";
        ZieleNachEnde: "ziele_nach_ende", "Ziele ohne Ergebnis, Vereinbarung beendet";
        ZieleOhneEnde: "ziele_ohne_ende", "Ziele ohne Ergebnis, Ende nicht angegeben";
        Massnahmen: "massnahmen", "Maßnahmen insgesamt";
        ErledigteMassnahmen: "erledigte_massnahmen", "erledigte Maßnahmen";
        UeberfaelligeMassnahmen: "ueberfaellige_massnahmen", "überfällige Maßnahmen";
        MassnahmenOhneMeldung: "massnahmen_ohne_meldung", "Maßnahmen ohne Meldung, Frist vorbei";
        BeendetOhneErgebnis: "beendet_ohne_ergebnis", "beendete Vereinbarungen ohne Ergebnis";
        BeendetOhneNachfolge: "beendet_ohne_nachfolge", "beendete Vereinbarungen ohne Nachfolge";
        VerstricheneGespraeche: "verstrichene_gespraeche", "Gespräche, deren Tag vorbei ist";
    }
}

impl Kennzahlen {
    /// One of them, `None` where it is measured at a Stichtag and there was none.
    #[must_use]
    pub const fn get(&self, kennzahl: Kennzahl) -> Option<&Zaehlung> {
        match kennzahl {
            Kennzahl::Vereinbarungen => Some(&self.vereinbarungen),
            Kennzahl::Vordrucke => Some(&self.vordrucke),
            Kennzahl::Ziele => Some(&self.ziele),
            Kennzahl::BewerteteZiele => Some(&self.bewertete_ziele),
            Kennzahl::ErreichteZiele => Some(&self.erreichte_ziele),
            Kennzahl::ZieleImZeitraum => self.ziele_im_zeitraum.as_ref(),
            Kennzahl::ZieleNachEnde => self.ziele_nach_ende.as_ref(),
            Kennzahl::ZieleOhneEnde => self.ziele_ohne_ende.as_ref(),
            Kennzahl::Massnahmen => Some(&self.massnahmen),
            Kennzahl::ErledigteMassnahmen => Some(&self.erledigte_massnahmen),
            Kennzahl::UeberfaelligeMassnahmen => self.ueberfaellige_massnahmen.as_ref(),
            Kennzahl::MassnahmenOhneMeldung => self.massnahmen_ohne_meldung.as_ref(),
            Kennzahl::BeendetOhneErgebnis => self.beendet_ohne_ergebnis.as_ref(),
            Kennzahl::BeendetOhneNachfolge => self.beendet_ohne_nachfolge.as_ref(),
            Kennzahl::VerstricheneGespraeche => self.verstrichene_gespraeche.as_ref(),
        }
    }

    /// Those that there are, in order.
    pub fn each(&self) -> impl Iterator<Item = (Kennzahl, &Zaehlung)> {
        Kennzahl::ALL.iter().filter_map(|kennzahl| Some((*kennzahl, self.get(*kennzahl)?)))
    }
}
