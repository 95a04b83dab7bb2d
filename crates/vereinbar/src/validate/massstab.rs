//! Grundsätze und Maßstäbe.

use super::checking::at::{At, field};
use super::checking::rule::rules;
use crate::modell::{Filled as _, Massstab, Massstabscode};

rules! {
    MISSING: "massstab_missing", GAP,
        "Es ist kein Grundsatz oder Maßstab der Qualität eingetragen.",
        "Wählen Sie einen aus dem Katalog, oder tragen Sie einen eigenen ein.",
        "Vordruck: „Welche Grundsätze und Maßstäbe der Qualität werden bearbeitet?“";
    SEVERAL: "massstaebe_several", DOUBT,
        "Es sind mehrere Grundsätze oder Maßstäbe eingetragen.",
        "Füllen Sie für jeden Maßstab einen eigenen Vordruck aus.",
        "Ausfüllhilfe: „Pro Qualitätsdimension und -maßstab ist deshalb ein Vordruck auszufüllen.“";
    EMPTY: "massstab_empty", REMINDER,
        "Dieser Eintrag nennt weder einen Maßstab aus dem Katalog noch einen eigenen.",
        "Wählen Sie einen aus dem Katalog, tragen Sie einen eigenen ein, oder entfernen Sie den Eintrag.",
        "Vordruck: „Welche Grundsätze und Maßstäbe der Qualität werden bearbeitet?“";
    AMBIGUOUS: "massstab_ambiguous", CONTRADICTION,
        "Dieser Eintrag nennt einen Maßstab aus dem Katalog und dazu einen eigenen.",
        "Lassen Sie nur eines von beiden stehen.",
        "Datenformat: ein Eintrag ist entweder aus dem Katalog oder ein eigener";
    REPEATED: "massstab_repeated", DOUBT,
        "Dieser Grundsatz oder Maßstab ist mehrfach eingetragen.",
        "Entfernen Sie den doppelten Eintrag.",
        "Vordruck: „Welche Grundsätze und Maßstäbe der Qualität werden bearbeitet?“";
    HAS_CODE: "massstab_has_code", ADVICE,
        "Für diese Bezeichnung gibt es einen Eintrag im Katalog.",
        "Wählen Sie ihn aus, damit die Vereinbarung übergreifend ausgewertet werden kann.",
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
        let message = format!("Für diese Bezeichnung gibt es im Katalog den Eintrag „{}“.", code.bezeichnung());
        field!(massstab.bezeichnung).report(HAS_CODE.saying(message));
    }
}
