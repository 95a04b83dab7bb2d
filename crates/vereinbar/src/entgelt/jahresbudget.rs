use schemars::JsonSchema;
use serde::Serialize;

use super::bestandteil::differs;
use super::fraction::Fraction;
use super::satz::{Bestandteilsumme, Satz};
use super::{Rechenwert, Rundungsregel, Schritt};
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
#[schemars(deny_unknown_fields)]
#[non_exhaustive]
pub struct Jahresbudgetberechnung {
    /// Components and their sum.
    #[serde(flatten)]
    pub summe: Bestandteilsumme,
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
            summe: satz.summe,
            betrag: satz.betrag,
            vereinbart: budget.betrag,
            raten: budget.raten,
            genau_je_rate: je_rate.and_then(Rechenwert::euro),
            betrag_je_rate: je_rate.and_then(|genau| rundung.round(genau)),
            schritte: Schritt::calculate_all(&budget.schritte, gilt, satz.fest, rundung),
        })
    }
}
