//! The two parties.

use super::checking::at::{At, field};
use super::checking::rule::rules;
use crate::modell::{Ags, Anschrift, Filled as _, Partei, Unterzeichnende};

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
    ANSCHRIFT_MISSING: "anschrift_missing", MINOR_GAP,
        "Die Anschrift einer Partei fehlt.",
        "Tragen Sie Straße, Postleitzahl und Ort ein.",
        "Plausibilität";
    VERTRETUNG_MISSING: "vertretung_missing", MINOR_GAP,
        "Es fehlt, wer eine Partei vertritt.",
        "Tragen Sie die Personen mit ihrer Funktion ein.",
        "Plausibilität";
    PLZ_FOUR_DIGITS: "plz_four_digits", DOUBT,
        "Die Postleitzahl hat vier Ziffern: Vielleicht fehlt die Null am Anfang.",
        "Schreiben Sie sie mit fünf Ziffern (01067), eine ausländische mit ihrem Land (A-1010).",
        "Plausibilität";
    PLZ_UNUSUAL: "plz_unusual", ADVICE,
        "Die Postleitzahl hat nicht fünf Ziffern.",
        "Prüfen Sie sie; führende Nullen gehören dazu.",
        "Plausibilität";
    UNTERZEICHNENDE_OTHER: "unterzeichnende_without_vertretung", DOUBT,
        "Hier unterzeichnet jemand, der bei der Partei nicht als Vertretung genannt ist.",
        "Prüfen Sie, wer die Partei vertritt, und nennen Sie dieselben Personen an beiden Stellen.",
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

/// What a contract says of a party; form A does not ask for it.
pub(super) fn check_contract(partei: At<'_, Partei>) {
    field!(partei.anschrift).require(&ANSCHRIFT_MISSING);
    field!(partei.vertreten_durch).require(&VERTRETUNG_MISSING);
}

/// Who signs is one of those who represent the party, where these are named.
pub(super) fn check_unterzeichnende(personen: At<'_, Vec<Unterzeichnende>>, parteien: &[&Partei]) {
    let name = |name: &Option<String>| name.as_deref().unwrap_or_default().trim().to_lowercase();
    let mut vertretende: Vec<String> =
        parteien.iter().flat_map(|partei| &partei.vertreten_durch).map(|person| name(&person.name)).collect();
    vertretende.retain(|name| !name.is_empty());
    if vertretende.is_empty() {
        return;
    }
    for person in personen.each().filter(|person| person.name.is_filled()) {
        if !vertretende.contains(&name(&person.name)) {
            field!(person.name).report(&UNTERZEICHNENDE_OTHER);
        }
    }
}

/// What holds for everything that lies somewhere.
pub(super) fn check_ort(ags: At<'_, Option<Ags>>, anschrift: At<'_, Anschrift>) {
    if ags.as_ref().is_some_and(|ags| !("01"..="16").contains(&ags.land())) {
        ags.report(&AGS_LAND_UNKNOWN);
    }
    match anschrift.plz.as_ref() {
        Some(plz) if plz.has_lost_a_zero() => field!(anschrift.plz).report(&PLZ_FOUR_DIGITS),
        Some(plz) if !plz.is_usual() => field!(anschrift.plz).report(&PLZ_UNUSUAL),
        _ => {}
    }
}
