//! The Fachleistungsstunde: its hours, its sum, and the shares that a Land limits.

use rust_decimal::Decimal;

use super::kosten::{
    self, AMOUNT_MISSING, BEZEICHNUNG, DIVERGENCE, IMPOSSIBLE, NOT_CALCULABLE, check_stated, divergence,
};
use super::schritt;
use crate::entgelt::{Arbeitszeit, Fachleistungsstundenberechnung, Rechenwert};
use crate::modell::{Fachleistungsstunde, Filled as _, Jahresarbeitszeit, Kostenart, Zahl};
use crate::validate::checking::at::{At, field};
use crate::validate::checking::rule::rules;
use crate::validate::leq_vereinbarung::context::{Context, is_above};

rules! {
    ABOVE: "fls_above_limit", DOUBT,
        "Ein Anteil an der Fachleistungsstunde ist höher, als das Prüfprofil vorsieht.",
        "Prüfen Sie die Kosten oder die Minderzeiten, oder halten Sie fest, warum der Anteil höher ist.",
        "Prüfprofil";
    DIREKTE_MINUTEN: "direkte_minuten_missing", MINOR_GAP,
        "Es fehlt, wie viele Minuten einer Fachleistungsstunde am jungen Menschen oder in der Familie geleistet werden.",
        "Tragen Sie die Minuten ein; eine Kalkulation ohne diese Angabe rechnet mit 60.",
        "Plausibilität";
    NETTO_STUNDEN: "netto_stunden_not_calculated", DOUBT,
        "Die vereinbarten Netto-Stunden sind andere als die berechneten.",
        "Prüfen Sie beide; gerechnet wird mit den vereinbarten.",
        "Plausibilität";
}

pub(super) fn check(stunden: At<'_, Vec<Fachleistungsstunde>>, context: &Context<'_>) {
    let is_one_of_several = stunden.len() > 1;
    for (stunde, berechnet) in stunden.each().zip(&context.berechnung.fachleistungsstunden) {
        if is_one_of_several && stunde.is_filled() && !stunde.qualifikation.is_filled() {
            let message = "Es fehlt, für welche Leistung oder Qualifikation die Fachleistungsstunde gilt.";
            field!(stunde.bezeichnung).require(BEZEICHNUNG.saying(message));
        }
        check_one(stunde, berechnet, context);
    }
}

fn check_one(stunde: At<'_, Fachleistungsstunde>, berechnet: &Fachleistungsstundenberechnung, context: &Context<'_>) {
    let mut has_gap = kosten::check(field!(stunde.bestandteile), &berechnet.summe.bestandteile);
    if stunde.is_filled() && !stunde.bestandteile.is_filled() && stunde.betrag.is_none() {
        has_gap = true;
        let message = "Die Fachleistungsstunde hat weder Bestandteile noch einen Betrag.";
        field!(stunde.betrag).report(AMOUNT_MISSING.saying(message));
    }
    check_stunden(stunde, berechnet, has_gap);
    check_stated("Die Fachleistungsstunde", field!(stunde.betrag), berechnet.betrag);
    if let Some(message) = divergence(context, &berechnet.summe) {
        field!(stunde.betrag).report(DIVERGENCE.saying(message));
    }
    check_shares(stunde, berechnet);
    schritt::check(field!(stunde.schritte), &berechnet.schritte, context);
}

