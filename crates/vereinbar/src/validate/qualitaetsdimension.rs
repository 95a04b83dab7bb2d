//! The dimensions that are ticked.

use super::checker::Checker;
use super::rule::rules;
use crate::modell::Qualitaetsdimension;
use crate::pointer::Pointer;

rules! {
    MISSING: "qualitaetsdimension_missing", GAP,
        "Es ist keine Qualitätsdimension angekreuzt.",
        "Wählen Sie eine: ergebnisqualitaet, prozessqualitaet oder strukturqualitaet.",
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

pub(super) fn check(checker: &mut Checker, at: Pointer<'_>, dimensionen: &[Qualitaetsdimension]) {
    let mut seen = Vec::with_capacity(3);
    for (index, dimension) in dimensionen.iter().enumerate() {
        if seen.contains(dimension) {
            checker.report(&REPEATED, at.index(index));
        } else {
            seen.push(*dimension);
        }
    }
    match seen.len() {
        0 => checker.report(&MISSING, at),
        1 => {}
        count => checker.report_with(&SEVERAL, at, format!("Es sind {count} Qualitätsdimensionen angekreuzt.")),
    }
}
