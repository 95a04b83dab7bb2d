//! Part II: what form A asks for, and the Trägergespräche.

use super::context::Context;
use super::leistung::gap::TOPIC;
use crate::modell::{Filled as _, Gespraechstermin, Rahmenbedingung, Traegergespraeche, Zeitraum};
use crate::validate::at::{At, field};
use crate::validate::rule::rules;
use crate::validate::{massnahme, massstab, qualitaetsdimension, zeitraum, ziel};

rules! {
    MISSING: "vordrucke_missing", GAP,
        "Zu Grundsätzen, Maßstäben und Maßnahmen der Qualitätsentwicklung ist nichts vereinbart.",
        "Füllen Sie mindestens einen Vordruck aus.",
        "§ 77 Abs. 1, § 78b Abs. 1 SGB VIII";
    GAP: "qualitaetsentwicklungsvereinbarung_gap", MINOR_GAP,
        "In der Qualitätsentwicklungsvereinbarung fehlt, was sie üblicherweise enthält.",
        "Ergänzen Sie die Angabe.",
        "Gliederung der Vereinbarung";
    OUTSIDE: "traegergespraech_outside_vereinbarungszeitraum", DOUBT,
        "Das Trägergespräch liegt nicht im Vereinbarungszeitraum.",
        "Prüfen Sie den Tag oder den Vereinbarungszeitraum.",
        "Plausibilität";
    UNRECORDED: "traegergespraech_without_ergebnis", ADVICE,
        "Zu einem Trägergespräch, dessen Tag vorbei ist, ist kein Ergebnis eingetragen.",
        "Tragen Sie ein, wann es stattgefunden hat, wie die Qualität bewertet wurde und was verabredet ist.",
        "Trägergespräche zur Qualitätsentwicklung und -bewertung";
    RESULT_FIRST: "ergebnis_without_traegergespraech", DOUBT,
        "Zu einem Trägergespräch ist ein Ergebnis eingetragen, aber nicht, wann es stattgefunden hat.",
        "Tragen Sie den Tag ein, an dem es stattgefunden hat.",
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
    check_gespraeche(context, field!(qualitaet.traegergespraeche), period);
    check_rahmenbedingungen(field!(qualitaet.rahmenbedingungen));
}

fn check_gespraeche(context: &Context<'_>, gespraeche: At<'_, Traegergespraeche>, period: Zeitraum) {
    for termin in field!(gespraeche.termine).each() {
        if let Some(am) = termin.am.filter(|am| !period.contains(*am)) {
            let message = format!("Das Trägergespräch am {} liegt nicht im Vereinbarungszeitraum.", am.deutsch());
            field!(termin.am).report(OUTSIDE.saying(message));
        }
        check_ergebnis(context, termin);
    }
    if !gespraeche.is_filled() {
        let message = "Zu Trägergesprächen zur Qualitätsentwicklung und -bewertung ist nichts eingetragen.";
        gespraeche.report(TOPIC.saying(message));
        return;
    }
    let lacks = |message| GAP.saying(message);
    field!(gespraeche.turnus).require(lacks("Es fehlt, wie oft Trägergespräche stattfinden."));
    field!(gespraeche.teilnehmende).require(lacks("Es fehlt, wer an den Trägergesprächen teilnimmt."));
    field!(gespraeche.einladung_durch).require(lacks("Es fehlt, durch wen die Einladung erfolgt."));
    field!(gespraeche.gespraechsgrundlagen).require(lacks("Es fehlt, was als Gesprächsgrundlage herangezogen wird."));
}

fn check_ergebnis(context: &Context<'_>, termin: At<'_, Gespraechstermin>) {
    field!(termin.am).require(GAP.saying("Der Tag des Trägergesprächs fehlt."));
    let has_ergebnis = termin.ergebnis.is_filled() || termin.verabredungen.is_filled();
    if has_ergebnis && termin.stattgefunden_am.is_none() {
        field!(termin.stattgefunden_am).report(&RESULT_FIRST);
    }
    if let (Some(am), Some(stichtag)) = (termin.stattgefunden_am.or(termin.am), context.stichtag())
        && am < stichtag
        && !has_ergebnis
    {
        let message = format!("Zum Trägergespräch vom {} ist kein Ergebnis eingetragen.", am.deutsch());
        field!(termin.ergebnis).report(UNRECORDED.saying(message));
    }
    // What is agreed on in the last of them is done after the period.
    for verabredung in field!(termin.verabredungen).each().filter(|verabredung| verabredung.is_filled()) {
        massnahme::check_one(verabredung, Zeitraum::default());
    }
}

fn check_rahmenbedingungen(rahmenbedingungen: At<'_, Vec<Rahmenbedingung>>) {
    let message = "Zu Rahmenbedingungen, zum Beispiel Supervision, ist nichts eingetragen.";
    rahmenbedingungen.require(TOPIC.saying(message));
    for bedingung in rahmenbedingungen.each().filter(|_| rahmenbedingungen.is_filled()) {
        field!(bedingung.art).require(GAP.saying("Es fehlt, um welche Rahmenbedingung es geht."));
        field!(bedingung.beschreibung).require(GAP.saying("Die Rahmenbedingung ist nicht beschrieben."));
        // A Rahmenbedingung may be one that has no number; a number has its unit.
        let has_number = bedingung.menge.is_filled()
            || bedingung.einheit.is_filled()
            || bedingung.je.is_filled()
            || bedingung.zeitraum.is_filled();
        if has_number {
            field!(bedingung.menge).require(GAP.saying("Die Menge der Rahmenbedingung fehlt."));
            field!(bedingung.einheit).require(GAP.saying("Die Einheit der Rahmenbedingung fehlt."));
        }
    }
}
