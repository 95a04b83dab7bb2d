//! The period.

use super::checking::at::{At, field};
use super::checking::rule::rules;
use crate::modell::{Datum, Zeitraum};

rules! {
    MISSING: "vereinbarungszeitraum_missing", GAP,
        "Der Vereinbarungszeitraum ist nicht vollständig.",
        "Tragen Sie den ersten und den letzten Tag ein.",
        "Vordruck: „im Vereinbarungszeitraum … (Datum von – bis)“";
    REVERSED: "vereinbarungszeitraum_reversed", CONTRADICTION,
        "Der Vereinbarungszeitraum endet vor seinem Beginn.",
        "Prüfen Sie beide Tage; der letzte liegt nicht vor dem ersten.",
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
        (Some(von), Some(bis)) if bis < von => Zeitraum::default(),
        _ => zeitraum,
    }
}

pub(super) fn check(zeitraum: At<'_, Zeitraum>) {
    check_missing(zeitraum, MISSING.source);
    check_order(zeitraum, REVERSED.source);
}

/// What asks for the two days differs between the kinds of agreement.
pub(super) fn check_missing(zeitraum: At<'_, Zeitraum>, source: &'static str) {
    let missing = |message| MISSING.saying(message).with_source(source);
    field!(zeitraum.von).require(missing("Der Beginn des Vereinbarungszeitraums fehlt."));
    field!(zeitraum.bis).require(missing("Das Ende des Vereinbarungszeitraums fehlt."));
}

pub(super) fn check_order(zeitraum: At<'_, Zeitraum>, source: &'static str) {
    let (Some(von), Some(bis)) = (zeitraum.von, zeitraum.bis) else { return };
    if bis < von {
        let message = format!(
            "Der Vereinbarungszeitraum endet am {} und damit vor seinem Beginn am {}.",
            bis.deutsch(),
            von.deutsch()
        );
        field!(zeitraum.bis).report(REVERSED.saying(message).with_source(source));
    } else if bis.days_since(von) > LONG_DAYS {
        field!(zeitraum.bis).report(&LONG);
    }
}

/// Whether the period is longer than so many years of the calendar: two years
/// from 1 January 2027 end on 31 December 2028.
pub(super) fn is_longer_than_years(von: Datum, bis: Datum, jahre: u32) -> bool {
    (bis.year(), bis.month(), bis.day()) >= (von.year().saturating_add_unsigned(jahre), von.month(), von.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_those_of_the_calendar() {
        let is_longer =
            |von: &str, bis: &str, jahre| is_longer_than_years(von.parse().unwrap(), bis.parse().unwrap(), jahre);
        for (von, last, next) in [
            ("2027-01-01", "2028-12-31", "2029-01-01"),
            ("2027-03-15", "2029-03-14", "2029-03-15"),
            ("2028-02-29", "2030-02-28", "2030-03-01"),
        ] {
            assert!(!is_longer(von, last, 2), "{von} to {last}");
            assert!(is_longer(von, next, 2), "{von} to {next}");
        }
        assert!(!is_longer("2027-01-01", "2199-12-31", u32::MAX));
    }
}
