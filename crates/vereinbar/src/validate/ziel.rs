//! The goals, and what both sides agree on for each.

use super::checker::Checker;
use super::rule::rules;
use super::{massnahme, zielueberpruefung};
use crate::modell::{Filled, Zeitraum, Ziel};
use crate::pointer::Pointer;

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
    KRITERIEN_MISSING: "kriterien_missing", GAP,
        "Zu diesem Ziel ist kein Kriterium zur Zielerreichung eingetragen.",
        "Tragen Sie für beide Seiten ein, woran Sie erkennen, dass das Ziel erreicht wurde.",
        "Vordruck: „Woran erkennen wir, dass das Ziel erreicht wurde?“";
    KRITERIEN_ONE_SIDED: "kriterien_one_sided", REMINDER,
        "Diese Seite hat kein Kriterium zur Zielerreichung.",
        "Ergänzen Sie ihre Kriterien; die Vereinbarung ist wechselseitig.",
        "Ausfüllhilfe: „Als wechselseitige Vereinbarung dokumentiert sie … die Beiträge“ beider Seiten";
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

pub(super) fn check(checker: &mut Checker, at: Pointer<'_>, ziele: &[Ziel], zeitraum: Zeitraum) {
    if ziele.is_empty() {
        checker.report(&MISSING, at);
    }
    let most = checker.options.profile.limits.max_ziele.unwrap_or(MANY_ZIELE);
    if ziele.len() > most as usize {
        checker.report_with(&MANY, at, format!("Es sind {} Ziele eingetragen.", ziele.len()));
    }
    for (index, ziel) in ziele.iter().enumerate() {
        check_one(checker, at.index(index), ziel, zeitraum);
    }
}

fn check_one(checker: &mut Checker, at: Pointer<'_>, ziel: &Ziel, zeitraum: Zeitraum) {
    if ziel.ziel.is_filled() {
        check_text(checker, at.key("ziel"), ziel.ziel.as_deref().unwrap_or_default());
    } else {
        checker.report(&TEXT_MISSING, at.key("ziel"));
    }
    checker.check_sides(at.key("kriterien"), &ziel.kriterien, [&KRITERIEN_MISSING, &KRITERIEN_ONE_SIDED]);
    if ziel.ergebnis.is_filled() && ziel.ergebnis.grad.is_none() {
        checker.report(&ERGEBNIS_INCOMPLETE, at.key("ergebnis").key("grad"));
    }
    massnahme::check(checker, at.key("massnahmen"), &ziel.massnahmen, zeitraum);
    zielueberpruefung::check(checker, at.key("zielueberpruefung"), &ziel.zielueberpruefung, &ziel.massnahmen);
}

fn check_text(checker: &mut Checker, at: Pointer<'_>, text: &str) {
    let lower = text.to_lowercase();
    if !BENEFICIARIES.iter().any(|word| lower.contains(word)) {
        checker.report(&NO_BENEFICIARY, at);
    }
    // A name or a day follows: „Frau M.“, „geb. 3.5.2015“, but not „Familie und Schule“.
    let names_one = |word: &&str| {
        text.split(*word).skip(1).any(|rest| rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
    };
    if PERSONS.iter().any(names_one) {
        checker.report(&PERSONAL, at);
    }
}
