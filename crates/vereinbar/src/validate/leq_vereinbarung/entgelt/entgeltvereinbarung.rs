//! Part III: its period, and what holds for every form of Entgelt.

use super::kosten::each_bestandteile;
use super::{abwesenheit, einzelentgelt, fachleistungsstunde, investition, pauschale, tagessatz};
use crate::modell::{Datum, Entgeltvereinbarung, Filled as _, Zeitraum};
use crate::validate::at::{At, field};
use crate::validate::leq_vereinbarung::context::Context;
use crate::validate::leq_vereinbarung::leistung::gap::TOPIC;
use crate::validate::rule::rules;
use crate::validate::zeitraum;

rules! {
    NOT_FUTURE: "entgelt_not_future", DOUBT,
        "Der Zeitraum der Entgeltvereinbarung beginnt vor ihrem Abschluss.",
        "Prüfen Sie den Zeitraum; Entgelte werden für einen zukünftigen Zeitraum vereinbart.",
        "§ 78d Abs. 1 SGB VIII";
    ENDED: "entgelt_ended", ADVICE,
        "Der Zeitraum der Entgeltvereinbarung ist abgelaufen; bis zu neuen Vereinbarungen gelten die vereinbarten Vergütungen weiter.",
        "Verhandeln Sie über einen neuen Zeitraum.",
        "§ 78d Abs. 2 SGB VIII";
    LONG: "entgelt_long", ADVICE,
        "Der Zeitraum der Entgeltvereinbarung ist länger als üblich.",
        "Prüfen Sie, ob er so lang sein soll.",
        "Plausibilität";
    MISSING: "entgelt_missing", GAP,
        "Es ist kein Entgelt eingetragen.",
        "Ergänzen Sie Tagessatz, Fachleistungsstunden, Pauschalen oder Jahresbudget.",
        "§ 77 Abs. 1, § 78b Abs. 1 SGB VIII";
    AUSGLEICH: "nachtraeglicher_ausgleich_suspected", DOUBT,
        "Die Bezeichnung deutet auf einen nachträglichen Ausgleich hin.",
        "Prüfen Sie den Eintrag; nachträgliche Ausgleiche sind unzulässig.",
        "§ 78d Abs. 1 SGB VIII";
    OUTLIVES: "entgelt_outlives_basis", DOUBT,
        "Das Entgelt ist für länger vereinbart als das, worauf es beruht.",
        "Prüfen Sie die Zeiträume; das Entgelt beruht auf Leistung und Qualitätsentwicklung, die für dieselbe Zeit vereinbart sind.",
        "§ 78c Abs. 2 SGB VIII; sonst Plausibilität";
}

/// In small letters: words by which a compensation for the past is called.
const AUSGLEICHE: &[&str] =
    &["nachträglich", "nachzahlung", "rückwirkend", "verlustausgleich", "defizitausgleich", "fehlbetrag"];

/// Years that an Entgelt usually covers at most.
const JAHRE: u32 = 2;

pub(in crate::validate::leq_vereinbarung) fn check(context: &Context<'_>) {
    if !context.has_entgelt {
        return;
    }
    let vereinbarung = context.vereinbarung;
    let entgelt = field!(vereinbarung.entgeltvereinbarung);
    check_zeitraum(entgelt, context);
    if !(entgelt.tagessatz.is_filled()
        || entgelt.fachleistungsstunden.is_filled()
        || entgelt.pauschalen.is_filled()
        || entgelt.jahresbudget.is_filled())
    {
        entgelt.report(&MISSING);
    }
    tagessatz::check(field!(entgelt.tagessatz), context);
    fachleistungsstunde::check(field!(entgelt.fachleistungsstunden), context);
    pauschale::check(field!(entgelt.pauschalen), context);
    pauschale::check_jahresbudget(field!(entgelt.jahresbudget), context);
    einzelentgelt::check(entgelt, context);
    abwesenheit::check(field!(entgelt.abwesenheit));
    investition::check(entgelt, context);
    if context.is_78b() {
        check_bezeichnungen(entgelt);
    }
    check_outlives(entgelt, context);
    field!(entgelt.anpassung).require(TOPIC.saying("Zur Anpassung des Entgelts ist nichts eingetragen."));
    field!(entgelt.abrechnung).require(TOPIC.saying("Zur Abrechnung ist nichts eingetragen."));
}

