use super::fraction::{CENTS, Fraction};
use super::{Bestandteil, Rechenwert, Rundungsregel};
use crate::modell::{Bestandteilart, Betrag, Entgeltbestandteil, Rundungszeitpunkt};

/// Declares what the calculation of an Entgelt gives: what it has of its own before and after
/// the fields of its [`Satz`], which are the same for all. `betrag` and `vereinbart` are in its
/// own words.
macro_rules! satzberechnung {
    (
        $(#[$attribute:meta])*
        pub struct $name:ident {
            before { $($(#[$words_of_before:meta])* pub $before:ident: $Before:ty,)* }
            $(#[$words_of_betrag:meta])*
            betrag,
            $(#[$words_of_vereinbart:meta])*
            vereinbart,
            after { $($(#[$words_of_after:meta])* pub $after:ident: $After:ty,)* }
        }
    ) => {
        $(#[$attribute])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        #[non_exhaustive]
        pub struct $name {
            $($(#[$words_of_before])* pub $before: $Before,)*
            /// # Entgeltbestandteile
            ///
            /// Die Bestandteile in der Reihenfolge der Vereinbarung.
            #[serde(skip_serializing_if = "Vec::is_empty")]
            pub bestandteile: Vec<Bestandteil>,
            /// # Investitionen
            ///
            /// Was davon auf betriebsnotwendige Investitionen entfällt: ihre vereinbarten, sonst ihre berechneten Beträge in Euro. Fehlt ohne einen solchen Bestandteil, und wenn zu einem der Betrag fehlt.
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
            $(#[$words_of_betrag])*
            #[serde(skip_serializing_if = "Option::is_none")]
            pub betrag: Option<Betrag>,
            $(#[$words_of_vereinbart])*
            #[serde(skip_serializing_if = "Option::is_none")]
            pub vereinbart: Option<Betrag>,
            $($(#[$words_of_after])* pub $after: $After,)*
            /// # Schritte
            ///
            /// Die vereinbarten Änderungen in ihrer Reihenfolge.
            #[serde(skip_serializing_if = "Vec::is_empty")]
            pub schritte: Vec<Schritt>,
        }

        impl $name {
            /// Whether the stated amount is another than the calculated one.
            #[must_use]
            pub fn weicht_ab(&self) -> bool {
                differs(self.vereinbart, self.betrag)
            }

            /// What it has of its Satz; its own is still to be filled in.
            fn of_satz(satz: Satz, schritte: &[Entgeltschritt], rundung: Rundungsregel) -> Self {
                Self {
                    $($before: Default::default(),)*
                    schritte: Schritt::calculate_all(schritte, satz.gilt(), satz.fest, rundung),
                    bestandteile: satz.bestandteile,
                    investitionen: satz.investitionen,
                    genau: satz.genau,
                    summe_gerundet: satz.summe_gerundet,
                    gesamt_gerundet: satz.gesamt_gerundet,
                    betrag: satz.betrag,
                    vereinbart: satz.vereinbart,
                    $($after: Default::default(),)*
                }
            }
        }
    };
}
pub(super) use satzberechnung;

/// Components and their sum, the same for Tagessatz, Fachleistungsstunde and Jahresbudget.
pub(super) struct Satz {
    pub(super) bestandteile: Vec<Bestandteil>,
    /// Of those for Investitionen what is agreed, else what is calculated.
    pub(super) investitionen: Option<Rechenwert>,
    pub(super) genau: Option<Rechenwert>,
    /// The one and the other sum, when they differ.
    pub(super) summe_gerundet: Option<Betrag>,
    pub(super) gesamt_gerundet: Option<Betrag>,
    pub(super) betrag: Option<Betrag>,
    pub(super) vereinbart: Option<Betrag>,
    /// What does not rise with the Entgelt: nothing without Investitionen, `None` where
    /// an amount of theirs is missing.
    pub(super) fest: Option<Fraction>,
}

impl Satz {
    pub(super) fn calculate(
        bestandteile: &[Entgeltbestandteil],
        vereinbart: Option<Betrag>,
        teiler: Option<Fraction>,
        rundung: Rundungsregel,
    ) -> Self {
        let has_costs = bestandteile.iter().any(|bestandteil| !bestandteil.kosten.is_empty());
        let (bestandteile, exact): (Vec<_>, Vec<_>) =
            bestandteile.iter().map(|bestandteil| Bestandteil::calculate(bestandteil, teiler, rundung)).unzip();
        let summands = bestandteile.iter().map(|bestandteil| bestandteil.betrag.map(Fraction::from));
        let sum = Fraction::sum(summands).and_then(to_the_cent);
        let exact = Fraction::sum(exact).filter(|_| !bestandteile.is_empty());
        let total = exact.and_then(|exact| rundung.round(exact));
        let is_divergent = sum.is_some() && total.is_some() && sum != total;
        let betrag = match rundung.zeitpunkt {
            _ if bestandteile.is_empty() => vereinbart,
            Rundungszeitpunkt::Gesamt => total,
            Rundungszeitpunkt::JeBestandteil => sum,
        };
        let fest = Fraction::sum(investitionen(&bestandteile).map(|betrag| betrag.map(Fraction::from)));
        let mut of_investitionen = investitionen(&bestandteile).peekable();
        let has_investitionen = of_investitionen.peek().is_some();
        Self {
            investitionen: Rechenwert::sum(of_investitionen).filter(|_| has_investitionen),
            fest,
            bestandteile,
            // What is only agreed is exact as it stands.
            genau: exact.filter(|_| has_costs).and_then(Rechenwert::euro),
            summe_gerundet: sum.filter(|_| is_divergent),
            gesamt_gerundet: total.filter(|_| is_divergent),
            betrag,
            vereinbart,
        }
    }

    /// What is to be paid: what is agreed, else what is calculated.
    pub(super) fn gilt(&self) -> Option<Betrag> {
        self.vereinbart.or(self.betrag)
    }
}

/// A sum of amounts has no more places than they; it may be too large.
fn to_the_cent(sum: Fraction) -> Option<Betrag> {
    sum.cut(CENTS).and_then(|sum| sum.try_into().ok())
}

fn investitionen(bestandteile: &[Bestandteil]) -> impl Iterator<Item = Option<Betrag>> {
    let is_investition = |bestandteil: &&Bestandteil| bestandteil.art == Some(Bestandteilart::Investition);
    bestandteile.iter().filter(is_investition).map(|teil| teil.vereinbart.or(teil.betrag))
}
