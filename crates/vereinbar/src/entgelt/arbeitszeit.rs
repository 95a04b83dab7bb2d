use schemars::JsonSchema;
use serde::Serialize;

use super::Rechenwert;
use super::fraction::Fraction;
use crate::modell::{Jahresarbeitszeit, Minderzeit, Stundenzeitraum, Zahl};

/// Minutes of a Fachleistungsstunde that are direct where the agreement does not say it.
const DIREKTE_MINUTEN: u32 = 60;

/// # Netto-Jahresarbeitszeit
///
/// Von der Arbeitszeit eines Jahres zu den Stunden, die in Rechnung gestellt werden können.
///
/// `brutto_stunden` = Arbeitstage × Stunden je Tag, or Wochenstunden × 365 / 7;
/// `bereinigte_stunden` = brutto − Minderzeiten (days × Stunden je Tag, and hours);
/// `netto_stunden` = (bereinigt − fachliche Minderzeit in percent of brutto) ×
/// direkte Minuten / 60; `stunden_insgesamt` = the agreed net hours, else these, ×
/// Stellen. Stunden je Tag that are not stated are a fifth of the Wochenstunden.
///
/// Source: seen in the NRW Rahmenvertrag, Anlage IV (brutto, bereinigt, netto), in
/// the model of the Landkreis Friesland (45 direct minutes of 60), in ForPlan's
/// Personalbemessung (365 / 7 × Wochenstunden) and in a paper of the Hansestadt Lübeck
/// (agreed hours of a month × Stellen); the fifth is inferred.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Arbeitszeit {
    /// # Arbeitstage
    ///
    /// Arbeitstage eines Jahres vor Abzug.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arbeitstage: Option<u32>,
    /// # Wochenstunden
    ///
    /// Vertragliche Arbeitszeit je Woche.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wochenstunden: Option<Zahl>,
    /// # Stunden je Tag
    ///
    /// Vertragliche Arbeitszeit je Tag; ohne Angabe ein Fünftel der Wochenstunden.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stunden_je_tag: Option<Rechenwert>,
    /// # Brutto-Stunden
    ///
    /// Arbeitstage mal Stunden je Tag, ohne Arbeitstage 365 Siebtel der Wochenstunden.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub brutto_stunden: Option<Rechenwert>,
    /// # Allgemeine Minderzeiten
    ///
    /// Tage oder Stunden, in denen nicht gearbeitet wird.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub minderzeiten: Vec<Minderzeit>,
    /// # Tage der Minderzeiten
    ///
    /// Summe in Tagen. Sie fehlt, wenn keine Minderzeit nach Tagen zählt oder eine gar keine Angabe hat.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minderzeiten_tage: Option<Rechenwert>,
    /// # Stunden der Minderzeiten
    ///
    /// Tage der Minderzeiten mal Stunden je Tag, dazu die Minderzeiten in Stunden.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minderzeiten_stunden: Option<Rechenwert>,
    /// # Bereinigte Stunden
    ///
    /// Brutto-Stunden weniger Minderzeiten.
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
    /// Minuten je Fachleistungsstunde, die am jungen Menschen oder in der Familie geleistet werden; ohne Angabe 60.
    pub direkte_minuten: u32,
    /// # Netto-Stunden
    ///
    /// Berechnete Netto-Stunden einer Vollzeitstelle.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub netto_stunden: Option<Rechenwert>,
    /// # Vereinbarte Netto-Stunden
    ///
    /// Vereinbarte Netto-Stunden einer Vollzeitstelle im Jahr; vereinbarte Stunden je Monat mal 12. Sie gelten anstelle der berechneten.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vereinbarte_stunden: Option<Rechenwert>,
    /// # Stellen
    ///
    /// Vollzeitstellen hinter den Kosten; ohne Angabe 1.
    pub stellen: Zahl,
    /// # Stunden insgesamt
    ///
    /// Stunden, durch die die Jahreskosten geteilt werden: Netto-Stunden mal Stellen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stunden_insgesamt: Option<Rechenwert>,
}

impl Arbeitszeit {
    /// Whether net hours are agreed that are not the calculated ones.
    #[must_use]
    pub fn weicht_ab(&self) -> bool {
        self.vereinbarte_stunden.zip(self.netto_stunden).is_some_and(|(agreed, calculated)| agreed != calculated)
    }

