//! Part I: the contents that § 78c Abs. 1 SGB VIII names.

use rust_decimal::Decimal;

use super::context::Context;
use crate::modell::{
    Filled, Hilfeart, Leistungsvereinbarung, Personalbereich, Prozessschritt, Stelle, Zahl, zahl_deutsch,
};
use crate::pointer::Pointer;
use crate::validate::checker::Checker;
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
    KUENDIGUNG: "kuendigung_missing", NOTE,
        "Zur Kündigung ist nichts vereinbart.",
        "Prüfen Sie, ob eine Frist zu vereinbaren ist.",
        "Plausibilität";
}

pub(super) fn check(checker: &mut Checker, context: &Context<'_>) {
    let at = Pointer::ROOT.key("leistungsvereinbarung");
    let leistung = &context.vereinbarung.leistungsvereinbarung;
    zeitraum::check_order(checker, at.key("zeitraum"), leistung.zeitraum, "Plausibilität");
    if let (Some(von), Some(bis)) = (leistung.personenkreis.alter_von, leistung.personenkreis.alter_bis)
        && bis < von
    {
        let message = format!("Das Höchstalter ({bis}) liegt unter dem Mindestalter ({von}).");
        checker.report_with(&ALTER, at.key("personenkreis").key("alter_bis"), message);
    }
    check_schluessel(checker, at, context);
    if !context.has_leistung {
        return;
    }
    if context.is_78b() {
        check_contents(checker, at, leistung);
        check_topics(checker, at, leistung);
    }
    check_gaps(checker, at, leistung);
    if !leistung.kuendigung.is_filled() {
        checker.report(&KUENDIGUNG, at.key("kuendigung"));
    }
}

fn check_contents(checker: &mut Checker, at: Pointer<'_>, leistung: &Leistungsvereinbarung) {
    let mut require = |is_there: bool, at: Pointer<'_>, message: &str| {
        if !is_there {
            checker.report_with(&INCOMPLETE, at, message);
        }
    };
    require(leistung.art_des_angebots.is_filled(), at.key("art_des_angebots"), "Die Art des Leistungsangebots fehlt.");
    require(leistung.ziele.is_filled(), at.key("ziele"), "Das Ziel des Leistungsangebots fehlt.");
    require(leistung.qualitaet.is_filled(), at.key("qualitaet"), "Die Qualität des Leistungsangebots fehlt.");
    require(
        leistung.personenkreis.beschreibung.is_filled(),
        at.key("personenkreis").key("beschreibung"),
        "Der zu betreuende Personenkreis fehlt.",
    );
    require(
        leistung.aufnahme.voraussetzungen.is_filled(),
        at.key("aufnahme").key("voraussetzungen"),
        "Es fehlt, unter welchen Voraussetzungen sich der Träger zur Erbringung der Leistung verpflichtet.",
    );
    let stellen_at = at.key("personal");
    let stellen_at = stellen_at.key("stellen");
    let stellen = &leistung.personal.stellen;
    let has_stellen = stellen.iter().any(|stelle| stelle.funktion.is_filled() || stelle.umfang.is_some());
    require(has_stellen, stellen_at, "Die erforderliche personelle Ausstattung fehlt.");
    require(
        leistung.sachausstattung.is_filled(),
        at.key("sachausstattung"),
        "Die erforderliche sächliche Ausstattung fehlt.",
    );
    require(
        leistung.betriebsnotwendige_anlagen.is_filled(),
        at.key("betriebsnotwendige_anlagen"),
        "Die betriebsnotwendigen Anlagen fehlen.",
    );
    check_qualifikation(checker, stellen_at, stellen);
}

