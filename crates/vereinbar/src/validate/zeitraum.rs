//! The period.

use super::checker::Checker;
use super::rule::rules;
use crate::modell::{Datum, Zeitraum};
use crate::pointer::Pointer;

rules! {
    MISSING: "vereinbarungszeitraum_missing", GAP,
        "Der Vereinbarungszeitraum ist nicht vollständig.",
        "Tragen Sie den ersten und den letzten Tag ein.",
        "Vordruck: „im Vereinbarungszeitraum … (Datum von – bis)“";
    REVERSED: "vereinbarungszeitraum_reversed", CONTRADICTION,
        "Der Vereinbarungszeitraum endet nicht nach seinem Beginn.",
        "Prüfen Sie beide Tage; der letzte liegt nach dem ersten.",
        "Vordruck: „(Datum von – bis)“";
    LONG: "vereinbarungszeitraum_long", ADVICE,
        "Der Vereinbarungszeitraum ist länger als zehn Jahre.",
        "Prüfen Sie die Jahreszahlen.",
        "Plausibilität";
}

/// Ten years, with their leap days.
const LONG_DAYS: i64 = 3653;

/// The period that other days can be compared with: one that is reversed says
/// nothing about them, and would only repeat its own error at every day.
pub(super) fn comparable(zeitraum: Zeitraum) -> Zeitraum {
    match (zeitraum.von, zeitraum.bis) {
        (Some(von), Some(bis)) if bis <= von => Zeitraum::default(),
        _ => zeitraum,
    }
}

pub(super) fn check(checker: &mut Checker, at: Pointer<'_>, zeitraum: Zeitraum) {
    check_missing(checker, at, zeitraum, MISSING.source);
    check_order(checker, at, zeitraum);
}

/// What asks for the two days differs between the kinds of agreement.
pub(super) fn check_missing(checker: &mut Checker, at: Pointer<'_>, zeitraum: Zeitraum, source: &'static str) {
    if zeitraum.von.is_none() {
        checker.report_from(&MISSING, at.key("von"), "Der Beginn des Vereinbarungszeitraums fehlt.", source);
    }
    if zeitraum.bis.is_none() {
        checker.report_from(&MISSING, at.key("bis"), "Das Ende des Vereinbarungszeitraums fehlt.", source);
    }
}

pub(super) fn check_order(checker: &mut Checker, at: Pointer<'_>, zeitraum: Zeitraum) {
    let (Some(von), Some(bis)) = (zeitraum.von, zeitraum.bis) else { return };
    if bis <= von {
        checker.report_with(&REVERSED, at.key("bis"), reversed(von, bis));
    } else if bis.days_since(von) > LONG_DAYS {
        checker.report(&LONG, at.key("bis"));
    }
}

fn reversed(von: Datum, bis: Datum) -> String {
    format!(
        "Der Vereinbarungszeitraum endet am {} und damit nicht nach seinem Beginn am {}.",
        bis.deutsch(),
        von.deutsch()
    )
}
