//! Clauses that an agreement of today should have.

use super::gap::GAP;
use crate::modell::{Datum, Filled as _, Leistungsvereinbarung, Pruefung};
use crate::validate::at::{At, field};
use crate::validate::leq_vereinbarung::context::Context;
use crate::validate::rule::rules;
use crate::validate::zeitraum;

rules! {
    FUEHRUNGSZEUGNISSE: "fuehrungszeugnisse_missing", MINOR_GAP,
        "Zu Führungszeugnissen ist nichts vereinbart.",
        "Ergänzen Sie die Regelung, oder verweisen Sie auf eine Anlage.",
        "§ 72a SGB VIII";
    AKTEN: "akten_missing", MINOR_GAP,
        "Zur Aufbewahrung der Akten, zu Einsicht und Auskunft ist nichts vereinbart.",
        "Ergänzen Sie die Regelung.",
        "§ 9b Abs. 2 SGB VIII (seit 1. Juli 2025)";
    GEWALTSCHUTZ: "gewaltschutz_missing", MINOR_GAP,
        "Zum Schutz vor Gewalt und Ausbeutung ist nichts vereinbart.",
        "Ergänzen Sie die Merkmale, oder verweisen Sie auf das Schutzkonzept.",
        "§ 79a SGB VIII; § 77 oder § 78b Abs. 1 SGB VIII";
    INKLUSION: "inklusion_missing", MINOR_GAP,
        "Zur inklusiven Ausrichtung und zu den Bedürfnissen junger Menschen mit Behinderungen ist nichts vereinbart.",
        "Ergänzen Sie die Merkmale.",
        "§ 77 Abs. 1 SGB VIII; sonst Plausibilität";
    DATENSCHUTZ: "datenschutz_missing", MINOR_GAP,
        "Zum Datenschutz ist nichts vereinbart.",
        "Ergänzen Sie, wie Sozialdaten geschützt werden.",
        "§ 61 Abs. 3 SGB VIII";
    PRUEFUNG: "pruefung_missing", MINOR_GAP,
        "Zur Prüfung der Leistung ist nichts vereinbart.",
        "Vereinbaren Sie Anlass, Nachweise, Frist und Kosten der Prüfung; einen umfassenden Anspruch auf Auskunft gibt es ohne Vereinbarung nicht.",
        "BGH, Urteil vom 18. Februar 2021, III ZR 175/19";
}

pub(in crate::validate::leq_vereinbarung) fn check(context: &Context<'_>) {
    if !context.has_leistung {
        return;
    }
    let vereinbarung = context.vereinbarung;
    let leistung = field!(vereinbarung.leistungsvereinbarung);
    let schutz = field!(leistung.schutz_und_beteiligung);
    let source = if context.is_77() {
        "§§ 77, 79a SGB VIII"
    } else if context.is_78b() {
        "§ 78b Abs. 1, § 79a SGB VIII"
    } else {
        "§ 79a SGB VIII"
    };
    field!(schutz.gewaltschutz).require(GEWALTSCHUTZ.with_source(source));
    let source = if context.is_77() { "§ 77 Abs. 1 SGB VIII" } else { "Plausibilität (vgl. § 77 SGB VIII)" };
    field!(schutz.inklusion).require(INKLUSION.with_source(source));
    field!(leistung.fuehrungszeugnisse.regelung).require(&FUEHRUNGSZEUGNISSE);
    check_akten(context, leistung);
    field!(leistung.datenschutz).require(&DATENSCHUTZ);
    check_pruefung(field!(leistung.pruefung));
}

/// Before § 9b SGB VIII the Akten are what a Leistungsvereinbarung usually holds, and no more.
fn check_akten(context: &Context<'_>, leistung: At<'_, Leistungsvereinbarung>) {
    let bis = zeitraum::comparable(leistung.zeitraum).bis;
    let is_under_9b = bis.is_none_or(is_under_9b) && context.abschluss().is_none_or(is_under_9b);
    let lacks = |message| if is_under_9b { AKTEN.saying(message) } else { GAP.saying(message) };
    let akten = field!(leistung.akten);
    if !akten.is_filled() {
        akten.report(lacks(AKTEN.message));
        return;
    }
    for (text, message) in [
        (field!(akten.aufbewahrung), "Zur Aufbewahrung der Akten ist nichts vereinbart."),
        (field!(akten.einsicht), "Zur Einsicht in die Akten ist nichts vereinbart."),
        (field!(akten.auskunft), "Zur Auskunft aus den Akten ist nichts vereinbart."),
    ] {
        text.require(lacks(message));
    }
}

fn check_pruefung(pruefung: At<'_, Pruefung>) {
    if !pruefung.is_filled() {
        pruefung.report(&PRUEFUNG);
        return;
    }
    field!(pruefung.anlass).require(PRUEFUNG.saying("Es fehlt, wann geprüft werden kann."));
    field!(pruefung.nachweise).require(PRUEFUNG.saying("Es fehlt, was der Träger bei einer Prüfung vorlegt."));
}

/// The first day on which § 9b SGB VIII is in force.
const IN_FORCE: Datum = Datum::from_ymd(2025, 7, 1).expect("a day of the calendar");

fn is_under_9b(datum: Datum) -> bool {
    IN_FORCE <= datum
}