fn check_stunden(stunde: At<'_, Fachleistungsstunde>, berechnet: &Fachleistungsstundenberechnung, has_gap: bool) {
    let jahr = field!(stunde.jahresarbeitszeit);
    check_jahr(jahr, berechnet.arbeitszeit.as_ref());
    if stunde.is_filled() && jahr.netto_stunden.is_none() {
        field!(jahr.direkte_minuten).require(&DIREKTE_MINUTEN);
    }
    let insgesamt = berechnet.arbeitszeit.as_ref().and_then(|arbeitszeit| arbeitszeit.stunden_insgesamt);
    let has_minderzeiten = jahr.minderzeiten.iter().all(|it| it.tage.is_some() || it.stunden.is_some());
    let has_zeit = jahr.wochenstunden.is_some() || jahr.arbeitstage.is_some() && jahr.stunden_je_tag.is_some();
    let is_complete = jahr.netto_stunden.is_some() || has_zeit && has_minderzeiten;
    let has_costs = stunde.bestandteile.iter().any(|bestandteil| !bestandteil.kosten.is_empty());
    if is_complete && insgesamt.is_none_or(|stunden| stunden.decimal().is_zero()) {
        jahr.report(IMPOSSIBLE.saying("Es bleiben keine Stunden, durch die zu teilen ist."));
    } else if insgesamt.is_none() && (has_costs || has_way(jahr.value())) {
        let message = "Die Fachleistungsstunde ist nicht zu berechnen, weil Angaben zur Jahresarbeitszeit fehlen.";
        jahr.report(NOT_CALCULABLE.saying(message));
    } else if has_costs
        && berechnet.betrag.is_none()
        && insgesamt.is_some_and(|stunden| !stunden.decimal().is_zero())
        && !has_gap
    {
        let message =
            "Die Fachleistungsstunde ist nicht zu berechnen: Eine Angabe ist leer, oder ein Betrag ist zu groß.";
        field!(stunde.bestandteile).report(NOT_CALCULABLE.saying(message));
    }
}

/// Whether anything of the way to the net hours is stated.
fn has_way(jahr: &Jahresarbeitszeit) -> bool {
    let Jahresarbeitszeit {
        arbeitstage,
        wochenstunden,
        stunden_je_tag,
        minderzeiten,
        fachliche_minderzeit_prozent,
        ..
    } = jahr;
    arbeitstage.is_some()
        || wochenstunden.is_some()
        || stunden_je_tag.is_some()
        || minderzeiten.is_filled()
        || fachliche_minderzeit_prozent.is_some()
}

fn check_jahr(jahr: At<'_, Jahresarbeitszeit>, berechnet: Option<&Arbeitszeit>) {
    if jahr.stunden_je_tag.is_some_and(|stunden| stunden == Zahl::from(0) || stunden > Zahl::from(24)) {
        let message = "Ein Arbeitstag hat mehr als 0 und höchstens 24 Stunden.";
        field!(jahr.stunden_je_tag).report(IMPOSSIBLE.saying(message));
    }
    if jahr.wochenstunden.is_some_and(|stunden| stunden == Zahl::from(0) || stunden > Zahl::from(168)) {
        let message = "Eine Woche hat mehr als 0 und höchstens 168 Stunden.";
        field!(jahr.wochenstunden).report(IMPOSSIBLE.saying(message));
    }
    for minderzeit in field!(jahr.minderzeiten).each() {
        match (minderzeit.tage, minderzeit.stunden) {
            (None, None) => {
                let message = "Die Tage oder die Stunden einer Minderzeit fehlen.";
                field!(minderzeit.tage).report(AMOUNT_MISSING.saying(message));
            }
            (Some(_), Some(_)) => {
                let message = "Eine Minderzeit zählt entweder nach Tagen oder nach Stunden.";
                field!(minderzeit.stunden).report(IMPOSSIBLE.saying(message));
            }
            _ => {}
        }
    }
    if let Some(zeit) = berechnet.filter(|zeit| zeit.weicht_ab())
        && let (Some(vereinbart), Some(netto)) = (zeit.vereinbarte_stunden, zeit.netto_stunden)
    {
        field!(jahr.netto_stunden).report(NETTO_STUNDEN.saying(format!(
            "Vereinbart sind {} Netto-Stunden im Jahr; berechnet sind {}.",
            vereinbart.deutsch(),
            netto.deutsch()
        )));
    }
}

/// The shares of the NRW Rahmenvertrag, Anlage IV; without a profile none is checked.
fn check_shares(stunde: At<'_, Fachleistungsstunde>, berechnet: &Fachleistungsstundenberechnung) {
    let limits = stunde.limits();
    let sum = |of: fn(Kostenart) -> bool| -> Decimal {
        let positions = berechnet.summe.bestandteile.iter().flat_map(|bestandteil| &bestandteil.kosten);
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
