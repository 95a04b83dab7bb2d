//! The Tagessatz: what it is divided by, and its sum.

use super::context::Context;
use super::kosten::{self, DIVERGENCE, IMPOSSIBLE, MISMATCH, NOT_CALCULABLE, divergence};
use crate::modell::{Tagessatz, Zahl};
use crate::pointer::Pointer;
use crate::validate::checker::Checker;
use crate::validate::rule::rules;

rules! {
    AUSLASTUNG: "auslastung_unusual", DOUBT,
        "Die Auslastung ist ungewöhnlich.",
        "Prüfen Sie die Auslastung.",
        "Plausibilität";
    AUSLASTUNG_MISSING: "auslastung_missing", GAP,
        "Die Auslastung fehlt; gerechnet ist mit 100 Prozent.",
        "Tragen Sie ein, mit wie viel Prozent Auslastung der Tagessatz berechnet ist.",
        "Plausibilität";
    BERECHNUNGSTAGE: "berechnungstage_unusual", DOUBT,
        "Die Berechnungstage sind weder 365 noch 366.",
        "Prüfen Sie die Tage je Platz und Jahr.",
        "Plausibilität";
    PLAETZE: "tagessatz_plaetze_differ", DOUBT,
        "Der Tagessatz ist mit anderen Plätzen berechnet, als vereinbart sind.",
        "Prüfen Sie die Plätze.",
        "Plausibilität";
}

const HIGHEST: u32 = 100;
const LOWEST: u32 = 85;

pub(super) fn check(checker: &mut Checker, at: Pointer<'_>, context: &Context<'_>) {
    let at = at.key("tagessatz");
    let tagessatz = &context.vereinbarung.entgeltvereinbarung.tagessatz;
    check_auslastung(checker, at.key("auslastung"), tagessatz.auslastung);
    if let Some(tage) = tagessatz.berechnungstage.filter(|tage| !matches!(tage, 365 | 366)) {
        let message = format!("Gerechnet wird mit {tage} Tagen im Jahr.");
        checker.report_with(&BERECHNUNGSTAGE, at.key("berechnungstage"), message);
    }
    if let (Some(here), Some(vereinbart)) = (tagessatz.plaetze, context.vereinbarung.leistungsangebot.plaetze)
        && here != vereinbart
    {
        let message = format!("Der Tagessatz ist mit {here} Plätzen berechnet; vereinbart sind {vereinbart}.");
        checker.report_with(&PLAETZE, at.key("plaetze"), message);
    }
    check_summe(checker, at, context, tagessatz);
}

fn check_auslastung(checker: &mut Checker, at: Pointer<'_>, auslastung: Option<Zahl>) {
    let Some(auslastung) = auslastung else { return };
    let limits = &checker.options.profile.limits;
    let lowest = limits.min_auslastung_prozent.unwrap_or_else(|| Zahl::from(LOWEST));
    let highest = limits.max_auslastung_prozent.unwrap_or_else(|| Zahl::from(HIGHEST));
    if auslastung == Zahl::from(0) || auslastung > Zahl::from(100) {
        let message = format!("Eine Auslastung von {} Prozent ist nicht möglich.", auslastung.deutsch());
        checker.report_with(&IMPOSSIBLE, at, message);
    } else if auslastung < lowest || auslastung > highest {
        let message = format!(
            "Die Auslastung ist {} Prozent; geprüft wird auf {} bis {}.",
            auslastung.deutsch(),
            lowest.deutsch(),
            highest.deutsch()
        );
        checker.report_with(&AUSLASTUNG, at, message);
    }
}

fn check_summe(checker: &mut Checker, at: Pointer<'_>, context: &Context<'_>, tagessatz: &Tagessatz) {
    let Some(berechnet) = &context.berechnung.tagessatz else { return };
    kosten::check(checker, at.key("bestandteile"), &tagessatz.bestandteile, &berechnet.bestandteile);
    let has_costs = tagessatz.bestandteile.iter().any(|bestandteil| !bestandteil.kosten.is_empty());
    if has_costs && tagessatz.auslastung.is_none() {
        checker.report(&AUSLASTUNG_MISSING, at.key("auslastung"));
    }
    let is_divided_by_zero = berechnet.belegungstage.is_some_and(|tage| tage.decimal().is_zero());
    if has_costs && berechnet.plaetze.is_none() {
        let message = "Der Tagessatz ist nicht zu berechnen, weil die Plätze fehlen.";
        checker.report_with(&NOT_CALCULABLE, at.key("plaetze"), message);
    } else if has_costs
        && berechnet.betrag.is_none()
        && !is_divided_by_zero
        && !kosten::has_gap(&tagessatz.bestandteile, &berechnet.bestandteile)
    {
        let message = "Der Tagessatz ist nicht zu berechnen: Eine Angabe ist leer, oder ein Betrag ist zu groß.";
        checker.report_with(&NOT_CALCULABLE, at.key("bestandteile"), message);
    }
    if let (true, Some(stated), Some(calculated)) = (berechnet.weicht_ab(), tagessatz.betrag, berechnet.betrag) {
        checker.report_with(&MISMATCH, at.key("betrag"), kosten::mismatch("Der Tagessatz", stated, calculated));
    }
    if let Some(message) = divergence(context, berechnet.summe_gerundet, berechnet.gesamt_gerundet) {
        checker.report_with(&DIVERGENCE, at.key("betrag"), message);
    }
}
