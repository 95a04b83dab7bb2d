//! Vereinbarungen zur Zielüberprüfung.

use super::checking::at::{At, field};
use super::checking::rule::rules;
use super::zeitangabe;
use crate::modell::{Beidseitig, Datum, Massnahme, Seite, Zeitangabe, Zielueberpruefung};

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
    let all = Seite::ALL.iter().flat_map(|seite| massnahmen.seite(*seite));
    let first_massnahme = all.filter_map(|massnahme| massnahme.bis.as_ref()?.frist()).min();
    for vereinbart in zielueberpruefung.each_filled() {
        check_one(vereinbart, first_massnahme);
    }
}

fn check_one(vereinbart: At<'_, Zielueberpruefung>, first_massnahme: Option<Datum>) {
    field!(vereinbart.wie).require(INCOMPLETE.saying("Es fehlt, wie die Zielerreichung überprüft wird."));
    field!(vereinbart.wann).require(INCOMPLETE.saying("Es fehlt, wann die Zielerreichung überprüft wird."));
    let wann = field!(vereinbart.wann);
    zeitangabe::check(wann);
    if let (Some(tag), Some(first)) = (wann.as_ref().and_then(Zeitangabe::frist), first_massnahme)
        && tag < first
    {
        wann.report(EARLY.saying(format!(
            "Die Zielüberprüfung bis {} liegt vor der ersten Maßnahme dieses Ziels, die bis {} umgesetzt sein soll.",
            tag.deutsch(),
            first.deutsch()
        )));
    }
}
