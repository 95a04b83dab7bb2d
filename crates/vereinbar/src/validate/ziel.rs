//! The goals, and what both sides agree on for each.

use super::checker::{Checker, is_filled};
use super::rule::rules;
use super::{massnahme, zielueberpruefung};
use crate::modell::{Zeitraum, Ziel};
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
}

/// The form advises few goals; more than this many are worth a word.
const MANY_ZIELE: usize = 3;

pub(super) fn check(checker: &mut Checker, at: Pointer<'_>, ziele: &[Ziel], zeitraum: Zeitraum) {
    if ziele.is_empty() {
        checker.report(&MISSING, at);
    }
    if ziele.len() > MANY_ZIELE {
        checker.report_with(&MANY, at, format!("Es sind {} Ziele eingetragen.", ziele.len()));
    }
    for (index, ziel) in ziele.iter().enumerate() {
        check_one(checker, at.index(index), ziel, zeitraum);
    }
}

fn check_one(checker: &mut Checker, at: Pointer<'_>, ziel: &Ziel, zeitraum: Zeitraum) {
    if !is_filled(ziel.ziel.as_deref()) {
        checker.report(&TEXT_MISSING, at.key("ziel"));
    }
    checker.check_sides(
        at.key("kriterien"),
        &ziel.kriterien,
        |kriterium| is_filled(Some(kriterium)),
        [&KRITERIEN_MISSING, &KRITERIEN_ONE_SIDED],
    );
    massnahme::check(checker, at.key("massnahmen"), &ziel.massnahmen, zeitraum);
    zielueberpruefung::check(checker, at.key("zielueberpruefung"), &ziel.zielueberpruefung, &ziel.massnahmen);
}
