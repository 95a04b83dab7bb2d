//! Maßnahmen und Verfahren zur Zielerreichung.

use super::checking::at::{At, field};
use super::checking::rule::rules;
use super::zeitangabe;
use crate::modell::{Beidseitig, Filled as _, Massnahme, Massnahmenstand, Zeitangabe, Zeitraum};

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
    GRUND_MISSING: "massnahme_grund_missing", DOUBT,
        "Es fehlt, warum die Maßnahme verschoben ist oder entfällt.",
        "Tragen Sie den Grund ein; beide Seiten bewerten ihn bei der Zielüberprüfung.",
        "Ausfüllhilfe: „gemeinsam evaluiert und bewertet“";
    NEUE_FRIST_MISSING: "massnahme_neue_frist_missing", DOUBT,
        "Die Maßnahme ist verschoben, ihre neue Frist fehlt.",
        "Tragen Sie ein, bis wann sie nun gemacht ist.",
        "Vordruck: „Wer macht was bis wann?“";
    NEUE_FRIST_ODD: "massnahme_neue_frist_contradictory", DOUBT,
        "Die Maßnahme hat eine neue Frist, ihr Stand ist aber nicht „verschoben“.",
        "Tragen Sie den Stand „verschoben“ ein, oder entfernen Sie die neue Frist.",
        "Plausibilität";
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
    zeitangabe::check(bis);
    if let Some(tag) = bis.as_ref().and_then(Zeitangabe::frist).filter(|tag| !zeitraum.contains(*tag)) {
        bis.report(OUTSIDE.saying(format!(
            "Die Maßnahme soll bis {} umgesetzt sein; das liegt nicht im Vereinbarungszeitraum.",
            tag.deutsch()
        )));
    }
    check_stand(massnahme);
}

fn check_stand(massnahme: At<'_, Massnahme>) {
    let (stand, neue_frist) = (massnahme.stand, field!(massnahme.neue_frist));
    if massnahme.erledigt_am.is_some() && stand.is_some_and(|stand| stand != Massnahmenstand::Erledigt) {
        field!(massnahme.erledigt_am).report(&DONE_OR_NOT);
    }
    if matches!(stand, Some(Massnahmenstand::Verschoben | Massnahmenstand::Entfallen)) {
        field!(massnahme.grund).require(&GRUND_MISSING);
    }
    if stand == Some(Massnahmenstand::Verschoben) {
        neue_frist.require(&NEUE_FRIST_MISSING);
    } else if neue_frist.is_filled() {
        neue_frist.report(&NEUE_FRIST_ODD);
    }
    zeitangabe::check(neue_frist);
}
