//! Place, date and signatories.

use super::checker::Checker;
use super::rule::{Rule, rules};
use crate::modell::{Filled, Person, Seite, Unterzeichnung, Zeitraum};
use crate::pointer::Pointer;

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
pub(super) fn check(
    checker: &mut Checker,
    at: Pointer<'_>,
    unterzeichnung: &Unterzeichnung,
    zeitraum: Zeitraum,
    source: Option<&'static str>,
) {
    let mut report = |rule: &'static Rule, at: Pointer<'_>, message: &str| {
        checker.report_from(rule, at, message, source.unwrap_or(rule.source));
    };
    if !unterzeichnung.ort.is_filled() {
        report(&ORT_DATUM_MISSING, at.key("ort"), "Der Ort der Unterzeichnung fehlt.");
    }
    match (unterzeichnung.datum, zeitraum.bis) {
        (None, _) => {
            report(&ORT_DATUM_MISSING, at.key("datum"), "Das Datum der Unterzeichnung fehlt.");
        }
        (Some(datum), Some(bis)) if datum > bis => {
            let message = format!(
                "Die Vereinbarung wird am {} unterzeichnet; der Vereinbarungszeitraum endet schon am {}.",
                datum.deutsch(),
                bis.deutsch()
            );
            report(&LATE, at.key("datum"), &message);
        }
        _ => {}
    }
    for &seite in Seite::ALL {
        check_seite(&mut report, at.key(seite.as_str()), unterzeichnung.seite(seite));
    }
}

fn check_seite(report: &mut impl FnMut(&'static Rule, Pointer<'_>, &str), at: Pointer<'_>, personen: &[Person]) {
    let parts = |person: &Person| (person.name.is_filled(), person.funktion.is_filled());
    if personen.iter().all(|person| parts(person) == (false, false)) {
        report(&UNTERZEICHNENDE_MISSING, at, UNTERZEICHNENDE_MISSING.message);
    }
    for (index, person) in personen.iter().enumerate() {
        let at = at.index(index);
        match parts(person) {
            (true, false) => {
                let message = "Die Funktion einer unterzeichnenden Person fehlt.";
                report(&UNTERZEICHNENDE_INCOMPLETE, at.key("funktion"), message);
            }
            (false, true) => {
                let message = "Der Name einer unterzeichnenden Person fehlt.";
                report(&UNTERZEICHNENDE_INCOMPLETE, at.key("name"), message);
            }
            // An entry with nothing in it counts as not there.
            (true, true) | (false, false) => {}
        }
    }
}
