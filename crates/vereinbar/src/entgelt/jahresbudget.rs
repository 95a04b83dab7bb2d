use schemars::JsonSchema;
use serde::Serialize;

use super::bestandteil::differs;
use super::fraction::Fraction;
use super::satz::{Satz, satzberechnung};
use super::{Bestandteil, Rechenwert, Rundungsregel, Schritt};
use crate::modell::{Betrag, Entgeltschritt, Jahresbudget};

satzberechnung! {
    /// # Berechnung des Jahresbudgets
    ///
    /// Das Entgelt für ein ganzes Jahr: die Kosten nach Abzug, ungeteilt.
    ///
    /// The sum follows the rule of the [Tagessatz](super::Tagessatzberechnung);
    /// `betrag_je_rate` = what is agreed, else calculated, / `raten`, rounded.
    ///
    /// Source: the Jahresbudget instead of a Tagessatz is seen in the Hessian
    /// Rahmenvereinbarung, Anlage 3; its instalments are inferred.
    pub struct Jahresbudgetberechnung {
        before {}
        /// # Betrag je Jahr
        ///
        /// Das Jahresbudget in Euro. Es fehlt, wenn ein Bestandteil nicht zu berechnen ist.
        betrag,
        /// # Vereinbart
        ///
        /// Das vereinbarte Jahresbudget.
        vereinbart,
        after {
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
        }
    }
}

impl Jahresbudgetberechnung {
    /// `None` when the agreement has no Jahresbudget.
    pub(super) fn calculate(budget: &Jahresbudget, rundung: Rundungsregel) -> Option<Self> {
        if *budget == Jahresbudget::default() {
            return None;
        }
        let satz = Satz::calculate(&budget.bestandteile, budget.betrag, Some(1.into()), rundung);
        let gilt = satz.gilt();
        let je_rate = budget.raten.and_then(|raten| Fraction::from(gilt?).divide(raten.into()));
        Some(Self {
            raten: budget.raten,
            genau_je_rate: je_rate.and_then(Rechenwert::euro),
            betrag_je_rate: je_rate.and_then(|genau| rundung.round(genau)),
            ..Self::of_satz(satz, &budget.schritte, rundung)
        })
    }
}