/// The law asks for the Qualifikation of the Personal, and not of every Stelle.
fn check_qualifikation(checker: &mut Checker, at: Pointer<'_>, stellen: &[Stelle]) {
    let has_one = |stelle: &Stelle| stelle.qualifikation.is_filled();
    let has_any = stellen.iter().any(has_one);
    for (index, stelle) in stellen.iter().enumerate() {
        let is_empty = !stelle.funktion.is_filled() && stelle.umfang.is_none();
        if is_empty || has_one(stelle) {
            continue;
        }
        let at = at.index(index);
        let at = at.key("qualifikation");
        let is_fachlich = matches!(
            stelle.bereich,
            Some(Personalbereich::Paedagogik | Personalbereich::Fachdienst | Personalbereich::Leitung)
        );
        if is_fachlich || !has_any {
            checker.report_with(&INCOMPLETE, at, "Die Qualifikation des Personals fehlt.");
        } else {
            checker.report(&QUALIFIKATION, at);
        }
    }
}

fn check_gaps(checker: &mut Checker, at: Pointer<'_>, leistung: &Leistungsvereinbarung) {
    let mut require = |is_there: bool, at: Pointer<'_>, message: &str| {
        if !is_there {
            checker.report_with(&GAP, at, message);
        }
    };
    require(
        leistung.zeitraum.von.is_some(),
        at.key("zeitraum").key("von"),
        "Es fehlt, ab wann die Leistungsvereinbarung gilt.",
    );
    require(
        leistung.leistungen.grundleistungen.is_filled(),
        at.key("leistungen").key("grundleistungen"),
        "Es fehlt, welche Leistungen mit dem Entgelt abgegolten sind.",
    );
    let at = at.key("schutz_und_beteiligung");
    let schutz = &leistung.schutz_und_beteiligung;
    require(
        schutz.beteiligung.is_filled(),
        at.key("beteiligung"),
        "Zur Beteiligung der jungen Menschen ist nichts vereinbart.",
    );
    require(
        schutz.beschwerde.is_filled(),
        at.key("beschwerde"),
        "Zu Möglichkeiten der Beschwerde ist nichts vereinbart.",
    );
}

fn check_topics(checker: &mut Checker, at: Pointer<'_>, leistung: &Leistungsvereinbarung) {
    let has_steps = |schritt: &Prozessschritt| schritt.schritte.is_filled();
    if !leistung.hilfeprozess.iter().any(has_steps) {
        let message = "Zur Hilfeplanung und Gestaltung des Hilfeprozesses ist nichts eingetragen.";
        checker.report_with(&TOPIC, at.key("hilfeprozess"), message);
    }
    let abgrenzung = &leistung.leistungs_und_gefaehrdungsbereich;
    if ![&abgrenzung.leistungsbereich, &abgrenzung.graubereich, &abgrenzung.gefaehrdungsbereich]
        .into_iter()
        .any(Filled::is_filled)
    {
        let message = "Zur Abgrenzung des Leistungs- und Gefährdungsbereiches ist nichts eingetragen.";
        checker.report_with(&TOPIC, at.key("leistungs_und_gefaehrdungsbereich"), message);
    }
}

/// Only for Heimerziehung: other Hilfearten have keys of their own.
fn check_schluessel(checker: &mut Checker, at: Pointer<'_>, context: &Context<'_>) {
    let angebot = &context.vereinbarung.leistungsangebot;
    let limit = checker.options.profile.limits.max_plaetze_je_fachkraft;
    let (Some(limit), Some(plaetze)) = (limit, angebot.plaetze) else { return };
    let umfang: Decimal = context
        .vereinbarung
        .leistungsvereinbarung
        .personal
        .stellen
        .iter()
        .filter(|stelle| stelle.bereich == Some(Personalbereich::Paedagogik))
        .filter_map(|stelle| stelle.umfang)
        .map(Zahl::decimal)
        .sum();
    let most = umfang.checked_mul(limit.decimal());
    if angebot.hilfearten.contains(&Hilfeart::SgbViii34)
        && !umfang.is_zero()
        && most.is_some_and(|most| Decimal::from(plaetze) > most)
    {
        let message = format!(
            "Auf {} pädagogische Vollzeitstellen kommen {plaetze} Plätze; das Prüfprofil sieht höchstens {} je Stelle vor.",
            zahl_deutsch(umfang.normalize()),
            limit.deutsch()
        );
        checker.report_with(&SCHLUESSEL, at.key("personal").key("stellen"), message);
    }
}
