//! Place, date and signatories.

use super::at::{At, field};
use super::rule::{Saying, rules};
use crate::modell::{Filled as _, Person, Seite, Unterzeichnung, Zeitraum};

rules! {
    UNTERZEICHNENDE_MISSING: "unterzeichnende_missing", GAP,
        "Für diese Seite ist niemand eingetragen, der unterzeichnet.",
        "Tragen Sie mindestens eine Person mit Namen und Funktion ein.",
        "Vordruck: „(Stempel, Unterschrift)“ beider Seiten";
    UNTERZEICHNENDE_INCOMPLETE: "unterzeichnende_incomplete", GAP,
        "Die Angaben zu einer unterzeichnenden Person sind nicht vollständig.",
        "Tragen Sie Namen und Funktion ein.",
        "Vordruck: „(Stempel, Unterschrift)“";
    ORT_DATUM_MISSING: "ort_datum_missing", MINOR_GAP,
        "Ort oder Datum der Unterzeichnung fehlt.",
        "Ergänzen Sie die Angabe, gern auch von Hand bei der Unterzeichnung; der Platz dafür bleibt frei.",
        "Vordruck: „(Ort, Datum)“";
    LATE: "unterzeichnung_after_vereinbarungszeitraum", DOUBT,
        "Die Vereinbarung wird erst nach dem Ende des Vereinbarungszeitraums unterzeichnet.",
        "Prüfen Sie das Datum der Unterzeichnung oder den Vereinbarungszeitraum.",
        "Vordruck: „welche Maßnahmen dazu ergriffen … werden sollen“";
}

/// The sources of the rules are the words of form A; another kind of agreement
/// names its own.
pub(super) fn check(unterzeichnung: At<'_, Unterzeichnung>, zeitraum: Zeitraum, source: Option<&'static str>) {
    let here = |saying: Saying| match source {
        Some(source) => saying.with_source(source),
        None => saying,
    };
    field!(unterzeichnung.ort).require(here(ORT_DATUM_MISSING.saying("Der Ort der Unterzeichnung fehlt.")));
    let datum = field!(unterzeichnung.datum);
    datum.require(here(ORT_DATUM_MISSING.saying("Das Datum der Unterzeichnung fehlt.")));
    if let (Some(tag), Some(bis)) = (*datum, zeitraum.bis)
        && tag > bis
    {
        datum.report(here(LATE.saying(format!(
            "Die Vereinbarung wird am {} unterzeichnet; der Vereinbarungszeitraum endet schon am {}.",
            tag.deutsch(),
            bis.deutsch()
        ))));
    }
    for &seite in Seite::ALL {
        let personen = unterzeichnung.seite(seite);
        personen.require(here((&UNTERZEICHNENDE_MISSING).into()));
        for person in personen.each() {
            check_person(person, here);
        }
    }
}

fn check_person(person: At<'_, Person>, here: impl Fn(Saying) -> Saying) {
    // An entry with nothing in it counts as not there.
    if !person.is_filled() {
        return;
    }
    let incomplete = |message| here(UNTERZEICHNENDE_INCOMPLETE.saying(message));
    field!(person.funktion).require(incomplete("Die Funktion einer unterzeichnenden Person fehlt."));
    field!(person.name).require(incomplete("Der Name einer unterzeichnenden Person fehlt."));
}
