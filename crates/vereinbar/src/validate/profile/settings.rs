//! How rules weigh in an office: data, not code.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::finding::Severity;
use crate::modell::Zahl;
use crate::validate::checking::rule::Rule;

/// # Prüfprofil
///
/// Wie die Regeln in einem Land oder einem Amt wiegen, und welche Grenzwerte dort gelten.
///
/// ```
/// use vereinbar::{Profile, RuleSeverity};
/// let profile = Profile::parse(r#"{
///     "name": "Landkreis Musterland",
///     "severity": {"ziele_many": "off", "plz_unusual": "warning"},
///     "limits": {"min_auslastung_prozent": "90"}
/// }"#)?;
/// assert_eq!(profile.severity["ziele_many"], RuleSeverity::Off);
///
/// let error = Profile::parse(r#"{"severity": {"zeile_many": "off"}}"#).unwrap_err();
/// assert!(error.to_string().contains("„ziele_many“"));
/// # Ok::<(), vereinbar::ProfileError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Profile {
    /// # Name
    ///
    /// Für wen das Profil gilt, zum Beispiel ein Landkreis.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// # Anmerkung
    ///
    /// Woher die Angaben stammen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// # Schwere
    ///
    /// Wie schwer eine Regel wiegt, nach ihrem Code. Die Angabe gilt auf jeder Stufe, auf der die Regel geprüft wird.
    ///
    /// A rule that is off without a profile is checked at both stages. The
    /// limits of `vereinbar` itself cannot be changed.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub severity: BTreeMap<String, RuleSeverity>,
    /// # Grenzwerte
    ///
    /// Zahlen, mit denen die Regeln vergleichen.
    #[serde(skip_serializing_if = "ProfileLimits::is_default")]
    pub limits: ProfileLimits,
}

codes! {
    /// # Schwere einer Regel
    ///
    /// Wie ein Befund gemeldet wird, oder dass er entfällt.
    #[derive(Deserialize, JsonSchema)]
    pub enum RuleSeverity, "Diese Schwere gibt es nicht." {
        Error: "error", "Fehler";
        Warning: "warning", "Warnung";
        Hint: "hint", "Hinweis";
        Off: "off", "aus";
    }
}

/// # Grenzwerte
///
/// Zahlen, mit denen die Regeln vergleichen. Was fehlt, gilt wie ohne Profil.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ProfileLimits {
    /// # Höchstzahl der Ziele
    ///
    /// Mehr Ziele in einem Vordruck geben einen Hinweis. Fehlt die Angabe: 3.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = crate::limits::MAX_LIST_ITEMS))]
    pub max_ziele: Option<u32>,
    /// # Niedrigste Auslastung
    ///
    /// Eine niedrigere Auslastung gilt als ungewöhnlich, in Prozent. Fehlt die Angabe: 85.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_auslastung_prozent: Option<Zahl>,
    /// # Höchste Auslastung
    ///
    /// Eine höhere Auslastung gilt als ungewöhnlich, in Prozent. Fehlt die Angabe: 100.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_auslastung_prozent: Option<Zahl>,
    /// # Höchste Kostensteigerung
    ///
    /// Um wie viel Prozent Kosten ohne Begründung steigen können. Fehlt die Angabe: 10.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_kostensteigerung_prozent: Option<Zahl>,
    /// # Längster Zeitraum des Entgelts
    ///
    /// Wie viele Jahre eine Entgeltvereinbarung üblicherweise höchstens umfasst. Fehlt die Angabe: 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 50))]
    pub max_entgelt_jahre: Option<u32>,
    /// # Höchster Anteil von Leitung, Verwaltung und Nebenkosten
    ///
    /// Fachleistungsstunde: Kosten für Leitung, Verwaltung und Nebenkosten in Prozent der Kosten der Fachkräfte. Fehlt die Angabe, wird das nicht geprüft.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_fls_overhead_prozent: Option<Zahl>,
    /// # Höchster Anteil der Sachkosten
    ///
    /// Fachleistungsstunde: Sachkosten in Prozent der Personalkosten. Fehlt die Angabe, wird das nicht geprüft.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_fls_sachkosten_prozent: Option<Zahl>,
    /// # Höchste Minderzeiten
    ///
    /// Fachleistungsstunde: fach- und fallspezifische Minderzeiten in Prozent der Brutto-Jahresarbeitszeit. Fehlt die Angabe, wird das nicht geprüft.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_fls_minderzeit_prozent: Option<Zahl>,
    /// # Höchstzahl der Plätze je Fachkraft
    ///
    /// Heimerziehung nach § 34 SGB VIII: wie viele Plätze auf eine pädagogische Vollzeitstelle kommen. Fehlt die Angabe, wird das nicht geprüft.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_plaetze_je_fachkraft: Option<Zahl>,
    /// # Tage je Monat
    ///
    /// Durch wie viele Tage eine Monatspauschale geteilt wird. Fehlt die Angabe, wird das nicht geprüft.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tage_je_monat: Option<Zahl>,
}

impl ProfileLimits {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

impl Profile {
    /// How a rule weighs that has the severity `own` at the stage in question.
    pub(in crate::validate) fn weigh(&self, rule: &Rule, own: Option<Severity>) -> Option<Severity> {
        let severity = match self.severity.get(rule.code).filter(|_| !rule.is_limit) {
            None => return own,
            Some(RuleSeverity::Off) => return None,
            Some(RuleSeverity::Error) => Severity::Error,
            Some(RuleSeverity::Warning) => Severity::Warning,
            Some(RuleSeverity::Hint) => Severity::Hint,
        };
        (own.is_some() || rule.is_off()).then_some(severity)
    }
}
