use super::fraction::{CENTS, Fraction};
use super::{Bestandteil, Rechenwert, Rundungsregel};
use crate::modell::{Bestandteilart, Betrag, Entgeltbestandteil, Rundungszeitpunkt};

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
        }
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
