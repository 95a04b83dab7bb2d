use schemars::JsonSchema;
use serde::Serialize;

use super::Rechenwert;
use super::fraction::Fraction;
use crate::modell::{Jahresarbeitszeit, Minderzeit, Zahl};

/// # Netto-Jahresarbeitszeit
///
/// Von den Arbeitstagen eines Jahres zu den Stunden, die in Rechnung gestellt werden können.
///
/// `brutto_stunden` = Arbeitstage × Stunden je Tag; `bereinigte_stunden` =
/// (Arbeitstage − Minderzeiten) × Stunden je Tag; `netto_stunden` =
/// (bereinigt − fachliche Minderzeit in percent of brutto) × direkte Minuten / 60.
///
/// Source: seen in the NRW Rahmenvertrag, Anlage IV (brutto, bereinigt, netto), and
/// in the model of the Landkreis Friesland (45 direct minutes of 60).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Arbeitszeit {
    /// # Arbeitstage
    ///
    /// Arbeitstage eines Jahres vor Abzug.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arbeitstage: Option<u32>,
    /// # Stunden je Tag
    ///
    /// Vertragliche Arbeitszeit je Tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stunden_je_tag: Option<Zahl>,
    /// # Brutto-Stunden
    ///
    /// Arbeitstage mal Stunden je Tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub brutto_stunden: Option<Rechenwert>,
    /// # Allgemeine Minderzeiten
    ///
    /// Tage, an denen nicht gearbeitet wird.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub minderzeiten: Vec<Minderzeit>,
    /// # Tage der Minderzeiten
    ///
    /// Summe in Tagen. Sie fehlt, wenn zu einer Minderzeit die Tage fehlen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minderzeiten_tage: Option<Rechenwert>,
    /// # Netto-Tage
    ///
    /// Arbeitstage weniger Minderzeiten.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub netto_tage: Option<Rechenwert>,
    /// # Bereinigte Stunden
    ///
    /// Netto-Tage mal Stunden je Tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bereinigte_stunden: Option<Rechenwert>,
    /// # Fachliche Minderzeit in Prozent
    ///
    /// Fach- und fallspezifische Minderzeit, Anteil an den Brutto-Stunden.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fachliche_minderzeit_prozent: Option<Zahl>,
    /// # Fachliche Minderzeit in Stunden
    ///
    /// Dieser Anteil in Stunden.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fachliche_minderzeit_stunden: Option<Rechenwert>,
    /// # Direkte Minuten
    ///
    /// Minuten am jungen Menschen je Fachleistungsstunde; ohne Angabe 60.
    pub direkte_minuten: u32,
    /// # Netto-Stunden
    ///
    /// Stunden, durch die die Jahreskosten geteilt werden.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub netto_stunden: Option<Rechenwert>,
}

impl Arbeitszeit {
    /// The hours of a year, and their exact net number.
    pub(super) fn calculate(jahr: &Jahresarbeitszeit) -> (Self, Option<Fraction>) {
        let arbeitstage = jahr.arbeitstage.map(Fraction::from);
        let stunden = jahr.stunden_je_tag.map(Fraction::from);
        let brutto = arbeitstage.and_then(|tage| tage.multiply(stunden?));
        let minderzeiten = Fraction::sum(jahr.minderzeiten.iter().map(|minderzeit| minderzeit.tage.map(Into::into)));
        let netto_tage = arbeitstage.and_then(|tage| tage.subtract(minderzeiten?));
        let bereinigt = netto_tage.and_then(|tage| tage.multiply(stunden?));
        let prozent = jahr.fachliche_minderzeit_prozent;
        let fachlich = prozent.map_or(Some(Fraction::ZERO), |prozent| brutto?.percent(prozent.into()));
        let direkte_minuten = jahr.direkte_minuten.unwrap_or(60);
        let netto = bereinigt
            .and_then(|bereinigt| bereinigt.subtract(fachlich?))
            .and_then(|stunden| stunden.multiply(direkte_minuten.into())?.divide(60.into()));
        let result = Self {
            arbeitstage: jahr.arbeitstage,
            stunden_je_tag: jahr.stunden_je_tag,
            brutto_stunden: brutto.and_then(Rechenwert::zahl),
            minderzeiten: jahr.minderzeiten.clone(),
            minderzeiten_tage: minderzeiten.filter(|_| !jahr.minderzeiten.is_empty()).and_then(Rechenwert::zahl),
            netto_tage: netto_tage.and_then(Rechenwert::zahl),
            bereinigte_stunden: bereinigt.and_then(Rechenwert::zahl),
            fachliche_minderzeit_prozent: prozent,
            fachliche_minderzeit_stunden: fachlich.filter(|_| prozent.is_some()).and_then(Rechenwert::zahl),
            direkte_minuten,
            netto_stunden: netto.and_then(Rechenwert::zahl),
        };
        (result, netto)
    }
}
