use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::modell::serde_help::{is_default, null_is_missing};
use crate::modell::{Betrag, Entgeltbestandteil, Zahl};

/// # Fachleistungsstunde
///
/// Das Entgelt je Fachleistungsstunde: Jahreskosten geteilt durch die Netto-Jahresarbeitszeit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Fachleistungsstunde {
    /// # Entgeltbestandteile
    ///
    /// Woraus sie sich zusammensetzt.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub bestandteile: Vec<Entgeltbestandteil>,
    /// # Jahresarbeitszeit
    ///
    /// Wie viele Stunden im Jahr geleistet werden.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "is_default")]
    pub jahresarbeitszeit: Jahresarbeitszeit,
    /// # Betrag je Stunde
    ///
    /// Vereinbartes Entgelt; es wird mit dem berechneten verglichen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub betrag: Option<Betrag>,
}

/// # Jahresarbeitszeit
///
/// Von den Arbeitstagen eines Jahres zu den Stunden, die in Rechnung gestellt werden können.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Jahresarbeitszeit {
    /// # Arbeitstage
    ///
    /// Arbeitstage eines Jahres vor Abzug.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 366))]
    pub arbeitstage: Option<u32>,
    /// # Stunden je Tag
    ///
    /// Vertragliche Arbeitszeit je Tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stunden_je_tag: Option<Zahl>,
    /// # Allgemeine Minderzeiten
    ///
    /// Tage, an denen nicht gearbeitet wird: Urlaub, Krankheit, Feiertage.
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub minderzeiten: Vec<Minderzeit>,
    /// # Fachliche Minderzeit in Prozent
    ///
    /// Fach- und fallspezifische Minderzeiten: Anteil an der Brutto-Jahresarbeitszeit in Prozent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fachliche_minderzeit_prozent: Option<Zahl>,
    /// # Direkte Minuten
    ///
    /// Minuten am jungen Menschen je Fachleistungsstunde. Fehlt die Angabe: 60.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 60))]
    pub direkte_minuten: Option<u32>,
}

/// # Minderzeit
///
/// Tage im Jahr, an denen nicht gearbeitet wird.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Minderzeit {
    /// # Bezeichnung
    ///
    /// Wodurch sie entsteht.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bezeichnung: Option<String>,
    /// # Tage
    ///
    /// Tage im Jahr.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tage: Option<Zahl>,
}