    /// The hours of a year, and their exact number, by which costs are divided.
    pub(super) fn calculate(jahr: &Jahresarbeitszeit) -> (Self, Option<Fraction>) {
        let wochenstunden = jahr.wochenstunden.map(Fraction::from);
        let je_tag = jahr.stunden_je_tag.map(Fraction::from).or_else(|| wochenstunden?.divide(5.into()));
        let brutto = match jahr.arbeitstage {
            Some(arbeitstage) => je_tag.and_then(|je_tag| je_tag.multiply(arbeitstage.into())),
            None => wochenstunden.and_then(|stunden| stunden.multiply(365.into())?.divide(7.into())),
        };
        let minderzeiten = Minderzeiten::of(&jahr.minderzeiten, je_tag);
        let bereinigt = brutto.and_then(|brutto| brutto.subtract(minderzeiten.stunden?));
        let prozent = jahr.fachliche_minderzeit_prozent;
        let fachlich = prozent.map_or(Some(Fraction::ZERO), |prozent| brutto?.percent(prozent.into()));
        let direkte_minuten = jahr.direkte_minuten.unwrap_or(DIREKTE_MINUTEN);
        let netto = bereinigt
            .and_then(|bereinigt| bereinigt.subtract(fachlich?))
            .and_then(|stunden| stunden.multiply(direkte_minuten.into())?.divide(60.into()));
        let vereinbart = jahr.netto_stunden.and_then(|stunden| {
            let zeitraum = jahr.netto_stunden_je.unwrap_or(Stundenzeitraum::Jahr);
            Fraction::from(stunden).multiply(match zeitraum {
                Stundenzeitraum::Jahr => 1.into(),
                Stundenzeitraum::Monat => 12.into(),
            })
        });
        let stellen = jahr.stellen.unwrap_or_else(|| Zahl::from(1));
        let insgesamt = vereinbart.or(netto).and_then(|stunden| stunden.multiply(stellen.into()));
        let result = Self {
            arbeitstage: jahr.arbeitstage,
            wochenstunden: jahr.wochenstunden,
            stunden_je_tag: je_tag.and_then(Rechenwert::zahl),
            brutto_stunden: brutto.and_then(Rechenwert::zahl),
            minderzeiten: jahr.minderzeiten.clone(),
            minderzeiten_tage: minderzeiten.tage.and_then(Rechenwert::zahl),
            minderzeiten_stunden: minderzeiten
                .stunden
                .filter(|_| !jahr.minderzeiten.is_empty())
                .and_then(Rechenwert::zahl),
            bereinigte_stunden: bereinigt.and_then(Rechenwert::zahl),
            fachliche_minderzeit_prozent: prozent,
            fachliche_minderzeit_stunden: fachlich.filter(|_| prozent.is_some()).and_then(Rechenwert::zahl),
            direkte_minuten,
            netto_stunden: netto.and_then(Rechenwert::zahl),
            vereinbarte_stunden: vereinbart.and_then(Rechenwert::zahl),
            stellen,
            stunden_insgesamt: insgesamt.and_then(Rechenwert::zahl),
        };
        (result, insgesamt)
    }
}

/// What is not worked, in days where it is counted so, and in hours.
struct Minderzeiten {
    tage: Option<Fraction>,
    stunden: Option<Fraction>,
}

impl Minderzeiten {
    fn of(minderzeiten: &[Minderzeit], je_tag: Option<Fraction>) -> Self {
        if minderzeiten.iter().any(|minderzeit| minderzeit.tage.is_none() && minderzeit.stunden.is_none()) {
            return Self { tage: None, stunden: None };
        }
        let of = |of: fn(&Minderzeit) -> Option<Zahl>| {
            let mut counted = minderzeiten.iter().filter_map(of).map(|zahl| Some(zahl.into())).peekable();
            counted.peek()?;
            Some(Fraction::sum(counted))
        };
        let tage = of(|minderzeit| minderzeit.tage);
        let of_tage = tage.map_or(Some(Fraction::ZERO), |tage| tage?.multiply(je_tag?));
        let in_stunden = of(|minderzeit| minderzeit.stunden).unwrap_or(Some(Fraction::ZERO));
        Self { tage: tage.flatten(), stunden: of_tage.and_then(|stunden| stunden.add(in_stunden?)) }
    }
}
