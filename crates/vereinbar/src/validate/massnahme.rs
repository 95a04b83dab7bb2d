//! Maßnahmen und Verfahren zur Zielerreichung.

use super::at::{At, field};
use super::rule::rules;
use crate::modell::{Beidseitig, Massnahme, Massnahmenstand, Zeitraum};

rules! {
    MISSING: "massnahmen_missing", GAP,
        "Zu diesem Ziel ist keine Maßnahme eingetragen.",
        "Tragen Sie für beide Seiten ein, wer was bis wann macht.",
        "Vordruck: „Maßnahmen und Verfahren zur Zielerreichung“";
    ONE_SIDED: "massnahmen_one_sided", REMINDER,
        "Diese Seite hat keine Maßnahme.",
        "Ergänzen Sie ihre Maßnahmen; beide Partner tragen zur Umsetzung des Ziels bei.",
        "Ausfüllhilfe: „mit welchen Maßnahmen und Verfahren beide Partner jeweils … beitragen“";
    INCOMPLETE: "massnahme_incomplete", GAP,
        "Die Maßnahme ist nicht vollständig.",
        "Tragen Sie ein, wer was bis wann macht.",
        "Vordruck: „Wer macht was bis wann?“";
    OUTSIDE: "massnahme_outside_vereinbarungszeitraum", DOUBT,
        "Die Maßnahme liegt nicht im Vereinbarungszeitraum.",
        "Prüfen Sie den Tag oder den Vereinbarungszeitraum.",
        "Vordruck: „im Vereinbarungszeitraum … welche Maßnahmen dazu ergriffen … werden sollen“";
    DONE_OR_NOT: "massnahme_stand_contradictory", DOUBT,
        "Die Maßnahme hat einen Tag der Erledigung, ihr Stand ist aber nicht „erledigt“.",
        "Tragen Sie den Stand „erledigt“ ein, oder entfernen Sie den Tag.",
        "Plausibilität";
}

pub(super) fn check(massnahmen: At<'_, Beidseitig<Massnahme>>, zeitraum: Zeitraum) {
    massnahmen.require_both(&MISSING, &ONE_SIDED);
    for massnahme in massnahmen.each_filled() {
        check_one(massnahme, zeitraum);
    }
}

pub(super) fn check_one(massnahme: At<'_, Massnahme>, zeitraum: Zeitraum) {
    field!(massnahme.wer).require(INCOMPLETE.saying("Es fehlt, wer die Maßnahme umsetzt."));
    field!(massnahme.was).require(INCOMPLETE.saying("Es fehlt, was gemacht wird."));
    let bis = field!(massnahme.bis);
    bis.require(INCOMPLETE.saying("Es fehlt, bis wann die Maßnahme umgesetzt ist."));
    if let Some(tag) = bis.filter(|tag| !zeitraum.contains(*tag)) {
        bis.report(OUTSIDE.saying(format!(
            "Die Maßnahme soll bis {} umgesetzt sein; das liegt nicht im Vereinbarungszeitraum.",
            tag.deutsch()
        )));
    }
    let is_open = massnahme.stand.is_some_and(|stand| stand != Massnahmenstand::Erledigt);
    if is_open && massnahme.erledigt_am.is_some() {
        field!(massnahme.erledigt_am).report(&DONE_OR_NOT);
    }
}
