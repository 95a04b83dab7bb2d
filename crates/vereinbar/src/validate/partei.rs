//! The two parties.

use super::at::{At, field};
use super::rule::rules;
use crate::modell::{Ags, Anschrift, Partei};

rules! {
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

pub(super) fn are_identical(oeffentlicher_traeger: &Partei, traeger: &Partei) -> bool {
    let name = |partei: &Partei| partei.name.as_deref().unwrap_or_default().trim().to_lowercase();
    !name(oeffentlicher_traeger).is_empty() && name(oeffentlicher_traeger) == name(traeger)
}

/// What holds for a party on either side.
pub(super) fn check(partei: At<'_, Partei>) {
    check_ort(field!(partei.ags), field!(partei.anschrift));
    for person in field!(partei.vertreten_durch).each() {
        field!(person.name).require(&VERTRETUNG_NAME_MISSING);
    }
}

/// What holds for everything that lies somewhere.
pub(super) fn check_ort(ags: At<'_, Option<Ags>>, anschrift: At<'_, Anschrift>) {
    if ags.as_ref().is_some_and(|ags| !("01"..="16").contains(&ags.land())) {
        ags.report(&AGS_LAND_UNKNOWN);
    }
    if anschrift.plz.as_ref().is_some_and(|plz| !plz.is_usual()) {
        field!(anschrift.plz).report(&PLZ_UNUSUAL);
    }
}
