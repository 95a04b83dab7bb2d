//! Part I: the contents that § 78c Abs. 1 SGB VIII names.

use std::collections::BTreeSet;

use super::gap::{self, GAP, TOPIC};
use super::{gefaehrdungsabgrenzung, personalausstattung};
use crate::modell::{Filled as _, Leistungen, Leistungsvereinbarung, Prozessschritt};
use crate::spelling::fold;
use crate::validate::at::{At, field};
use crate::validate::leq_vereinbarung::context::Context;
use crate::validate::rule::rules;
use crate::validate::zeitraum;

rules! {
    ALTER: "alter_reversed", CONTRADICTION,
        "Das Höchstalter liegt unter dem Mindestalter.",
        "Prüfen Sie beide Angaben.",
        "Plausibilität";
    BOTH: "zusatzleistung_is_grundleistung", DOUBT,
        "Eine Zusatzleistung steht auch bei den Grundleistungen, die mit dem Entgelt abgegolten sind.",
        "Nennen Sie die Leistung nur an einer der beiden Stellen.",
        "Plausibilität";
}

pub(in crate::validate::leq_vereinbarung) fn check(context: &Context<'_>) {
    let vereinbarung = context.vereinbarung;
    let leistung = field!(vereinbarung.leistungsvereinbarung);
    zeitraum::check_order(field!(leistung.zeitraum), "Plausibilität");
    if let (Some(von), Some(bis)) = (leistung.personenkreis.alter_von, leistung.personenkreis.alter_bis)
        && bis < von
    {
        let message = format!("Das Höchstalter ({bis}) liegt unter dem Mindestalter ({von}).");
        field!(leistung.personenkreis.alter_bis).report(ALTER.saying(message));
    }
    personalausstattung::check_schluessel(context, field!(leistung.personal));
    check_leistungen(field!(leistung.leistungen));
    if !context.has_leistung {
        return;
    }
    check_gegenstand(context);
    check_contents(context, leistung);
    personalausstattung::check(context, field!(leistung.personal));
    check_hilfeprozess(field!(leistung.hilfeprozess));
    gefaehrdungsabgrenzung::check(field!(leistung.leistungs_und_gefaehrdungsbereich));
}

/// What Part I prints of the Einrichtung and its Angebot.
fn check_gegenstand(context: &Context<'_>) {
    let vereinbarung = context.vereinbarung;
    let lacks = |message| GAP.saying(message);
    field!(vereinbarung.einrichtung.anschrift).require(lacks("Die Anschrift der Einrichtung fehlt."));
    let erlaubnis = field!(vereinbarung.einrichtung.betriebserlaubnis);
    if erlaubnis.is_filled() {
        field!(erlaubnis.behoerde).require(lacks("Es fehlt, wer die Betriebserlaubnis erteilt hat."));
        field!(erlaubnis.datum).require(lacks("Der Tag der Betriebserlaubnis fehlt."));
        field!(erlaubnis.aktenzeichen).require(lacks("Das Aktenzeichen der Betriebserlaubnis fehlt."));
        field!(erlaubnis.plaetze).require(lacks("Es fehlt, wie viele Plätze die Betriebserlaubnis erlaubt."));
    }
    for gruppe in field!(vereinbarung.leistungsangebot.gruppen).each() {
        field!(gruppe.name).require(lacks("Der Name der Gruppe fehlt."));
        field!(gruppe.plaetze).require(lacks("Die Plätze der Gruppe fehlen."));
        field!(gruppe.oeffnungszeit).require(lacks("Die Öffnungszeit der Gruppe fehlt."));
    }
}

fn check_contents(context: &Context<'_>, leistung: At<'_, Leistungsvereinbarung>) {
    let gap = |message| GAP.saying(message);
    let lacks = |message| gap::lacks(context, message);
    // § 77 Abs. 1 SGB VIII names Inhalt, Umfang and Qualität as well.
    let named = |message| {
        if context.is_77_alone() { gap(message).with_source("§ 77 Abs. 1 SGB VIII") } else { lacks(message) }
    };
    field!(leistung.zeitraum.von).require(gap("Es fehlt, ab wann die Leistungsvereinbarung gilt."));
    field!(leistung.art_des_angebots).require(named("Die Art des Leistungsangebots fehlt."));
    field!(leistung.ziele).require(lacks("Das Ziel des Leistungsangebots fehlt."));
    field!(leistung.qualitaet).require(named("Die Qualität des Leistungsangebots fehlt."));
    field!(leistung.personenkreis.beschreibung).require(lacks("Der zu betreuende Personenkreis fehlt."));
    field!(leistung.aufnahme.voraussetzungen).require(lacks(
        "Es fehlt, unter welchen Voraussetzungen sich der Träger zur Erbringung der Leistung verpflichtet.",
    ));
    field!(leistung.leistungen.grundleistungen)
        .require(gap("Es fehlt, welche Leistungen mit dem Entgelt abgegolten sind."));
    if context.is_78b() {
        field!(leistung.sachausstattung).require(lacks("Die erforderliche sächliche Ausstattung fehlt."));
        field!(leistung.betriebsnotwendige_anlagen).require(lacks("Die betriebsnotwendigen Anlagen fehlen."));
    }
    let schutz = field!(leistung.schutz_und_beteiligung);
    field!(schutz.beteiligung).require(gap("Zur Beteiligung der jungen Menschen ist nichts vereinbart."));
    field!(schutz.beschwerde).require(gap("Zu Möglichkeiten der Beschwerde ist nichts vereinbart."));
}

/// A Frist is not for every Schritt.
fn check_hilfeprozess(hilfeprozess: At<'_, Vec<Prozessschritt>>) {
    if !hilfeprozess.iter().any(|schritt| schritt.schritte.is_filled()) {
        let message = "Zur Hilfeplanung und Gestaltung des Hilfeprozesses ist nichts eingetragen.";
        hilfeprozess.report(TOPIC.saying(message));
        return;
    }
    for schritt in hilfeprozess.each() {
        field!(schritt.phase).require(GAP.saying("Die Phase des Hilfeprozesses fehlt."));
        field!(schritt.schritte).require(GAP.saying("Es fehlt, was in dieser Phase des Hilfeprozesses geschieht."));
        field!(schritt.zustaendig)
            .require(GAP.saying("Es fehlt, wer in dieser Phase des Hilfeprozesses zuständig ist."));
    }
}

fn check_leistungen(leistungen: At<'_, Leistungen>) {
    let covered: BTreeSet<String> = leistungen.grundleistungen.iter().map(|leistung| fold(leistung)).collect();
    for leistung in field!(leistungen.zusatzleistungen).each() {
        if leistung.is_filled() && covered.contains(&fold(&leistung)) {
            leistung.report(&BOTH);
        }
    }
}
