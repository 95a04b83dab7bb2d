//! The comparison with an earlier evaluation.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{AuswertungArt, BearbeiteterMassstab, Kennzahl, Kennzahlen, Massstabszeile};
use crate::modell::{Datum, FASSUNG};
use crate::spelling::without_bom;

/// # Vergleich
///
/// Dieselben Zahlen in einer früheren Auswertung und in dieser.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Vergleich {
    /// # Früherer Stichtag
    ///
    /// Der Stichtag der früheren Auswertung.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stichtag: Option<Datum>,
    /// # Kennzahlen
    ///
    /// Die Kennzahlen, die es in beiden gibt.
    pub kennzahlen: Vec<Kennzahlvergleich>,
    /// # Grundsätze und Maßstäbe
    ///
    /// Die Maßstäbe, die in einer der beiden vorkommen.
    pub grundsaetze_und_massstaebe: Vec<Massstabsvergleich>,
}

/// # Vergleich einer Kennzahl
///
/// Eine Anzahl vorher und jetzt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Kennzahlvergleich {
    /// # Kennzahl
    ///
    /// Was gezählt ist.
    pub kennzahl: Kennzahl,
    /// # Vorher
    ///
    /// Die Anzahl in der früheren Auswertung.
    pub vorher: usize,
    /// # Jetzt
    ///
    /// Die Anzahl in dieser Auswertung.
    pub jetzt: usize,
    /// # Unterschied
    ///
    /// Um wie viel sie gestiegen ist; negativ, wo sie gesunken ist.
    pub unterschied: i64,
}

/// # Vergleich eines Maßstabs
///
/// Vereinbarungen und erreichte Ziele zu einem Maßstab vorher und jetzt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Massstabsvergleich {
    /// # Maßstab
    ///
    /// Fehlt, wo keiner angegeben ist.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub massstab: Option<BearbeiteterMassstab>,
    /// # Vereinbarungen vorher
    ///
    /// Vereinbarungen dazu in der früheren Auswertung.
    pub vereinbarungen_vorher: usize,
    /// # Vereinbarungen jetzt
    ///
    /// Vereinbarungen dazu in dieser Auswertung.
    pub vereinbarungen_jetzt: usize,
    /// # Erreichte Ziele vorher
    ///
    /// Erreichte Ziele dazu in der früheren Auswertung.
    pub erreicht_vorher: usize,
    /// # Erreichte Ziele jetzt
    ///
    /// Erreichte Ziele dazu in dieser Auswertung.
    pub erreicht_jetzt: usize,
}

/// What of an earlier evaluation is compared with a later one.
///
/// ```
/// use vereinbar::auswertung::FruehereAuswertung;
/// use vereinbar::evaluate::{EvaluateOptions, Evaluator};
///
/// let json = Evaluator::new(EvaluateOptions::default()).finish().to_json();
/// let vorher = FruehereAuswertung::parse(&json)?;
/// let options = EvaluateOptions { vorher: Some(vorher), ..EvaluateOptions::default() };
/// let vergleich = Evaluator::new(options).finish().vergleich.unwrap();
/// assert_eq!(vergleich.kennzahlen[0].unterschied, 0);
/// # Ok::<(), vereinbar::auswertung::FruehereAuswertungError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FruehereAuswertung {
    stichtag: Option<Datum>,
    kennzahlen: Kennzahlen,
    massstaebe: Vec<Massstabszeile>,
}

/// The text is no earlier evaluation. `Display` is a German sentence and repeats nothing
/// of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FruehereAuswertungError {
    /// It is something else, or damaged.
    #[error(
        "Das ist keine Auswertung von vereinbar. Nennen Sie die JSON-Datei einer früheren Auswertung \
         (`vereinbar evaluate … -o auswertung.json`)."
    )]
    NoAuswertung,
    /// It was written by another version, whose numbers count something else.
    #[error(
        "Die frühere Auswertung hat eine andere Fassung des Datenformats. Werten Sie die damaligen Vereinbarungen \
         mit dieser Version neu aus."
    )]
    OtherFassung,
}

