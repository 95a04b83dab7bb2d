//! Clauses that an agreement of today should have.

use super::context::Context;
use crate::modell::{Datum, Filled, Leistungsvereinbarung};
use crate::pointer::Pointer;
use crate::validate::checker::Checker;
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

pub(super) fn check(checker: &mut Checker, context: &Context<'_>) {
    if !context.has_leistung {
        return;
    }
    let at = Pointer::ROOT.key("leistungsvereinbarung");
    let leistung = &context.vereinbarung.leistungsvereinbarung;
    check_gefaehrdung(checker, at, leistung);
    let schutz_at = at.key("schutz_und_beteiligung");
    if !leistung.schutz_und_beteiligung.gewaltschutz.is_filled() {
        let source = if context.is_77() {
            "§§ 77, 79a SGB VIII"
        } else if context.is_78b() {
            "§ 78b Abs. 1, § 79a SGB VIII"
        } else {
            "§ 79a SGB VIII"
        };
        checker.report_from(&GEWALTSCHUTZ, schutz_at.key("gewaltschutz"), GEWALTSCHUTZ.message, source);
    }
    if !leistung.schutz_und_beteiligung.inklusion.is_filled() {
        let source = if context.is_77() { "§ 77 Abs. 1 SGB VIII" } else { "Plausibilität (vgl. § 77 SGB VIII)" };
        checker.report_from(&INKLUSION, schutz_at.key("inklusion"), INKLUSION.message, source);
    }
    if !leistung.fuehrungszeugnisse.regelung.is_filled() {
        checker.report(&FUEHRUNGSZEUGNISSE, at.key("fuehrungszeugnisse").key("regelung"));
    }
    let bis = zeitraum::comparable(leistung.zeitraum).bis;
    if bis.is_none_or(is_under_9b) && context.abschluss().is_none_or(is_under_9b) {
        check_akten(checker, at.key("akten"), leistung);
    }
    if !leistung.datenschutz.is_filled() {
        checker.report(&DATENSCHUTZ, at.key("datenschutz"));
    }
}

fn check_gefaehrdung(checker: &mut Checker, at: Pointer<'_>, leistung: &Leistungsvereinbarung) {
    let at = at.key("leistungs_und_gefaehrdungsbereich");
    if !leistung.leistungs_und_gefaehrdungsbereich.verfahren.is_filled() {
        checker.report(&VERFAHREN_8A, at.key("verfahren"));
    }
    if !leistung.leistungs_und_gefaehrdungsbereich.fachkraft.is_filled() {
        let message = "Zur insoweit erfahrenen Fachkraft und ihrer Qualifikation ist nichts vereinbart.";
        checker.report_with(&VERFAHREN_8A, at.key("fachkraft"), message);
    }
}

fn check_akten(checker: &mut Checker, at: Pointer<'_>, leistung: &Leistungsvereinbarung) {
    let akten = &leistung.akten;
    if !akten.is_filled() {
        checker.report(&AKTEN, at);
        return;
    }
    for (text, key, message) in [
        (&akten.aufbewahrung, "aufbewahrung", "Zur Aufbewahrung der Akten ist nichts vereinbart."),
        (&akten.einsicht, "einsicht", "Zur Einsicht in die Akten ist nichts vereinbart."),
        (&akten.auskunft, "auskunft", "Zur Auskunft aus den Akten ist nichts vereinbart."),
    ] {
        if !text.is_filled() {
            checker.report_with(&AKTEN, at.key(key), message);
        }
    }
}

/// The first day on which § 9b SGB VIII is in force.
const IN_FORCE: Datum = Datum::from_ymd(2025, 7, 1).expect("a day of the calendar");

fn is_under_9b(datum: Datum) -> bool {
    IN_FORCE <= datum
}
