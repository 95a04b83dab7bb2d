use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::modell::serde_help::{default_fassung, fassung, is_default, null_is_missing};
use crate::modell::{
    Anlage, Datum, Einrichtung, Entgeltvereinbarung, FASSUNG, Leistungsangebot, Leistungsvereinbarung,
    LeqVereinbarungArt, OeffentlicheStelle, Partei, Qualitaetsentwicklung, Rahmenvertrag, Rechtsgrundlage,
    Schiedsstelle, Unterzeichnung,
};

/// # Leistungs-, Qualitätsentwicklungs- und Entgeltvereinbarung
///
/// Die Vereinbarung zwischen dem öffentlichen Träger und dem Träger einer Einrichtung in drei Teilen und ihren Anlagen: Leistungsvereinbarung, Qualitätsentwicklungsvereinbarung, Entgeltvereinbarung. Das Entgelt steht bewusst am Ende; es folgt aus den beiden anderen Teilen.
///
/// Its parts stand in the contract's order; each may be missing.
///
/// ```
/// use vereinbar::modell::{LeqVereinbarung, Rechtsgrundlage};
/// let vereinbarung = LeqVereinbarung {
///     rechtsgrundlage: Some(Rechtsgrundlage::SgbViii78b),
///     ..LeqVereinbarung::default()
/// };
/// assert_eq!(vereinbarung.fassung, 1);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LeqVereinbarung {
    /// # Art der Vereinbarung
    ///
    /// Kennzeichen dieses Dokuments.
    pub art: LeqVereinbarungArt,
    /// # Fassung
    ///
    /// Fassung des Datenformats. Fehlt sie, gilt 1.
    #[serde(default = "default_fassung", deserialize_with = "fassung")]
    #[schemars(range(min = 1, max = FASSUNG))]
    pub fassung: u32,
    /// # Aktenzeichen
    ///
    /// Aktenzeichen oder Vertragsnummer; steht auf jeder Seite.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aktenzeichen: Option<String>,
    /// # Stand
    ///
    /// Tag, dessen Stand die Daten wiedergeben; er wird das Datum des Dokuments.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stand: Option<Datum>,
    /// # Rechtsgrundlage
    ///
    /// Worauf die Vereinbarung beruht. Danach richtet sich, was geprüft wird.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rechtsgrundlage: Option<Rechtsgrundlage>,
    /// # Wirksam ab
    ///
    /// Tag, zu dem die Vereinbarung in Kraft tritt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wirksam_ab: Option<Datum>,
    /// # Öffentliche Stelle
    ///
    /// Wer auf der öffentlichen Seite abschließt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub oeffentliche_stelle: Option<OeffentlicheStelle>,
    /// # Öffentlicher Träger
    ///
    /// Der öffentliche Träger der Jugendhilfe: Jugendamt, Kommission oder Landesbehörde.
    #[serde(default, deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub oeffentlicher_traeger: Partei,
    /// # Träger der Einrichtung
    ///
    /// Der Träger der freien Jugendhilfe oder ein anderer Träger, dessen Einrichtung die Leistung erbringt.
    #[serde(default, deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub traeger: Partei,
    /// # Verband
    ///
    /// Der Verband, wenn er die Vereinbarung für den Träger schließt.
    #[serde(default, deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub verband: Partei,
    /// # Rahmenvertrag
    ///
    /// Ein Rahmenvertrag des Landes, auf den sich die Vereinbarung bezieht.
    #[serde(default, deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub rahmenvertrag: Rahmenvertrag,
    /// # Verhandlungsaufforderung am
    ///
    /// Tag, an dem eine Partei die andere schriftlich zu Verhandlungen aufgefordert hat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verhandlungsaufforderung_am: Option<Datum>,
    /// # Schiedsstelle
    ///
    /// Angaben, wenn die Schiedsstelle angerufen ist.
    #[serde(default, deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub schiedsstelle: Schiedsstelle,
    /// # Präambel
    ///
    /// Was die Parteien der Vereinbarung voranstellen, ein Absatz je Eintrag.
    #[serde(default, deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub praeambel: Vec<String>,
    /// # Einrichtung
    ///
    /// Die Einrichtung oder der Dienst, um dessen Leistung es geht.
    #[serde(default, deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub einrichtung: Einrichtung,
    /// # Leistungsangebot
    ///
    /// Das Angebot, für das die Vereinbarung gilt, mit Gruppen und Plätzen.
    #[serde(default, deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub leistungsangebot: Leistungsangebot,
    /// # Teil I: Leistungsvereinbarung
    ///
    /// Inhalt, Umfang und Qualität des Leistungsangebots.
    #[serde(default, deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub leistungsvereinbarung: Leistungsvereinbarung,
    /// # Teil II: Qualitätsentwicklungsvereinbarung
    ///
    /// Grundsätze und Maßstäbe für die Bewertung der Qualität, und Maßnahmen zu ihrer Gewährleistung.
    #[serde(default, deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub qualitaetsentwicklungsvereinbarung: Qualitaetsentwicklung,
    /// # Teil III: Entgeltvereinbarung
    ///
    /// Differenzierte Entgelte für das Leistungsangebot und die betriebsnotwendigen Investitionen.
    #[serde(default, deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub entgeltvereinbarung: Entgeltvereinbarung,
    /// # Anlagen
    ///
    /// Die Anlagen der Vereinbarung. Kalkulation und Vordrucke zur Qualitätsentwicklung kommen von selbst hinzu.
    #[serde(default, deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub anlagen: Vec<Anlage>,
    /// # Unterzeichnung
    ///
    /// Ort, Datum und Unterschriften beider Seiten.
    #[serde(default, deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub unterzeichnung: Unterzeichnung,
}

impl Default for LeqVereinbarung {
    fn default() -> Self {
        Self {
            art: LeqVereinbarungArt::default(),
            fassung: FASSUNG,
            aktenzeichen: None,
            stand: None,
            rechtsgrundlage: None,
            wirksam_ab: None,
            oeffentliche_stelle: None,
            oeffentlicher_traeger: Partei::default(),
            traeger: Partei::default(),
            verband: Partei::default(),
            rahmenvertrag: Rahmenvertrag::default(),
            verhandlungsaufforderung_am: None,
            schiedsstelle: Schiedsstelle::default(),
            praeambel: Vec::new(),
            einrichtung: Einrichtung::default(),
            leistungsangebot: Leistungsangebot::default(),
            leistungsvereinbarung: Leistungsvereinbarung::default(),
            qualitaetsentwicklungsvereinbarung: Qualitaetsentwicklung::default(),
            entgeltvereinbarung: Entgeltvereinbarung::default(),
            anlagen: Vec::new(),
            unterzeichnung: Unterzeichnung::default(),
        }
    }
}
