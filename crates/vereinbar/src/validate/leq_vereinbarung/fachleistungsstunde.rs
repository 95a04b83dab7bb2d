//! The Fachleistungsstunde: its hours, its sum, and the shares that a Land limits.

use rust_decimal::Decimal;

use super::context::{Context, is_above};
use super::kosten::{self, AMOUNT_MISSING, DIVERGENCE, IMPOSSIBLE, NOT_CALCULABLE, check_stated, divergence};
use crate::entgelt::{Fachleistungsstundenberechnung, Rechenwert};
use crate::modell::{Fachleistungsstunde, Kostenart, Zahl};
use crate::validate::at::{At, field};
use crate::validate::rule::rules;

rules! {
    ABOVE: "fls_above_limit", DOUBT,
        "Ein Anteil an der Fachleistungsstunde ist höher, als das Prüfprofil vorsieht.",
        "Prüfen Sie die Kosten oder die Minderzeiten, oder halten Sie fest, warum der Anteil höher ist.",
        "Prüfprofil";
}

pub(super) fn check(stunde: At<'_, Fachleistungsstunde>, context: &Context<'_>) {
    let Some(berechnet) = &context.berechnung.fachleistungsstunde else { return };
    let has_gap = kosten::check(field!(stunde.bestandteile), &berechnet.bestandteile);
    check_stunden(stunde, berechnet, has_gap);
    check_stated("Die Fachleistungsstunde", field!(stunde.betrag), berechnet.betrag);
    if let Some(message) = divergence(context, berechnet.summe_gerundet, berechnet.gesamt_gerundet) {
        field!(stunde.betrag).report(DIVERGENCE.saying(message));
    }
    check_shares(stunde, berechnet);
}

fn check_stunden(stunde: At<'_, Fachleistungsstunde>, berechnet: &Fachleistungsstundenberechnung, has_gap: bool) {
    let jahr = field!(stunde.jahresarbeitszeit);
    if jahr.stunden_je_tag.is_some_and(|stunden| stunden == Zahl::from(0) || stunden > Zahl::from(24)) {
        let message = "Ein Arbeitstag hat mehr als 0 und höchstens 24 Stunden.";
        field!(jahr.stunden_je_tag).report(IMPOSSIBLE.saying(message));
    }
    let mut is_complete = jahr.arbeitstage.is_some() && jahr.stunden_je_tag.is_some();
    for minderzeit in field!(jahr.minderzeiten).each() {
        is_complete &= minderzeit.tage.is_some();
        field!(minderzeit.tage).require(AMOUNT_MISSING.saying("Die Tage einer Minderzeit fehlen."));
    }
    let netto = berechnet.arbeitszeit.as_ref().and_then(|arbeitszeit| arbeitszeit.netto_stunden);
    let has_costs = stunde.bestandteile.iter().any(|bestandteil| !bestandteil.kosten.is_empty());
    if is_complete && netto.is_none_or(|netto| netto.decimal().is_zero()) {
        jahr.report(IMPOSSIBLE.saying("Nach Abzug der Minderzeiten bleiben keine Stunden."));
    } else if has_costs && netto.is_none() {
        let message = "Die Fachleistungsstunde ist nicht zu berechnen, weil Angaben zur Jahresarbeitszeit fehlen.";
        jahr.report(NOT_CALCULABLE.saying(message));
    } else if has_costs
        && berechnet.betrag.is_none()
        && netto.is_some_and(|netto| !netto.decimal().is_zero())
        && !has_gap
    {
        let message =
            "Die Fachleistungsstunde ist nicht zu berechnen: Eine Angabe ist leer, oder ein Betrag ist zu groß.";
        field!(stunde.bestandteile).report(NOT_CALCULABLE.saying(message));
    }
}

/// The shares of the NRW Rahmenvertrag, Anlage IV; without a profile none is checked.
fn check_shares(stunde: At<'_, Fachleistungsstunde>, berechnet: &Fachleistungsstundenberechnung) {
    let limits = stunde.limits();
    let sum = |of: fn(Kostenart) -> bool| -> Decimal {
        let positions = berechnet.bestandteile.iter().flat_map(|bestandteil| &bestandteil.kosten);
        let amounts = positions.filter(|position| position.kostenart.is_some_and(of)).filter_map(|it| it.betrag);
        amounts.map(Rechenwert::decimal).sum()
    };
    let fachkraefte = sum(|art| matches!(art, Kostenart::Paedagogik | Kostenart::Fachdienst));
    let overhead =
        sum(|art| matches!(art, Kostenart::Leitung | Kostenart::Verwaltung | Kostenart::Personalnebenkosten));
    let personal =
        fachkraefte + overhead + sum(|art| matches!(art, Kostenart::Hauswirtschaft | Kostenart::SonstigesPersonal));
    let sachkosten = sum(|art| art == Kostenart::Sachkosten);
    for (limit, part, whole, what) in [
        (
            limits.max_fls_overhead_prozent,
            overhead,
            fachkraefte,
            "Leitung, Verwaltung und Nebenkosten sind mehr als {} Prozent der Kosten der Fachkräfte.",
        ),
        (
            limits.max_fls_sachkosten_prozent,
            sachkosten,
            personal,
            "Die Sachkosten sind mehr als {} Prozent der Personalkosten.",
        ),
    ] {
        if let Some(limit) = limit.filter(|limit| is_above(part, limit.decimal(), whole)) {
            field!(stunde.bestandteile).report(ABOVE.saying(what.replace("{}", &limit.deutsch())));
        }
    }
    let minderzeit = field!(stunde.jahresarbeitszeit.fachliche_minderzeit_prozent);
    if let (Some(limit), Some(prozent)) = (limits.max_fls_minderzeit_prozent, *minderzeit)
        && prozent > limit
    {
        minderzeit.report(ABOVE.saying(format!(
            "Die fach- und fallspezifischen Minderzeiten sind {} Prozent; das Prüfprofil sieht höchstens {} vor.",
            prozent.deutsch(),
            limit.deutsch()
        )));
    }
}
