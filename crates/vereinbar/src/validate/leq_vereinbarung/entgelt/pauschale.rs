//! Pauschalen and the Jahresbudget.

use super::kosten::{
    self, AMOUNT_MISSING, BEZEICHNUNG, DIVERGENCE, IMPOSSIBLE, NOT_CALCULABLE, check_stated, divergence,
};
use super::schritt;
use crate::modell::{Filled as _, Jahresbudget, Pauschale, Zahl};
use crate::validate::checking::at::{At, field};
use crate::validate::checking::rule::rules;
use crate::validate::leq_vereinbarung::context::Context;

rules! {
    TAGE_JE_MONAT: "tage_je_monat_unusual", DOUBT,
        "Die Pauschale ist mit einer anderen Zahl von Tagen im Monat gerechnet, als das Prüfprofil vorsieht.",
        "Prüfen Sie die Tage je Monat.",
        "Prüfprofil";
}

pub(super) fn check(pauschalen: At<'_, Vec<Pauschale>>, context: &Context<'_>) {
    for (pauschale, berechnet) in pauschalen.each().zip(&context.berechnung.pauschalen) {
        check_tage(field!(pauschale.tage_je_monat), Some(berechnet.tage_je_monat));
        if pauschale.is_filled() {
            field!(pauschale.bezeichnung).require(BEZEICHNUNG.saying("Es fehlt, wofür die Pauschale gilt."));
        }
        if pauschale.betrag.is_none() && pauschale.betrag_je_tag.is_none() {
            field!(pauschale.betrag).report(AMOUNT_MISSING.saying("Der Betrag je Monat fehlt."));
        }
        // With how many days a month is reckoned without an entry is inferred, and contradicts nothing.
        if pauschale.tage_je_monat.is_some() {
            check_stated("Der Betrag je Tag", field!(pauschale.betrag_je_tag), berechnet.betrag_je_tag);
        }
        schritt::check(field!(pauschale.schritte), &berechnet.schritte, context);
    }
}

/// Days of a month: possible ones, and those of the profile.
pub(super) fn check_tage(tage: At<'_, Option<Zahl>>, counted: Option<Zahl>) {
    if tage.is_some_and(|tage| tage < Zahl::from(1) || tage > Zahl::from(31)) {
        tage.report(IMPOSSIBLE.saying("Ein Monat hat nicht weniger als 1 und nicht mehr als 31 Tage."));
    }
    if let (Some(usual), Some(counted)) = (tage.limits().tage_je_monat, counted)
        && usual != counted
    {
        tage.report(TAGE_JE_MONAT.saying(format!(
            "Ein Monat ist mit {} Tagen gerechnet; das Prüfprofil sieht {} vor.",
            counted.deutsch(),
            usual.deutsch()
        )));
    }
}

pub(super) fn check_jahresbudget(budget: At<'_, Jahresbudget>, context: &Context<'_>) {
    let Some(berechnet) = &context.berechnung.jahresbudget else { return };
    let has_gap = kosten::check(field!(budget.bestandteile), &berechnet.summe.bestandteile);
    if budget.is_filled() && !has_gap && berechnet.betrag.is_none() {
        if budget.bestandteile.is_filled() {
            let message = "Das Jahresbudget ist nicht zu berechnen: Eine Angabe ist leer, oder ein Betrag ist zu groß.";
            field!(budget.bestandteile).report(NOT_CALCULABLE.saying(message));
        } else {
            field!(budget.betrag).report(AMOUNT_MISSING.saying("Das Jahresbudget hat keinen Betrag."));
        }
    }
    check_stated("Das Jahresbudget", field!(budget.betrag), berechnet.betrag);
    if let Some(message) = divergence(context, &berechnet.summe) {
        field!(budget.betrag).report(DIVERGENCE.saying(message));
    }
    schritt::check(field!(budget.schritte), &berechnet.schritte, context);
}
