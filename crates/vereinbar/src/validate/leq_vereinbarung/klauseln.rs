//! Clauses that an agreement of today should have.

use super::context::Context;
use crate::modell::{Akten, Datum, Filled as _};
use crate::validate::at::{At, field};
use crate::validate::rule::rules;
use crate::validate::zeitraum;

rules! {
    VERFAHREN_8A: "verfahren_8a_missing", MINOR_GAP,
        "Zum Verfahren bei gewichtigen Anhaltspunkten für eine Gefährdung ist nichts vereinbart.",
        "Ergänzen Sie das Verfahren, und wer als insoweit erfahrene Fachkraft mit welcher Qualifikation hinzugezogen wird.",
        "§ 8a Abs. 4 SGB VIII";
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
        "Plausibilität";
}

pub(super) fn check(context: &Context<'_>) {
    if !context.has_leistung {
        return;
    }
    let vereinbarung = context.vereinbarung;
    let leistung = field!(vereinbarung.leistungsvereinbarung);
    let gefaehrdung = field!(leistung.leistungs_und_gefaehrdungsbereich);
    field!(gefaehrdung.verfahren).require(&VERFAHREN_8A);
    let message = "Zur insoweit erfahrenen Fachkraft und ihrer Qualifikation ist nichts vereinbart.";
    field!(gefaehrdung.fachkraft).require(VERFAHREN_8A.saying(message));
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
    let bis = zeitraum::comparable(leistung.zeitraum).bis;
    if bis.is_none_or(is_under_9b) && context.abschluss().is_none_or(is_under_9b) {
        check_akten(field!(leistung.akten));
    }
    field!(leistung.datenschutz).require(&DATENSCHUTZ);
}

fn check_akten(akten: At<'_, Akten>) {
    if !akten.is_filled() {
        akten.report(&AKTEN);
        return;
    }
    for (text, message) in [
        (field!(akten.aufbewahrung), "Zur Aufbewahrung der Akten ist nichts vereinbart."),
        (field!(akten.einsicht), "Zur Einsicht in die Akten ist nichts vereinbart."),
        (field!(akten.auskunft), "Zur Auskunft aus den Akten ist nichts vereinbart."),
    ] {
        text.require(AKTEN.saying(message));
    }
}

/// The first day on which § 9b SGB VIII is in force.
const IN_FORCE: Datum = Datum::from_ymd(2025, 7, 1).expect("a day of the calendar");

fn is_under_9b(datum: Datum) -> bool {
    IN_FORCE <= datum
}
