//! Grundsätze und Maßstäbe.

use super::checking::at::{At, field};
use super::checking::rule::rules;
use crate::modell::{Filled as _, Massstab, Massstabscode};

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

pub(super) fn check(massstaebe: At<'_, Vec<Massstab>>) {
    let mut seen = Vec::new();
    for massstab in massstaebe.each() {
        match (massstab.code, massstab.bezeichnung.is_filled()) {
            (None, false) => {
                massstab.report(&EMPTY);
                continue;
            }
            (Some(_), true) => massstab.report(&AMBIGUOUS),
            (None, true) => check_for_code(massstab),
            (Some(_), false) => {}
        }
        if seen.contains(&massstab.value()) {
            massstab.report(&REPEATED);
        } else {
            seen.push(massstab.value());
        }
    }
    match seen.len() {
        0 => massstaebe.report(&MISSING),
        1 => {}
        count => massstaebe.report(SEVERAL.saying(format!("Es sind {count} Grundsätze oder Maßstäbe eingetragen."))),
    }
}

fn check_for_code(massstab: At<'_, Massstab>) {
    let own = massstab.bezeichnung.as_deref().unwrap_or_default().trim().to_lowercase();
    if let Some(code) = Massstabscode::ALL.iter().find(|code| code.bezeichnung().to_lowercase() == own) {
        let message = format!("Für diese Bezeichnung gibt es im Katalog den Eintrag „{}“.", code.as_str());
        field!(massstab.bezeichnung).report(HAS_CODE.saying(message));
    }
}