/// What the Entgelt is paid for has to be agreed for as long as it is.
fn check_outlives(entgelt: At<'_, Entgeltvereinbarung>, context: &Context<'_>) {
    let vereinbarung = context.vereinbarung;
    let Some(bis) = zeitraum::comparable(entgelt.zeitraum).bis else { return };
    let source = if context.is_78b() { "§ 78c Abs. 2 SGB VIII" } else { "Plausibilität" };
    for (name, grundlage) in [
        ("Leistungsvereinbarung", vereinbarung.leistungsvereinbarung.zeitraum),
        ("Qualitätsentwicklungsvereinbarung", vereinbarung.qualitaetsentwicklungsvereinbarung.zeitraum),
    ] {
        let ends = |grundlage: Zeitraum| zeitraum::comparable(grundlage).bis.filter(|ende: &Datum| *ende < bis);
        if let Some(ende) = ends(grundlage) {
            let message = format!(
                "Das Entgelt ist bis zum {} vereinbart, die {name}, auf der es beruht, nur bis zum {}.",
                bis.deutsch(),
                ende.deutsch()
            );
            field!(entgelt.zeitraum.bis).report(OUTLIVES.saying(message).with_source(source));
        }
    }
}

fn check_zeitraum(entgelt: At<'_, Entgeltvereinbarung>, context: &Context<'_>) {
    let zeitraum = field!(entgelt.zeitraum);
    zeitraum::check_order(zeitraum, "Plausibilität");
    let period = zeitraum::comparable(*zeitraum);
    let jahre = entgelt.limits().max_entgelt_jahre.unwrap_or(JAHRE);
    if let (Some(von), Some(bis)) = (period.von, period.bis)
        && zeitraum::is_longer_than_years(von, bis, jahre)
    {
        let jahre = if jahre == 1 { "ein Jahr".to_owned() } else { format!("{jahre} Jahre") };
        let message = format!("Der Zeitraum der Entgeltvereinbarung ist länger als {jahre}.");
        field!(zeitraum.bis).report(LONG.saying(message));
    }
    zeitraum::check_missing(zeitraum, if context.is_78b() { "§ 78d Abs. 1 SGB VIII" } else { "Plausibilität" });
    if !context.is_78b() {
        return;
    }
    // Without `wirksam_ab` the day of the Entgelte is that of the agreement: see `abschluss`.
    if let (Some(von), Some(abschluss), Some(_)) = (period.von, context.abschluss(), context.vereinbarung.wirksam_ab)
        && von < abschluss
        && !context.is_covered_by_antrag(von)
    {
        field!(zeitraum.von).report(NOT_FUTURE.saying(format!(
            "Der Zeitraum der Entgeltvereinbarung beginnt am {}, geschlossen wird sie {}.",
            von.deutsch(),
            context.abschluss_deutsch(abschluss)
        )));
    }
    if let (Some(bis), Some(stichtag)) = (period.bis, context.stichtag())
        && bis < stichtag
    {
        field!(zeitraum.bis).report(ENDED.saying(format!(
            "Der Zeitraum der Entgeltvereinbarung ist am {} abgelaufen; bis zu neuen Vereinbarungen gelten die vereinbarten Vergütungen weiter.",
            bis.deutsch()
        )));
    }
}

fn check_bezeichnungen(entgelt: At<'_, Entgeltvereinbarung>) {
    let check = |bezeichnung: At<'_, Option<String>>| {
        let lower = bezeichnung.as_deref().unwrap_or_default().to_lowercase();
        if AUSGLEICHE.iter().any(|word| lower.contains(word)) {
            bezeichnung.report(&AUSGLEICH);
        }
    };
    for bestandteil in each_bestandteile(entgelt).flat_map(At::each) {
        check(field!(bestandteil.bezeichnung));
        for position in field!(bestandteil.kosten).each() {
            check(field!(position.bezeichnung));
        }
    }
    for pauschale in field!(entgelt.pauschalen).each() {
        check(field!(pauschale.bezeichnung));
    }
}
