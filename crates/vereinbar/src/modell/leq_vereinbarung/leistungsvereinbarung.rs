use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::modell::serde_help::{is_default, null_is_missing};
use crate::modell::{Datum, Gefaehrdungsabgrenzung, Personalausstattung, Prozessschritt, Zeitraum};

/// # Leistungsvereinbarung
///
/// Teil I: Inhalt, Umfang und Qualität des Leistungsangebots.
///
/// The first five contents of § 78c Abs. 1 SGB VIII have fields of their own; the two topics of the three-part agreement are [`hilfeprozess`](Self::hilfeprozess) and [`leistungs_und_gefaehrdungsbereich`](Self::leistungs_und_gefaehrdungsbereich).
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Leistungsvereinbarung {
    /// # Vereinbarung vom
    ///
    /// Tag, an dem die Leistungsvereinbarung geschlossen ist, wenn es nicht der Tag dieser Vereinbarung ist.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vom: Option<Datum>,
    /// # Vereinbarungszeitraum
    ///
    /// Vereinbarungszeitraum der Leistungsvereinbarung. Ohne letzten Tag gilt sie unbefristet.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub zeitraum: Zeitraum,
    /// # Art des Leistungsangebots
    ///
    /// Was angeboten wird: Art und Grundstruktur des Leistungsangebots.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub art_des_angebots: Option<String>,
    /// # Ziele des Leistungsangebots
    ///
    /// Was mit der Leistung erreicht werden soll.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub ziele: Vec<String>,
    /// # Qualität des Leistungsangebots
    ///
    /// Merkmale der Qualität, die für die Leistung zugesagt sind.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub qualitaet: Vec<String>,
    /// # Zu betreuender Personenkreis
    ///
    /// Für wen das Angebot da ist.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub personenkreis: Personenkreis,
    /// # Aufnahme
    ///
    /// Unter welchen Voraussetzungen sich der Träger zur Erbringung der Leistung verpflichtet.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub aufnahme: Aufnahme,
    /// # Leistungen
    ///
    /// Was die Leistung umfasst, was zusätzlich und was nicht.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub leistungen: Leistungen,
    /// # Hilfeplanung und Gestaltung des Hilfeprozesses
    ///
    /// Wie Hilfeplanung und Hilfeprozess gestaltet werden: von der Anfrage bis zur Beendigung.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub hilfeprozess: Vec<Prozessschritt>,
    /// # Abgrenzung des Leistungs- und Gefährdungsbereiches
    ///
    /// Wo die Leistung endet und das Verfahren bei Kindeswohlgefährdung beginnt.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub leistungs_und_gefaehrdungsbereich: Gefaehrdungsabgrenzung,
    /// # Personal: personelle Ausstattung
    ///
    /// Die erforderliche personelle Ausstattung und die Qualifikation des Personals.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub personal: Personalausstattung,
    /// # Sachausstattung
    ///
    /// Die erforderliche sächliche Ausstattung.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub sachausstattung: Vec<String>,
    /// # Betriebsnotwendige Anlagen
    ///
    /// Die betriebsnotwendigen Anlagen der Einrichtung.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub betriebsnotwendige_anlagen: Vec<String>,
    /// # Schutz, Beteiligung und Inklusion
    ///
    /// Schutz vor Gewalt, Beteiligung, Beschwerde und inklusive Ausrichtung.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub schutz_und_beteiligung: Schutz,
    /// # Führungszeugnisse
    ///
    /// Wie § 72a SGB VIII eingehalten wird.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub fuehrungszeugnisse: Fuehrungszeugnisse,
    /// # Akten
    ///
    /// Aufbewahrung, Einsicht und Auskunft nach § 9b SGB VIII.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub akten: Akten,
    /// # Datenschutz
    ///
    /// Wie Sozialdaten geschützt werden.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub datenschutz: Option<String>,
    /// # Prüfung
    ///
    /// Wie die Leistung geprüft werden kann.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pruefung: Option<String>,
    /// # Kündigung
    ///
    /// Mit welcher Frist und Form gekündigt werden kann.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kuendigung: Option<String>,
}

/// # Personenkreis
///
/// Für wen das Leistungsangebot da ist.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Personenkreis {
    /// # Beschreibung
    ///
    /// Welche jungen Menschen und Familien das Angebot erreicht.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beschreibung: Option<String>,
    /// # Alter von
    ///
    /// Mindestalter bei der Aufnahme in Jahren.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0, max = 27))]
    pub alter_von: Option<u32>,
    /// # Alter bis
    ///
    /// Höchstalter bei der Aufnahme in Jahren.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0, max = 27))]
    pub alter_bis: Option<u32>,
    /// # Ausschluss
    ///
    /// Für wen das Angebot nicht geeignet ist.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub ausschluss: Vec<String>,
}

/// # Aufnahme
///
/// Wann und wie aufgenommen wird.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Aufnahme {
    /// # Voraussetzungen
    ///
    /// Voraussetzungen, unter denen sich der Träger zur Erbringung der Leistung verpflichtet.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub voraussetzungen: Vec<String>,
    /// # Verfahren
    ///
    /// Wie die Aufnahme abläuft.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub verfahren: Vec<String>,
}

/// # Leistungen
///
/// Was die Leistung umfasst.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Leistungen {
    /// # Grundleistungen
    ///
    /// Was mit dem Entgelt abgegolten ist.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub grundleistungen: Vec<String>,
    /// # Zusatzleistungen
    ///
    /// Was im Einzelfall zusätzlich vereinbart werden kann.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub zusatzleistungen: Vec<String>,
    /// # Nicht abgegoltene Leistungen
    ///
    /// Was mit dem Entgelt nicht abgegolten ist.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub nicht_abgegolten: Vec<String>,
}

/// # Schutz, Beteiligung und Inklusion
///
/// Qualitätsmerkmale, die § 77 und § 79a SGB VIII nennen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Schutz {
    /// # Gewaltschutz: Schutz vor Gewalt und Ausbeutung
    ///
    /// Wie junge Menschen vor Gewalt und Ausbeutung geschützt sind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gewaltschutz: Option<String>,
    /// # Beteiligung
    ///
    /// Wie junge Menschen beteiligt werden.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beteiligung: Option<String>,
    /// # Beschwerde
    ///
    /// Wie sie sich beschweren können, auch außerhalb der Einrichtung.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beschwerde: Option<String>,
    /// # Inklusion: inklusive Ausrichtung
    ///
    /// Wie das Angebot inklusiv ausgerichtet ist und Bedürfnisse junger Menschen mit Behinderungen berücksichtigt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inklusion: Option<String>,
}

/// # Führungszeugnisse
///
/// Wie § 72a SGB VIII eingehalten wird.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Fuehrungszeugnisse {
    /// # Regelung
    ///
    /// Was zu erweiterten Führungszeugnissen vereinbart ist.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub regelung: Option<String>,
    /// # Turnus in Jahren
    ///
    /// Spätestens nach wie vielen Jahren sie erneut vorgelegt werden.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 10))]
    pub turnus_jahre: Option<u32>,
}

/// # Akten
///
/// Was zu den Akten über junge Menschen vereinbart ist (§ 9b SGB VIII).
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Akten {
    /// # Aufbewahrung
    ///
    /// Wie lange und wo Akten aufbewahrt werden.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aufbewahrung: Option<String>,
    /// # Einsicht
    ///
    /// Wie Betroffene Einsicht nehmen können.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub einsicht: Option<String>,
    /// # Auskunft
    ///
    /// Wie Betroffene Auskunft erhalten.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auskunft: Option<String>,
}
