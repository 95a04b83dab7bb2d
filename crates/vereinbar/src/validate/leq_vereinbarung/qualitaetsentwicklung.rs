//! Part II: what form A asks for, and the Trägergespräche.

use super::context::Context;
use super::leistungsvereinbarung::TOPIC;
use crate::modell::Qualitaetsentwicklung;
use crate::validate::at::{At, field};
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

pub(super) fn check(context: &Context<'_>) {
    if !context.has_qualitaet {
        return;
    }
    let vereinbarung = context.vereinbarung;
    let qualitaet = field!(vereinbarung.qualitaetsentwicklungsvereinbarung);
    let period = zeitraum::comparable(qualitaet.zeitraum);
    zeitraum::check(field!(qualitaet.zeitraum));
    field!(qualitaet.vordrucke).require(&MISSING);
    for vordruck in field!(qualitaet.vordrucke).each() {
        qualitaetsdimension::check(field!(vordruck.qualitaetsdimensionen));
        massstab::check(field!(vordruck.grundsaetze_und_massstaebe));
        ziel::check(field!(vordruck.ziele), period);
    }
    check_gespraeche(context, qualitaet);
    fortsetzung::check(field!(qualitaet.fortsetzung), period);
}

fn check_gespraeche(context: &Context<'_>, qualitaet: At<'_, Qualitaetsentwicklung>) {
    let period = zeitraum::comparable(qualitaet.zeitraum);
    for termin in field!(qualitaet.traegergespraeche.termine).each() {
        if let Some(am) = termin.am.filter(|am| !period.contains(*am)) {
            let message = format!("Das Trägergespräch am {} liegt nicht im Vereinbarungszeitraum.", am.deutsch());
            field!(termin.am).report(OUTSIDE.saying(message));
        }
    }
    if !context.is_78b() {
        return;
    }
    let message = "Zu Trägergesprächen zur Qualitätsentwicklung und -bewertung ist nichts eingetragen.";
    field!(qualitaet.traegergespraeche).require(TOPIC.saying(message));
    let message = "Zu Rahmenbedingungen, zum Beispiel Supervision, ist nichts eingetragen.";
    field!(qualitaet.rahmenbedingungen).require(TOPIC.saying(message));
}
