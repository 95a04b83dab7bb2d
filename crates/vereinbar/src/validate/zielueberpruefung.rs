//! Vereinbarungen zur Zielüberprüfung.

use super::at::{At, field};
use super::rule::rules;
use crate::modell::{Beidseitig, Datum, Massnahme, Seite, Zielueberpruefung};

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

pub(super) fn check(zielueberpruefung: At<'_, Beidseitig<Zielueberpruefung>>, massnahmen: &Beidseitig<Massnahme>) {
    zielueberpruefung.require_both(&MISSING, &ONE_SIDED);
    let first_massnahme =
        Seite::ALL.iter().flat_map(|seite| massnahmen.seite(*seite)).filter_map(|massnahme| massnahme.bis).min();
    for vereinbart in zielueberpruefung.each_filled() {
        check_one(vereinbart, first_massnahme);
    }
}

fn check_one(vereinbart: At<'_, Zielueberpruefung>, first_massnahme: Option<Datum>) {
    field!(vereinbart.wie).require(INCOMPLETE.saying("Es fehlt, wie die Zielerreichung überprüft wird."));
    field!(vereinbart.wann).require(INCOMPLETE.saying("Es fehlt, wann die Zielerreichung überprüft wird."));
    // `wann` is free text; only where it is nothing but a day can it be compared.
    let wann = vereinbart.wann.as_deref().unwrap_or_default().trim();
    let tag = wann.parse().or_else(|_| Datum::parse_deutsch(wann)).ok();
    if let (Some(tag), Some(first)) = (tag, first_massnahme)
        && tag < first
    {
        field!(vereinbart.wann).report(EARLY.saying(format!(
            "Die Zielüberprüfung am {} liegt vor der ersten Maßnahme dieses Ziels, die bis {} umgesetzt sein soll.",
            tag.deutsch(),
            first.deutsch()
        )));
    }
}
