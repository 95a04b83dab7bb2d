//! Part I: the contents that § 78c Abs. 1 SGB VIII names.

use rust_decimal::Decimal;

use super::context::Context;
use crate::modell::{Filled as _, Hilfeartcode, Leistungsvereinbarung, Personalbereich, Stelle, Zahl, zahl_deutsch};
use crate::validate::at::{At, field};
use crate::validate::rule::rules;
use crate::validate::zeitraum;

rules! {
    INCOMPLETE: "leistungsvereinbarung_incomplete", GAP,
        "In der Leistungsvereinbarung fehlt ein Inhalt, den das Gesetz nennt.",
        "Ergänzen Sie die Angabe.",
        "§ 78c Abs. 1 SGB VIII";
    TOPIC: "topic_missing", MINOR_GAP,
        "Zu einem Gegenstand der Vereinbarung ist nichts eingetragen.",
        "Ergänzen Sie die Angabe, oder prüfen Sie, ob sie an anderer Stelle steht.",
        "Gliederung der Vereinbarung";
    QUALIFIKATION: "qualifikation_missing", MINOR_GAP,
        "Die Qualifikation zu einer Stelle fehlt.",
        "Ergänzen Sie die Qualifikation.",
        "§ 78c Abs. 1 SGB VIII";
    GAP: "leistungsvereinbarung_gap", MINOR_GAP,
        "In der Leistungsvereinbarung fehlt, was sie üblicherweise enthält; im Dokument bleibt dafür Platz frei.",
        "Ergänzen Sie die Angabe.",
        "Gliederung der Vereinbarung";
    ALTER: "alter_reversed", CONTRADICTION,
        "Das Höchstalter liegt unter dem Mindestalter.",
        "Prüfen Sie beide Angaben.",
        "Plausibilität";
    SCHLUESSEL: "fachkraftschluessel_exceeded", DOUBT,
        "Auf eine pädagogische Vollzeitstelle kommen mehr Plätze, als das Prüfprofil vorsieht.",
        "Prüfen Sie die Stellen der Pädagogik und die Plätze.",
        "Prüfprofil";
}

pub(super) fn check(context: &Context<'_>) {
    let vereinbarung = context.vereinbarung;
    let leistung = field!(vereinbarung.leistungsvereinbarung);
    zeitraum::check_order(field!(leistung.zeitraum), "Plausibilität");
    if let (Some(von), Some(bis)) = (leistung.personenkreis.alter_von, leistung.personenkreis.alter_bis)
        && bis < von
    {
        let message = format!("Das Höchstalter ({bis}) liegt unter dem Mindestalter ({von}).");
        field!(leistung.personenkreis.alter_bis).report(ALTER.saying(message));
    }
    check_schluessel(leistung, context);
    if !context.has_leistung {
        return;
    }
    if context.is_78b() {
        check_contents(leistung);
        check_topics(leistung);
    }
    check_gaps(leistung);
}

fn check_contents(leistung: At<'_, Leistungsvereinbarung>) {
    let lacks = |message| INCOMPLETE.saying(message);
    field!(leistung.art_des_angebots).require(lacks("Die Art des Leistungsangebots fehlt."));
    field!(leistung.ziele).require(lacks("Das Ziel des Leistungsangebots fehlt."));
    field!(leistung.qualitaet).require(lacks("Die Qualität des Leistungsangebots fehlt."));
    field!(leistung.personenkreis.beschreibung).require(lacks("Der zu betreuende Personenkreis fehlt."));
    field!(leistung.aufnahme.voraussetzungen).require(lacks(
        "Es fehlt, unter welchen Voraussetzungen sich der Träger zur Erbringung der Leistung verpflichtet.",
    ));
    let stellen = field!(leistung.personal.stellen);
    if !stellen.iter().any(is_stelle) {
        stellen.report(lacks("Die erforderliche personelle Ausstattung fehlt."));
    }
    field!(leistung.sachausstattung).require(lacks("Die erforderliche sächliche Ausstattung fehlt."));
    field!(leistung.betriebsnotwendige_anlagen).require(lacks("Die betriebsnotwendigen Anlagen fehlen."));
    check_qualifikation(stellen);
}

