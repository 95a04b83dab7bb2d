use schemars::JsonSchema;
use serde::Serialize;

use super::bestandteil::differs;
use super::fraction::Fraction;
use super::satz::Satz;
use super::{Bestandteil, Rechenwert, Rundungsregel, Schritt};
use crate::modell::{Betrag, Jahresbudget};

/// # Berechnung des Jahresbudgets
///
/// Das Entgelt für ein ganzes Jahr: die Kosten nach Abzug, ungeteilt.
///
/// The sum follows the rule of the [Tagessatz](super::Tagessatzberechnung);
/// `betrag_je_rate` = what is agreed, else calculated, / `raten`, rounded.
///
/// Source: the Jahresbudget instead of a Tagessatz is seen in the Hessian
/// Rahmenvereinbarung, Anlage 3; its instalments are inferred.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Jahresbudgetberechnung {
    /// # Entgeltbestandteile
    ///
    /// Die Bestandteile in der Reihenfolge der Vereinbarung.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bestandteile: Vec<Bestandteil>,
    /// # Investitionen
    ///
    /// Was davon auf betriebsnotwendige Investitionen entfällt, in Euro. Fehlt ohne einen solchen Bestandteil, und wenn zu einem der Betrag fehlt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub investitionen: Option<Rechenwert>,
    /// # Genauer Betrag
    ///
    /// Summe der genauen Beträge, vor der Rundung. Fehlt, wenn alle Bestandteile nur vereinbart sind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub genau: Option<Rechenwert>,
    /// # Summe, je Bestandteil gerundet
    ///
    /// Summe der gerundeten Beträge, wenn sie von der gerundeten Summe abweicht.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summe_gerundet: Option<Betrag>,
    /// # Summe, gesamt gerundet
    ///
    /// Gerundete Summe der genauen Beträge, wenn sie von der Summe der gerundeten abweicht.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gesamt_gerundet: Option<Betrag>,
    /// # Betrag je Jahr
    ///
    /// Das Jahresbudget in Euro. Es fehlt, wenn ein Bestandteil nicht zu berechnen ist.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub betrag: Option<Betrag>,
    /// # Vereinbart
    ///
    /// Das vereinbarte Jahresbudget.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vereinbart: Option<Betrag>,
    /// # Raten
    ///
    /// In wie vielen gleichen Raten es gezahlt wird.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub raten: Option<u32>,
    /// # Genauer Betrag je Rate
    ///
    /// Vereinbartes, sonst berechnetes Budget, durch die Zahl der Raten geteilt, vor der Rundung.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub genau_je_rate: Option<Rechenwert>,
    /// # Betrag je Rate
    ///
    /// Gerundeter Betrag je Rate in Euro.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub betrag_je_rate: Option<Betrag>,
    /// # Schritte
    ///
    /// Die vereinbarten Änderungen in ihrer Reihenfolge.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub schritte: Vec<Schritt>,
}

impl Jahresbudgetberechnung {
    /// Whether the stated amount is another than the calculated one.
    #[must_use]
    pub fn weicht_ab(&self) -> bool {
        differs(self.vereinbart, self.betrag)
    }

    /// `None` when the agreement has no Jahresbudget.
    pub(super) fn calculate(budget: &Jahresbudget, rundung: Rundungsregel) -> Option<Self> {
        if *budget == Jahresbudget::default() {
            return None;
        }
        let satz = Satz::calculate(&budget.bestandteile, budget.betrag, Some(1.into()), rundung);
        let gilt = budget.betrag.or(satz.betrag);
        let je_rate = budget.raten.and_then(|raten| Fraction::from(gilt?).divide(raten.into()));
        Some(Self {
            bestandteile: satz.bestandteile,
            investitionen: satz.investitionen,
            genau: satz.genau,
            summe_gerundet: satz.summe_gerundet,
            gesamt_gerundet: satz.gesamt_gerundet,
            betrag: satz.betrag,
            vereinbart: budget.betrag,
            raten: budget.raten,
            genau_je_rate: je_rate.and_then(Rechenwert::euro),
            betrag_je_rate: je_rate.and_then(|genau| rundung.round(genau)),
            schritte: Schritt::calculate_all(&budget.schritte, gilt, satz.fest, rundung),
        })
    }
}
