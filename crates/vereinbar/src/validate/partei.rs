//! The two parties.

use super::checker::{Checker, is_filled};
use super::rule::rules;
use crate::modell::{Partei, Person};
use crate::pointer::Pointer;

rules! {
    JUGENDAMT_MISSING: "jugendamt_missing", GAP,
        "Das Jugendamt ist nicht genannt.",
        "Tragen Sie den Namen des Jugendamts ein.",
        "Vordruck: „zwischen dem Jugendamt“";
    TRAEGER_MISSING: "traeger_missing", GAP,
        "Der Träger der freien Jugendhilfe ist nicht genannt.",
        "Tragen Sie den Namen des Trägers ein.",
        "Vordruck: „und dem Träger der freien Jugendhilfe“";
    PARTEIEN_IDENTICAL: "parteien_identical", DOUBT,
        "Jugendamt und Träger der freien Jugendhilfe haben denselben Namen.",
        "Prüfen Sie, ob eine der beiden Parteien falsch eingetragen ist.",
        "Vordruck: „bilateralen Qualitätsdialogs zwischen …“";
    AGS_LAND_UNKNOWN: "ags_land_unknown", DOUBT,
        "Die ersten beiden Ziffern des Amtlichen Gemeindeschlüssels bezeichnen kein Land.",
        "Prüfen Sie die Ziffern; Länder haben die Schlüssel 01 bis 16.",
        "Amtlicher Gemeindeschlüssel";
    PLZ_UNUSUAL: "plz_unusual", ADVICE,
        "Die Postleitzahl hat nicht fünf Ziffern.",
        "Prüfen Sie sie; führende Nullen gehören dazu.",
        "Plausibilität";
    VERTRETUNG_NAME_MISSING: "vertretung_name_missing", REMINDER,
        "Für eine vertretende Person ist kein Name eingetragen.",
        "Ergänzen Sie den Namen, oder entfernen Sie den Eintrag.",
        "Plausibilität";
}

pub(super) fn check(checker: &mut Checker, jugendamt: &Partei, traeger: &Partei) {
    let jugendamt_at = Pointer::ROOT.key("jugendamt");
    let traeger_at = Pointer::ROOT.key("traeger");
    if !is_filled(jugendamt.name.as_deref()) {
        checker.report(&JUGENDAMT_MISSING, jugendamt_at.key("name"));
    }
    if !is_filled(traeger.name.as_deref()) {
        checker.report(&TRAEGER_MISSING, traeger_at.key("name"));
    }
    if are_identical(jugendamt, traeger) {
        checker.report(&PARTEIEN_IDENTICAL, traeger_at.key("name"));
    }
    check_details(checker, jugendamt_at, jugendamt);
    check_details(checker, traeger_at, traeger);
}

fn are_identical(jugendamt: &Partei, traeger: &Partei) -> bool {
    let name = |partei: &Partei| partei.name.as_deref().unwrap_or_default().trim().to_lowercase();
    !name(jugendamt).is_empty() && name(jugendamt) == name(traeger)
}

fn check_details(checker: &mut Checker, at: Pointer<'_>, partei: &Partei) {
    if partei.ags.as_ref().is_some_and(|ags| !("01"..="16").contains(&ags.land())) {
        checker.report(&AGS_LAND_UNKNOWN, at.key("ags"));
    }
    if let Some(plz) = &partei.anschrift.plz {
        let plz = plz.trim();
        let is_usual = plz.len() == 5 && plz.bytes().all(|byte| byte.is_ascii_digit());
        if !plz.is_empty() && !is_usual {
            checker.report(&PLZ_UNUSUAL, at.key("anschrift").key("plz"));
        }
    }
    for (index, Person { name, .. }) in partei.vertreten_durch.iter().enumerate() {
        if !is_filled(name.as_deref()) {
            checker.report(&VERTRETUNG_NAME_MISSING, at.key("vertreten_durch").index(index).key("name"));
        }
    }
}
