//! Place, date and signatories.

use super::checking::at::{At, field};
use super::checking::rule::{Saying, rules};
use crate::modell::{Datum, Filled as _, Seite, Unterzeichnende, Unterzeichnung, Zeitraum};

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
    let is_late = |datum: At<'_, Option<Datum>>| {
        if let (Some(tag), Some(bis)) = (*datum, zeitraum.bis)
            && tag > bis
        {
            datum.report(here(LATE.saying(format!(
                "Die Vereinbarung wird am {} unterzeichnet; der Vereinbarungszeitraum endet schon am {}.",
                tag.deutsch(),
                bis.deutsch()
            ))));
        }
    };
    if may_be_said_by_all(&unterzeichnung, |person| person.ort.is_filled()) {
        field!(unterzeichnung.ort).require(here(ORT_DATUM_MISSING.saying("Der Ort der Unterzeichnung fehlt.")));
    }
    if may_be_said_by_all(&unterzeichnung, |person| person.datum.is_some()) {
        field!(unterzeichnung.datum).require(here(ORT_DATUM_MISSING.saying("Das Datum der Unterzeichnung fehlt.")));
    }
    is_late(field!(unterzeichnung.datum));
    for &seite in Seite::ALL {
        let personen = unterzeichnung.seite(seite);
        personen.require(here((&UNTERZEICHNENDE_MISSING).into()));
        for person in personen.each() {
            check_person(person, here);
            is_late(field!(person.datum));
        }
    }
}

/// Whether somebody signs who does not say it in an entry of their own.
fn may_be_said_by_all(unterzeichnung: &Unterzeichnung, is_own: impl Fn(&Unterzeichnende) -> bool) -> bool {
    Seite::ALL.iter().any(|&seite| {
        let mut personen = unterzeichnung.seite(seite).iter().filter(|person| person.is_filled()).peekable();
        personen.peek().is_none() || personen.any(|person| !is_own(person))
    })
}

fn check_person(person: At<'_, Unterzeichnende>, here: impl Fn(Saying) -> Saying) {
    // An entry with nothing in it counts as not there.
    if !person.is_filled() {
        return;
    }
    let incomplete = |message| here(UNTERZEICHNENDE_INCOMPLETE.saying(message));
    field!(person.funktion).require(incomplete("Die Funktion einer unterzeichnenden Person fehlt."));
    field!(person.name).require(incomplete("Der Name einer unterzeichnenden Person fehlt."));
}
