use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::modell::serde_help::{is_default, null_is_missing};
use crate::modell::{Betrag, Datum, Fachleistungsstunde, Rundung, Tagessatz, Zahl, Zeitraum};

/// # Entgeltvereinbarung
///
/// Teil III: differenzierte Entgelte für das Leistungsangebot und die betriebsnotwendigen Investitionen. Grundlage der Entgelte sind die in der Leistungs- und der Qualitätsentwicklungsvereinbarung festgelegten Leistungs- und Qualitätsmerkmale.
///
/// Stated amounts are compared with those that [`calculate`](crate::calculate) finds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Entgeltvereinbarung {
    /// # Vereinbarung vom
    ///
    /// Tag, an dem die Entgeltvereinbarung geschlossen ist, wenn es nicht der Tag dieser Vereinbarung ist.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vom: Option<Datum>,
    /// # Vereinbarungszeitraum
    ///
    /// Der zukünftige Zeitraum, für den die Entgelte gelten.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub zeitraum: Zeitraum,
    /// # Bezug
    ///
    /// Die Leistungs- und die Qualitätsentwicklungsvereinbarung, wenn sie nicht Teil dieses Dokuments sind.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub bezug: Bezug,
    /// # Tagessatz
    ///
    /// Das Entgelt je Platz und Tag.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub tagessatz: Tagessatz,
    /// # Fachleistungsstunde
    ///
    /// Das Entgelt je Fachleistungsstunde.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub fachleistungsstunde: Fachleistungsstunde,
    /// # Pauschalen
    ///
    /// Monatspauschalen, mit dem Betrag je Tag.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub pauschalen: Vec<Pauschale>,
    /// # Rundung
    ///
    /// Wie gerundet wird. Fehlt sie: auf zwei Stellen, kaufmännisch, jeder Bestandteil einmal am Ende.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub rundung: Rundung,
    /// # Öffentliche Förderungen
    ///
    /// Förderungen der betriebsnotwendigen Anlagen aus öffentlichen Mitteln. Sie sind anzurechnen.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub oeffentliche_foerderungen: Vec<Foerderung>,
    /// # Investitionszustimmungen
    ///
    /// Zustimmungen des zuständigen öffentlichen Trägers zu Investitionsmaßnahmen.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub investitionszustimmungen: Vec<Investitionszustimmung>,
    /// # Abwesenheit
    ///
    /// Was bei Abwesenheit des jungen Menschen gezahlt wird.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub abwesenheit: Abwesenheit,
    /// # Nebenleistungen
    ///
    /// Leistungen neben dem Entgelt, zum Beispiel Barbetrag und Bekleidung.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub nebenleistungen: Vec<String>,
    /// # Anpassung des Entgelts
    ///
    /// Wie das Entgelt an Leistung und Qualitätsentwicklung und an unvorhersehbare Veränderungen angepasst wird.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anpassung: Option<String>,
    /// # Abrechnung
    ///
    /// Wie abgerechnet und gezahlt wird.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub abrechnung: Option<String>,
}

/// # Bezug
///
/// Vereinbarungen, auf denen das Entgelt beruht, wenn sie nicht Teil dieses Dokuments sind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Bezug {
    /// # Leistungsvereinbarung vom
    ///
    /// Tag der Leistungsvereinbarung.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub leistungsvereinbarung_vom: Option<Datum>,
    /// # Qualitätsentwicklungsvereinbarung vom
    ///
    /// Tag der Qualitätsentwicklungsvereinbarung.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub qualitaetsentwicklungsvereinbarung_vom: Option<Datum>,
}

/// # Pauschale
///
/// Eine Monatspauschale und der Betrag, der daraus je Tag folgt.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Pauschale {
    /// # Bezeichnung
    ///
    /// Wofür sie gilt, zum Beispiel eine Fallgruppe.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bezeichnung: Option<String>,
    /// # Betrag je Monat
    ///
    /// Betrag je Monat in Euro.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub betrag: Option<Betrag>,
    /// # Tage je Monat
    ///
    /// Durch wie viele Tage geteilt wird. Fehlt die Angabe, 30.4.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tage_je_monat: Option<Zahl>,
    /// # Betrag je Tag
    ///
    /// Vereinbarter Betrag je Tag; er wird mit dem berechneten verglichen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub betrag_je_tag: Option<Betrag>,
}

/// # Öffentliche Förderung
///
/// Eine Förderung aus öffentlichen Mitteln.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Foerderung {
    /// # Bezeichnung
    ///
    /// Wer was fördert.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bezeichnung: Option<String>,
    /// # Betrag je Jahr
    ///
    /// Anrechenbarer Betrag je Jahr in Euro.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub betrag: Option<Betrag>,
}

/// # Zustimmung zu einer Investition
///
/// Die Zustimmung des zuständigen öffentlichen Trägers zu einer Investitionsmaßnahme.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Investitionszustimmung {
    /// # Maßnahme
    ///
    /// Worum es geht.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub massnahme: Option<String>,
    /// # Am
    ///
    /// Tag der Zustimmung.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub am: Option<Datum>,
}

/// # Abwesenheit
///
/// Was bei Abwesenheit des jungen Menschen gezahlt wird.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Abwesenheit {
    /// # Länger als Tage
    ///
    /// Erst wenn die Abwesenheit länger als so viele Tage dauert, gilt das verminderte Entgelt.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 365))]
    pub laenger_als_tage: Option<u32>,
    /// # Ab Tag
    ///
    /// Ab dem wievielten Tag der Abwesenheit das verminderte Entgelt dann gilt.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 365))]
    pub ab_tag: Option<u32>,
    /// # Prozent
    ///
    /// Wie viel Prozent des Entgelts dann gezahlt werden.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prozent: Option<Zahl>,
    /// # Höchstens Tage
    ///
    /// Für wie viele Tage im Kalenderjahr höchstens.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 366))]
    pub hoechstens_tage: Option<u32>,
    /// # Regelung
    ///
    /// Was dazu sonst vereinbart ist.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub regelung: Option<String>,
}
