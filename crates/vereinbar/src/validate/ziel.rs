//! The goals, and what both sides agree on for each.

use super::checking::at::{At, field};
use super::checking::rule::rules;
use super::{kriterium, massnahme, zielueberpruefung};
use crate::modell::{Filled as _, Zeitraum, Ziel};

rules! {
    MISSING: "ziele_missing", GAP,
        "Es ist kein Ziel eingetragen.",
        "Vereinbaren Sie mindestens ein Ziel.",
        "Vordruck: „Ziel 1“";
    MANY: "ziele_many", ADVICE,
        "Es sind mehr als drei Ziele eingetragen.",
        "Prüfen Sie, ob wenige, dafür genauer beschriebene Ziele genügen.",
        "Ausfüllhilfe: „lieber auf wenige detaillierte als auf mehrere, aber weniger spezifizierte Zielsetzungen“";
    TEXT_MISSING: "ziel_text_missing", GAP,
        "Das Ziel selbst ist nicht beschrieben.",
        "Beschreiben Sie, welche Verbesserung für die Leistungsberechtigten erreicht werden soll.",
        "Vordruck: „Welche Verbesserung für die Leistungsberechtigten soll … erreicht werden?“";
    ERGEBNIS_INCOMPLETE: "ergebnis_grad_missing", DOUBT,
        "Zum Ergebnis fehlt der Grad der Zielerreichung.",
        "Tragen Sie ein, ob das Ziel erreicht, teilweise erreicht, nicht erreicht oder offen ist; nur das lässt sich auswerten.",
        "Ausfüllhilfe: „vereinbarungsübergreifende Auswertung“";
    NO_BENEFICIARY: "ziel_without_leistungsberechtigte", OFF,
        "Das Ziel nennt keine jungen Menschen, Eltern oder Familien.",
        "Prüfen Sie, ob es eine Verbesserung für die Leistungsberechtigten beschreibt.",
        "Vordruck: „Welche Verbesserung für die Leistungsberechtigten soll … erreicht werden?“";
    PERSONAL: "personal_data_suspected", OFF,
        "Der Text nennt vielleicht eine einzelne Person.",
        "Prüfen Sie, ob er Angaben über Leistungsberechtigte enthält; sie gehören nicht in die Vereinbarung.",
        "Plausibilität";
}

/// Parts of words that name beneficiaries, in small letters.
const BENEFICIARIES: &[&str] = &[
    "kind",
    "jugendlich",
    "jung",
    "mädchen",
    "volljährig",
    "mensch",
    "eltern",
    "mütter",
    "mutter",
    "väter",
    "vater",
    "famili",
    "sorgeberechtigt",
    "leistungsberechtigt",
    "adressat",
    "betroffen",
];
/// What stands before the name or the birthday of a person.
const PERSONS: &[&str] = &["Herr ", "Herrn ", "Frau ", "Familie ", "geb. ", "geboren am "];

/// The form advises few goals; more than this many are worth a word.
const MANY_ZIELE: u32 = 3;

pub(super) fn check(ziele: At<'_, Vec<Ziel>>, zeitraum: Zeitraum) {
    if ziele.is_empty() {
        ziele.report(&MISSING);
    }
    let most = ziele.limits().max_ziele.unwrap_or(MANY_ZIELE);
    if ziele.len() > most as usize {
        ziele.report(MANY.saying(format!("Es sind {} Ziele eingetragen.", ziele.len())));
    }
    for ziel in ziele.each() {
        check_one(ziel, zeitraum);
    }
}

fn check_one(ziel: At<'_, Ziel>, zeitraum: Zeitraum) {
    field!(ziel.ziel).require(&TEXT_MISSING);
    check_text(field!(ziel.ziel));
    kriterium::check(field!(ziel.kriterien));
    if ziel.ergebnis.is_filled() {
        field!(ziel.ergebnis.grad).require(&ERGEBNIS_INCOMPLETE);
    }
    massnahme::check(field!(ziel.massnahmen), zeitraum);
    zielueberpruefung::check(field!(ziel.zielueberpruefung), &ziel.massnahmen);
}

fn check_text(ziel: At<'_, Option<String>>) {
    let Some(text) = ziel.as_ref().filter(|text| text.is_filled()) else { return };
    let lower = text.to_lowercase();
    if !BENEFICIARIES.iter().any(|word| lower.contains(word)) {
        ziel.report(&NO_BENEFICIARY);
    }
    // A name or a day follows: „Frau M.“, „geb. 3.5.2015“, but not „Familie und Schule“.
    let names_one = |word: &&str| {
        text.split(*word).skip(1).any(|rest| rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
    };
    if PERSONS.iter().any(names_one) {
        ziel.report(&PERSONAL);
    }
}
