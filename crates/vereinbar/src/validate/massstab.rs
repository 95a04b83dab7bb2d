//! Grundsätze und Maßstäbe.

use super::checker::Checker;
use super::rule::rules;
use crate::modell::{Filled, Massstab, Massstabscode};
use crate::pointer::Pointer;

rules! {
    MISSING: "massstab_missing", GAP,
        "Es ist kein Grundsatz oder Maßstab der Qualität eingetragen.",
        "Tragen Sie einen ein: mit „code“ aus dem Katalog oder mit eigener „bezeichnung“.",
        "Vordruck: „Welche Grundsätze und Maßstäbe der Qualität werden bearbeitet?“";
    SEVERAL: "massstaebe_several", DOUBT,
        "Es sind mehrere Grundsätze oder Maßstäbe eingetragen.",
        "Füllen Sie für jeden Maßstab einen eigenen Vordruck aus.",
        "Ausfüllhilfe: „Pro Qualitätsdimension und -maßstab ist deshalb ein Vordruck auszufüllen.“";
    EMPTY: "massstab_empty", REMINDER,
        "Dieser Eintrag hat weder „code“ noch „bezeichnung“.",
        "Füllen Sie eines von beiden aus, oder entfernen Sie den Eintrag.",
        "Vordruck: „Welche Grundsätze und Maßstäbe der Qualität werden bearbeitet?“";
    AMBIGUOUS: "massstab_ambiguous", CONTRADICTION,
        "Dieser Eintrag hat sowohl „code“ als auch „bezeichnung“.",
        "Lassen Sie nur eines von beiden stehen.",
        "Datenformat: ein Eintrag ist entweder aus dem Katalog oder ein eigener";
    REPEATED: "massstab_repeated", DOUBT,
        "Dieser Grundsatz oder Maßstab ist mehrfach eingetragen.",
        "Entfernen Sie den doppelten Eintrag.",
        "Vordruck: „Welche Grundsätze und Maßstäbe der Qualität werden bearbeitet?“";
    HAS_CODE: "massstab_has_code", ADVICE,
        "Für diese Bezeichnung gibt es einen Eintrag im Katalog.",
        "Verwenden Sie seinen „code“, damit die Vereinbarung übergreifend ausgewertet werden kann.",
        "Ausfüllhilfe: „wird eine vereinbarungsübergreifende Auswertung … möglich“";
}

pub(super) fn check(checker: &mut Checker, at: Pointer<'_>, massstaebe: &[Massstab]) {
    let mut seen = Vec::new();
    for (index, massstab) in massstaebe.iter().enumerate() {
        let at = at.index(index);
        match (massstab.code, massstab.bezeichnung.is_filled()) {
            (None, false) => {
                checker.report(&EMPTY, at);
                continue;
            }
            (Some(_), true) => checker.report(&AMBIGUOUS, at),
            (None, true) => check_for_code(checker, at, massstab),
            (Some(_), false) => {}
        }
        if seen.contains(&massstab) {
            checker.report(&REPEATED, at);
        } else {
            seen.push(massstab);
        }
    }
    match seen.len() {
        0 => checker.report(&MISSING, at),
        1 => {}
        count => checker.report_with(&SEVERAL, at, format!("Es sind {count} Grundsätze oder Maßstäbe eingetragen.")),
    }
}

fn check_for_code(checker: &mut Checker, at: Pointer<'_>, massstab: &Massstab) {
    let own = massstab.bezeichnung.as_deref().unwrap_or_default().trim().to_lowercase();
    if let Some(code) = Massstabscode::ALL.iter().find(|code| code.bezeichnung().to_lowercase() == own) {
        let message = format!("Für diese Bezeichnung gibt es im Katalog den Eintrag „{}“.", code.as_str());
        checker.report_with(&HAS_CODE, at.key("bezeichnung"), message);
    }
}