/// What is read of it; the rest is passed over.
#[derive(Deserialize)]
struct Read {
    art: String,
    fassung: u32,
    #[serde(default)]
    stichtag: Option<Datum>,
    #[serde(default)]
    kennzahlen: Option<serde_json::Value>,
    #[serde(default)]
    grundsaetze_und_massstaebe: Option<serde_json::Value>,
}

impl FruehereAuswertung {
    /// Reads it from the JSON of an evaluation.
    ///
    /// # Errors
    /// [`FruehereAuswertungError`] when the text is none, or one of another version.
    pub fn parse(text: &str) -> Result<Self, FruehereAuswertungError> {
        let read: Read = serde_json::from_str(without_bom(text)).map_err(|_| FruehereAuswertungError::NoAuswertung)?;
        if read.art != AuswertungArt::Auswertung.as_str() {
            return Err(FruehereAuswertungError::NoAuswertung);
        }
        if read.fassung != FASSUNG {
            return Err(FruehereAuswertungError::OtherFassung);
        }
        // The format is right, so what does not fit is of another version of the schema.
        let other = |_| FruehereAuswertungError::OtherFassung;
        Ok(Self {
            stichtag: read.stichtag,
            kennzahlen: serde_json::from_value(read.kennzahlen.unwrap_or_default()).map_err(other)?,
            massstaebe: serde_json::from_value(read.grundsaetze_und_massstaebe.unwrap_or_default()).map_err(other)?,
        })
    }

    /// What has changed since.
    pub(crate) fn compare(&self, kennzahlen: &Kennzahlen, massstaebe: &[Massstabszeile]) -> Vergleich {
        let numbers = kennzahlen.each().filter_map(|(kennzahl, jetzt)| {
            let vorher = self.kennzahlen.get(kennzahl)?.anzahl;
            let jetzt = jetzt.anzahl;
            let signed = |number| i64::try_from(number).unwrap_or(i64::MAX);
            Some(Kennzahlvergleich { kennzahl, vorher, jetzt, unterschied: signed(jetzt) - signed(vorher) })
        });
        let same = |a: &Massstabszeile, b: &Massstabszeile| match (&a.massstab, &b.massstab) {
            (Some(a), Some(b)) => {
                a.code == b.code && (a.code.is_some() || a.bezeichnung.to_lowercase() == b.bezeichnung.to_lowercase())
            }
            (a, b) => a.is_none() && b.is_none(),
        };
        let counts = |row: Option<&Massstabszeile>| {
            row.map_or((0, 0), |row| (row.vereinbarungen.anzahl, row.ergebnisse.erreicht.anzahl))
        };
        let row = |massstab: &Massstabszeile, vorher: Option<&Massstabszeile>, jetzt: Option<&Massstabszeile>| {
            let ((vereinbarungen_vorher, erreicht_vorher), (vereinbarungen_jetzt, erreicht_jetzt)) =
                (counts(vorher), counts(jetzt));
            Massstabsvergleich {
                massstab: massstab.massstab.clone(),
                vereinbarungen_vorher,
                vereinbarungen_jetzt,
                erreicht_vorher,
                erreicht_jetzt,
            }
        };
        let both = massstaebe
            .iter()
            .map(|jetzt| row(jetzt, self.massstaebe.iter().find(|vorher| same(vorher, jetzt)), Some(jetzt)));
        let gone = self.massstaebe.iter().filter(|vorher| !massstaebe.iter().any(|jetzt| same(vorher, jetzt)));
        Vergleich {
            stichtag: self.stichtag,
            kennzahlen: numbers.collect(),
            grundsaetze_und_massstaebe: both.chain(gone.map(|vorher| row(vorher, Some(vorher), None))).collect(),
        }
    }
}
