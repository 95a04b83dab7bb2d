//! The Fachleistungsstunde: its hours, its sum, and the shares that a Land limits.

use rust_decimal::Decimal;

use super::context::{Context, is_above};
use super::kosten::{self, AMOUNT_MISSING, DIVERGENCE, IMPOSSIBLE, MISMATCH, NOT_CALCULABLE, divergence};
use crate::entgelt::Fachleistungsstundenberechnung;
use crate::modell::{Fachleistungsstunde, Kostenart, Zahl};
use crate::pointer::Pointer;
use crate::validate::checker::Checker;
use crate::validate::rule::rules;

rules! {
    ABOVE: "fls_above_limit", DOUBT,
        "Ein Anteil an der Fachleistungsstunde ist höher, als das Prüfprofil vorsieht.",
        "Prüfen Sie die Kosten oder die Minderzeiten, oder halten Sie fest, warum der Anteil höher ist.",
        "Prüfprofil";
}

pub(super) fn check(checker: &mut Checker, at: Pointer<'_>, context: &Context<'_>) {
    let at = at.key("fachleistungsstunde");
    let stunde = &context.vereinbarung.entgeltvereinbarung.fachleistungsstunde;
    let Some(berechnet) = &context.berechnung.fachleistungsstunde else { return };
    kosten::check(checker, at.key("bestandteile"), &stunde.bestandteile, &berechnet.bestandteile);
    check_stunden(checker, at, stunde, berechnet);
    if let (true, Some(stated), Some(calculated)) = (berechnet.weicht_ab(), stunde.betrag, berechnet.betrag) {
        let message = kosten::mismatch("Die Fachleistungsstunde", stated, calculated);
        checker.report_with(&MISMATCH, at.key("betrag"), message);
    }
    if let Some(message) = divergence(context, berechnet.summe_gerundet, berechnet.gesamt_gerundet) {
        checker.report_with(&DIVERGENCE, at.key("betrag"), message);
    }
    check_shares(checker, at, stunde);
}

fn check_stunden(
    checker: &mut Checker,
    stunde_at: Pointer<'_>,
    stunde: &Fachleistungsstunde,
    berechnet: &Fachleistungsstundenberechnung,
) {
    let at = stunde_at.key("jahresarbeitszeit");
    let jahr = &stunde.jahresarbeitszeit;
    if jahr.stunden_je_tag.is_some_and(|stunden| stunden == Zahl::from(0) || stunden > Zahl::from(24)) {
        let message = "Ein Arbeitstag hat mehr als 0 und höchstens 24 Stunden.";
        checker.report_with(&IMPOSSIBLE, at.key("stunden_je_tag"), message);
    }
    let mut is_complete = jahr.arbeitstage.is_some() && jahr.stunden_je_tag.is_some();
    for (index, minderzeit) in jahr.minderzeiten.iter().enumerate() {
        if minderzeit.tage.is_none() {
            is_complete = false;
            let message = "Die Tage einer Minderzeit fehlen.";
            checker.report_with(&AMOUNT_MISSING, at.key("minderzeiten").index(index).key("tage"), message);
        }
    }
    let netto = berechnet.arbeitszeit.as_ref().and_then(|arbeitszeit| arbeitszeit.netto_stunden);
    let has_costs = stunde.bestandteile.iter().any(|bestandteil| !bestandteil.kosten.is_empty());
    if is_complete && netto.is_none_or(|netto| netto.decimal().is_zero()) {
        checker.report_with(&IMPOSSIBLE, at, "Nach Abzug der Minderzeiten bleiben keine Stunden.");
    } else if has_costs && netto.is_none() {
        let message = "Die Fachleistungsstunde ist nicht zu berechnen, weil Angaben zur Jahresarbeitszeit fehlen.";
        checker.report_with(&NOT_CALCULABLE, at, message);
    } else if has_costs
        && berechnet.betrag.is_none()
        && netto.is_some_and(|netto| !netto.decimal().is_zero())
        && !kosten::has_gap(&stunde.bestandteile, &berechnet.bestandteile)
    {
        let message =
            "Die Fachleistungsstunde ist nicht zu berechnen: Eine Angabe ist leer, oder ein Betrag ist zu groß.";
        checker.report_with(&NOT_CALCULABLE, stunde_at.key("bestandteile"), message);
    }
}

/// The shares of the NRW Rahmenvertrag, Anlage IV; without a profile none is checked.
fn check_shares(checker: &mut Checker, at: Pointer<'_>, stunde: &Fachleistungsstunde) {
    let limits = checker.options.profile.limits;
    let sum = |of: fn(Kostenart) -> bool| -> Decimal {
        let positions = stunde.bestandteile.iter().flat_map(|bestandteil| &bestandteil.kosten);
        positions.filter(|position| position.kostenart.is_some_and(of)).filter_map(kosten::amount).sum()
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
            checker.report_with(&ABOVE, at.key("bestandteile"), what.replace("{}", &limit.deutsch()));
        }
    }
    let minderzeit = stunde.jahresarbeitszeit.fachliche_minderzeit_prozent;
    if let (Some(limit), Some(minderzeit)) = (limits.max_fls_minderzeit_prozent, minderzeit)
        && minderzeit > limit
    {
        let message = format!(
            "Die fach- und fallspezifischen Minderzeiten sind {} Prozent; das Prüfprofil sieht höchstens {} vor.",
            minderzeit.deutsch(),
            limit.deutsch()
        );
        checker.report_with(&ABOVE, at.key("jahresarbeitszeit").key("fachliche_minderzeit_prozent"), message);
    }
}
