//! Part II: what form A asks for, and the Trägergespräche.

use super::context::Context;
use super::leistungsvereinbarung::TOPIC;
use crate::modell::{Filled, Qualitaetsentwicklung, Vordruck};
use crate::pointer::Pointer;
use crate::validate::checker::Checker;
use crate::validate::rule::rules;
use crate::validate::{fortsetzung, massstab, qualitaetsdimension, zeitraum, ziel};

rules! {
    MISSING: "vordrucke_missing", GAP,
        "Zu Grundsätzen, Maßstäben und Maßnahmen der Qualitätsentwicklung ist nichts vereinbart.",
        "Füllen Sie mindestens einen Vordruck aus.",
        "§ 77 Abs. 1, § 78b Abs. 1 SGB VIII";
    OUTSIDE: "traegergespraech_outside_vereinbarungszeitraum", DOUBT,
        "Das Trägergespräch liegt nicht im Vereinbarungszeitraum.",
        "Prüfen Sie den Tag oder den Vereinbarungszeitraum.",
        "Plausibilität";
}

pub(super) fn check(checker: &mut Checker, context: &Context<'_>) {
    if !context.has_qualitaet {
        return;
    }
    let at = Pointer::ROOT.key("qualitaetsentwicklungsvereinbarung");
    let qualitaet = &context.vereinbarung.qualitaetsentwicklungsvereinbarung;
    let period = zeitraum::comparable(qualitaet.zeitraum);
    zeitraum::check(checker, at.key("zeitraum"), qualitaet.zeitraum);
    if !qualitaet.vordrucke.iter().any(Filled::is_filled) {
        checker.report(&MISSING, at.key("vordrucke"));
    }
    for (index, vordruck) in qualitaet.vordrucke.iter().enumerate() {
        let at = at.key("vordrucke");
        let at = at.index(index);
        let Vordruck { qualitaetsdimensionen, grundsaetze_und_massstaebe, ziele } = vordruck;
        qualitaetsdimension::check(checker, at.key("qualitaetsdimensionen"), qualitaetsdimensionen);
        massstab::check(checker, at.key("grundsaetze_und_massstaebe"), grundsaetze_und_massstaebe);
        ziel::check(checker, at.key("ziele"), ziele, period);
    }
    check_gespraeche(checker, at, context, qualitaet);
    fortsetzung::check(checker, at.key("fortsetzung"), &qualitaet.fortsetzung, period);
}

fn check_gespraeche(checker: &mut Checker, at: Pointer<'_>, context: &Context<'_>, qualitaet: &Qualitaetsentwicklung) {
    let period = zeitraum::comparable(qualitaet.zeitraum);
    let termine_at = at.key("traegergespraeche");
    let termine_at = termine_at.key("termine");
    for (index, termin) in qualitaet.traegergespraeche.termine.iter().enumerate() {
        if let Some(am) = termin.am.filter(|am| !period.contains(*am)) {
            let message = format!("Das Trägergespräch am {} liegt nicht im Vereinbarungszeitraum.", am.deutsch());
            checker.report_with(&OUTSIDE, termine_at.index(index).key("am"), message);
        }
    }
    if !context.is_78b() {
        return;
    }
    if !qualitaet.traegergespraeche.is_filled() {
        let message = "Zu Trägergesprächen zur Qualitätsentwicklung und -bewertung ist nichts eingetragen.";
        checker.report_with(&TOPIC, at.key("traegergespraeche"), message);
    }
    if !qualitaet.rahmenbedingungen.iter().any(Filled::is_filled) {
        let message = "Zu Rahmenbedingungen, zum Beispiel Supervision, ist nichts eingetragen.";
        checker.report_with(&TOPIC, at.key("rahmenbedingungen"), message);
    }
}
