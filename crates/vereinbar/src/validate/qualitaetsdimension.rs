//! The dimensions that are ticked.

use super::checking::at::At;
use super::checking::rule::rules;
use crate::modell::Qualitaetsdimension;

rules! {
    MISSING: "qualitaetsdimension_missing", GAP,
        "Es ist keine Qualitätsdimension angekreuzt.",
        "Kreuzen Sie eine an: Ergebnisqualität, Prozessqualität oder Strukturqualität.",
        "Vordruck: „Die folgende QE-Vereinbarung bezieht sich auf (bitte ankreuzen)“";
    SEVERAL: "qualitaetsdimensionen_several", DOUBT,
        "Es sind mehrere Qualitätsdimensionen angekreuzt.",
        "Füllen Sie für jede Qualitätsdimension einen eigenen Vordruck aus.",
        "Ausfüllhilfe: „Pro Qualitätsdimension und -maßstab ist deshalb ein Vordruck auszufüllen.“";
    REPEATED: "qualitaetsdimension_repeated", DOUBT,
        "Diese Qualitätsdimension ist mehrfach eingetragen.",
        "Entfernen Sie den doppelten Eintrag.",
        "Vordruck: „(bitte ankreuzen)“";
}

pub(super) fn check(dimensionen: At<'_, Vec<Qualitaetsdimension>>) {
    let mut seen = Vec::with_capacity(3);
    for dimension in dimensionen.each() {
        if seen.contains(&*dimension) {
            dimension.report(&REPEATED);
        } else {
            seen.push(*dimension);
        }
    }
    match seen.len() {
        0 => dimensionen.report(&MISSING),
        1 => {}
        count => dimensionen.report(SEVERAL.saying(format!("Es sind {count} Qualitätsdimensionen angekreuzt."))),
    }
}