/// Whether an entry says that there is a post.
fn is_stelle(stelle: &Stelle) -> bool {
    stelle.funktion.is_filled() || stelle.umfang.is_some()
}

/// The law asks for the Qualifikation of the Personal, and not of every Stelle.
fn check_qualifikation(stellen: At<'_, Vec<Stelle>>) {
    let has_any = stellen.iter().any(|stelle| stelle.qualifikation.is_filled());
    for stelle in stellen.each().filter(|stelle| is_stelle(stelle)) {
        let is_fachlich = matches!(
            stelle.bereich,
            Some(Personalbereich::Paedagogik | Personalbereich::Fachdienst | Personalbereich::Leitung)
        );
        if is_fachlich || !has_any {
            field!(stelle.qualifikation).require(INCOMPLETE.saying("Die Qualifikation des Personals fehlt."));
        } else {
            field!(stelle.qualifikation).require(&QUALIFIKATION);
        }
    }
}

fn check_gaps(leistung: At<'_, Leistungsvereinbarung>) {
    let lacks = |message| GAP.saying(message);
    field!(leistung.zeitraum.von).require(lacks("Es fehlt, ab wann die Leistungsvereinbarung gilt."));
    field!(leistung.leistungen.grundleistungen)
        .require(lacks("Es fehlt, welche Leistungen mit dem Entgelt abgegolten sind."));
    let schutz = field!(leistung.schutz_und_beteiligung);
    field!(schutz.beteiligung).require(lacks("Zur Beteiligung der jungen Menschen ist nichts vereinbart."));
    field!(schutz.beschwerde).require(lacks("Zu Möglichkeiten der Beschwerde ist nichts vereinbart."));
}

fn check_topics(leistung: At<'_, Leistungsvereinbarung>) {
    if !leistung.hilfeprozess.iter().any(|schritt| schritt.schritte.is_filled()) {
        let message = "Zur Hilfeplanung und Gestaltung des Hilfeprozesses ist nichts eingetragen.";
        field!(leistung.hilfeprozess).report(TOPIC.saying(message));
    }
    let abgrenzung = field!(leistung.leistungs_und_gefaehrdungsbereich);
    if !(abgrenzung.leistungsbereich.is_filled()
        || abgrenzung.graubereich.is_filled()
        || abgrenzung.gefaehrdungsbereich.is_filled())
    {
        let message = "Zur Abgrenzung des Leistungs- und Gefährdungsbereiches ist nichts eingetragen.";
        abgrenzung.report(TOPIC.saying(message));
    }
}

/// Only for Heimerziehung: other Hilfearten have keys of their own.
fn check_schluessel(leistung: At<'_, Leistungsvereinbarung>, context: &Context<'_>) {
    let angebot = &context.vereinbarung.leistungsangebot;
    let (Some(limit), Some(plaetze)) = (leistung.limits().max_plaetze_je_fachkraft, angebot.plaetze) else { return };
    let stellen = field!(leistung.personal.stellen);
    let umfang: Decimal = stellen
        .iter()
        .filter(|stelle| stelle.bereich == Some(Personalbereich::Paedagogik))
        .filter_map(|stelle| stelle.umfang)
        .map(Zahl::decimal)
        .sum();
    let most = umfang.checked_mul(limit.decimal());
    if angebot.hilfearten.iter().any(|hilfeart| hilfeart.code == Some(Hilfeartcode::SgbViii34))
        && !umfang.is_zero()
        && most.is_some_and(|most| Decimal::from(plaetze) > most)
    {
        stellen.report(SCHLUESSEL.saying(format!(
            "Auf {} pädagogische Vollzeitstellen kommen {plaetze} Plätze; das Prüfprofil sieht höchstens {} je Stelle vor.",
            zahl_deutsch(umfang.normalize()),
            limit.deutsch()
        )));
    }
}
