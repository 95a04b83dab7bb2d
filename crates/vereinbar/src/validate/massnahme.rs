//! Maßnahmen und Verfahren zur Zielerreichung.

use super::checker::Checker;
use super::rule::rules;
use crate::modell::{Beidseitig, Filled, Massnahme, Massnahmenstand, Seite, Zeitraum};
use crate::pointer::Pointer;

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

pub(super) fn check(checker: &mut Checker, at: Pointer<'_>, massnahmen: &Beidseitig<Massnahme>, zeitraum: Zeitraum) {
    checker.check_sides(at, massnahmen, [&MISSING, &ONE_SIDED]);
    for &seite in Seite::ALL {
        let at = at.key(seite.as_str());
        for (index, massnahme) in massnahmen.seite(seite).iter().enumerate() {
            if massnahme.is_filled() {
                check_one(checker, at.index(index), massnahme, zeitraum);
            }
        }
    }
}

fn check_one(checker: &mut Checker, at: Pointer<'_>, massnahme: &Massnahme, zeitraum: Zeitraum) {
    if !massnahme.wer.is_filled() {
        checker.report_with(&INCOMPLETE, at.key("wer"), "Es fehlt, wer die Maßnahme umsetzt.");
    }
    if !massnahme.was.is_filled() {
        checker.report_with(&INCOMPLETE, at.key("was"), "Es fehlt, was gemacht wird.");
    }
    match massnahme.bis {
        None => checker.report_with(&INCOMPLETE, at.key("bis"), "Es fehlt, bis wann die Maßnahme umgesetzt ist."),
        Some(bis) if !zeitraum.contains(bis) => {
            let message = format!(
                "Die Maßnahme soll bis {} umgesetzt sein; das liegt nicht im Vereinbarungszeitraum.",
                bis.deutsch()
            );
            checker.report_with(&OUTSIDE, at.key("bis"), message);
        }
        Some(_) => {}
    }
    let is_open = massnahme.stand.is_some_and(|stand| stand != Massnahmenstand::Erledigt);
    if is_open && massnahme.erledigt_am.is_some() {
        checker.report(&DONE_OR_NOT, at.key("erledigt_am"));
    }
}
