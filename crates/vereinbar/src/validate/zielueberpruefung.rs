//! Vereinbarungen zur Zielüberprüfung.

use super::checker::Checker;
use super::rule::rules;
use crate::modell::{Beidseitig, Datum, Filled, Massnahme, Seite, Zielueberpruefung};
use crate::pointer::Pointer;

rules! {
    MISSING: "zielueberpruefung_missing", GAP,
        "Zu diesem Ziel ist keine Zielüberprüfung vereinbart.",
        "Tragen Sie für beide Seiten ein, wie und wann die Zielerreichung überprüft wird.",
        "Vordruck: „Vereinbarungen zur Zielüberprüfung“";
    ONE_SIDED: "zielueberpruefung_one_sided", REMINDER,
        "Diese Seite hat keine Vereinbarung zur Zielüberprüfung.",
        "Ergänzen Sie ihren Beitrag; die Zielerreichung wird gemeinsam bewertet.",
        "Ausfüllhilfe: „die Zielerreichung … gemeinsam evaluiert und bewertet werden soll“";
    INCOMPLETE: "zielueberpruefung_incomplete", MINOR_GAP,
        "Die Vereinbarung zur Zielüberprüfung ist nicht vollständig.",
        "Tragen Sie ein, wie und wann die Zielerreichung überprüft wird.",
        "Vordruck: „Wie und wann überprüfen wir die Zielerreichung?“";
    EARLY: "zielueberpruefung_early", DOUBT,
        "Die Zielüberprüfung liegt vor der ersten Maßnahme dieses Ziels.",
        "Prüfen Sie den Tag der Zielüberprüfung oder der Maßnahmen.",
        "Ausfüllhilfe: „die Zielerreichung nach dem Vereinbarungszeitraum“";
}

pub(super) fn check(
    checker: &mut Checker,
    at: Pointer<'_>,
    zielueberpruefung: &Beidseitig<Zielueberpruefung>,
    massnahmen: &Beidseitig<Massnahme>,
) {
    checker.check_sides(at, zielueberpruefung, [&MISSING, &ONE_SIDED]);
    let first_massnahme =
        Seite::ALL.iter().flat_map(|seite| massnahmen.seite(*seite)).filter_map(|massnahme| massnahme.bis).min();
    for &seite in Seite::ALL {
        let at = at.key(seite.as_str());
        for (index, vereinbart) in zielueberpruefung.seite(seite).iter().enumerate() {
            if vereinbart.is_filled() {
                check_one(checker, at.index(index), vereinbart, first_massnahme);
            }
        }
    }
}

fn check_one(checker: &mut Checker, at: Pointer<'_>, vereinbart: &Zielueberpruefung, first_massnahme: Option<Datum>) {
    if !vereinbart.wie.is_filled() {
        checker.report_with(&INCOMPLETE, at.key("wie"), "Es fehlt, wie die Zielerreichung überprüft wird.");
    }
    let wann = vereinbart.wann.as_deref().map(str::trim).unwrap_or_default();
    if wann.is_empty() {
        checker.report_with(&INCOMPLETE, at.key("wann"), "Es fehlt, wann die Zielerreichung überprüft wird.");
    }
    // `wann` is free text; only where it is nothing but a day can it be compared.
    let tag = wann.parse().or_else(|_| Datum::parse_deutsch(wann)).ok();
    if let (Some(tag), Some(first)) = (tag, first_massnahme)
        && tag < first
    {
        let message = format!(
            "Die Zielüberprüfung am {} liegt vor der ersten Maßnahme dieses Ziels, die bis {} umgesetzt sein soll.",
            tag.deutsch(),
            first.deutsch()
        );
        checker.report_with(&EARLY, at.key("wann"), message);
    }
}
