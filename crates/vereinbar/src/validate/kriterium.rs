//! Kriterien zur Zielerreichung.

use super::checking::at::{At, field};
use super::checking::rule::rules;
use crate::modell::{Beidseitig, Filled as _, Kriterium};

rules! {
    MISSING: "kriterien_missing", GAP,
        "Zu diesem Ziel ist kein Kriterium zur Zielerreichung eingetragen.",
        "Tragen Sie für beide Seiten ein, woran Sie erkennen, dass das Ziel erreicht wurde.",
        "Vordruck: „Woran erkennen wir, dass das Ziel erreicht wurde?“";
    ONE_SIDED: "kriterien_one_sided", REMINDER,
        "Diese Seite hat kein Kriterium zur Zielerreichung.",
        "Ergänzen Sie ihre Kriterien; die Vereinbarung ist wechselseitig.",
        "Ausfüllhilfe: „Als wechselseitige Vereinbarung dokumentiert sie … die Beiträge“ beider Seiten";
    INCOMPLETE: "kriterium_incomplete", GAP,
        "Das Kriterium ist nicht beschrieben.",
        "Beschreiben Sie, woran Sie erkennen, dass das Ziel erreicht wurde; ein Indikator allein genügt nicht.",
        "Vordruck: „Woran erkennen wir, dass das Ziel erreicht wurde?“";
    INDIKATOR_INCOMPLETE: "indikator_incomplete", DOUBT,
        "Der Indikator ist nicht vollständig.",
        "Tragen Sie den Zielwert und die Einheit ein; nur dann lässt sich daran messen.",
        "Ausfüllhilfe: „Indikatoren und Operationalisierungsmöglichkeiten“";
}

pub(super) fn check(kriterien: At<'_, Beidseitig<Kriterium>>) {
    kriterien.require_both(&MISSING, &ONE_SIDED);
    for kriterium in kriterien.each_filled() {
        field!(kriterium.woran).require(&INCOMPLETE);
        if kriterium.indikator.is_filled() {
            let message = "Dem Indikator fehlt der Zielwert.";
            field!(kriterium.indikator.zielwert).require(INDIKATOR_INCOMPLETE.saying(message));
            let message = "Dem Indikator fehlt die Einheit.";
            field!(kriterium.indikator.einheit).require(INDIKATOR_INCOMPLETE.saying(message));
        }
    }
}
