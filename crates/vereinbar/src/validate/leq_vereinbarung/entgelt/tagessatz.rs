//! The Tagessatz: what it is divided by, and its sum.

use super::kosten::{self, AMOUNT_MISSING, DIVERGENCE, IMPOSSIBLE, NOT_CALCULABLE, check_stated, divergence};
use super::{pauschale, schritt};
use crate::modell::{Filled as _, Tagessatz, Zahl};
use crate::validate::checking::at::{At, field};
use crate::validate::checking::rule::rules;
use crate::validate::leq_vereinbarung::context::Context;

rules! {
    AUSLASTUNG: "auslastung_unusual", DOUBT,
        "Die Auslastung ist ungewöhnlich.",
        "Prüfen Sie die Auslastung.",
        "Plausibilität";
    AUSLASTUNG_MISSING: "auslastung_missing", GAP,
        "Die Auslastung fehlt; gerechnet ist mit 100 Prozent.",
        "Tragen Sie ein, mit wie viel Prozent Auslastung der Tagessatz berechnet ist.",
        "Plausibilität";
    BERECHNUNGSTAGE_MISSING: "berechnungstage_missing", GAP,
        "Die Berechnungstage fehlen; gerechnet ist mit 365 Tagen.",
        "Tragen Sie ein, mit wie vielen Tagen je Platz und Jahr der Tagessatz berechnet ist.",
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

pub(super) fn check(tagessatz: At<'_, Tagessatz>, context: &Context<'_>) {
    check_auslastung(field!(tagessatz.auslastung));
    if let Some(tage) = tagessatz.berechnungstage.filter(|tage| !matches!(tage, 365 | 366)) {
        let message = format!("Gerechnet wird mit {tage} Tagen im Jahr.");
        field!(tagessatz.berechnungstage).report(BERECHNUNGSTAGE.saying(message));
    }
    if let (Some(here), Some(vereinbart)) = (tagessatz.plaetze, context.vereinbarung.leistungsangebot.plaetze)
        && here != vereinbart
    {
        let message = format!("Der Tagessatz ist mit {here} Plätzen berechnet; vereinbart sind {vereinbart}.");
        field!(tagessatz.plaetze).report(PLAETZE.saying(message));
    }
    check_summe(tagessatz, context);
}

fn check_auslastung(at: At<'_, Option<Zahl>>) {
    let Some(auslastung) = *at else { return };
    let limits = at.limits();
    let lowest = limits.min_auslastung_prozent.unwrap_or_else(|| Zahl::from(LOWEST));
    let highest = limits.max_auslastung_prozent.unwrap_or_else(|| Zahl::from(HIGHEST));
    if auslastung == Zahl::from(0) || auslastung > Zahl::from(100) {
        let message = format!("Eine Auslastung von {} Prozent ist nicht möglich.", auslastung.deutsch());
        at.report(IMPOSSIBLE.saying(message));
    } else if auslastung < lowest || auslastung > highest {
        at.report(AUSLASTUNG.saying(format!(
            "Die Auslastung ist {} Prozent; geprüft wird auf {} bis {}.",
            auslastung.deutsch(),
            lowest.deutsch(),
            highest.deutsch()
        )));
    }
}

fn check_summe(tagessatz: At<'_, Tagessatz>, context: &Context<'_>) {
    let Some(berechnet) = &context.berechnung.tagessatz else { return };
    let has_gap = kosten::check(field!(tagessatz.bestandteile), &berechnet.summe.bestandteile);
    if tagessatz.bestandteile.iter().any(|bestandteil| !bestandteil.kosten.is_empty()) {
        field!(tagessatz.auslastung).require(&AUSLASTUNG_MISSING);
        field!(tagessatz.berechnungstage).require(&BERECHNUNGSTAGE_MISSING);
        let is_divided_by_zero = berechnet.belegungstage.is_some_and(|tage| tage.decimal().is_zero());
        if berechnet.plaetze.is_none() {
            let message = "Der Tagessatz ist nicht zu berechnen, weil die Plätze fehlen.";
            field!(tagessatz.plaetze).report(NOT_CALCULABLE.saying(message));
        } else if berechnet.betrag.is_none() && !is_divided_by_zero && !has_gap {
            let message = "Der Tagessatz ist nicht zu berechnen: Eine Angabe ist leer, oder ein Betrag ist zu groß.";
            field!(tagessatz.bestandteile).report(NOT_CALCULABLE.saying(message));
        }
    }
    if tagessatz.is_filled() && !tagessatz.bestandteile.is_filled() {
        let message = "Der Tagessatz hat weder Bestandteile noch einen Betrag.";
        field!(tagessatz.betrag).require(AMOUNT_MISSING.saying(message));
    }
    pauschale::check_tage(field!(tagessatz.tage_je_monat), tagessatz.tage_je_monat);
    schritt::check(field!(tagessatz.schritte), &berechnet.schritte, context);
    check_stated("Der Tagessatz", field!(tagessatz.betrag), berechnet.betrag);
    if let Some(message) = divergence(context, &berechnet.summe) {
        field!(tagessatz.betrag).report(DIVERGENCE.saying(message));
    }
}
