//! Part III: its period, and what holds for every form of Entgelt.

use super::context::Context;
use super::kosten::{AMOUNT_MISSING, IMPOSSIBLE, check_stated};
use super::leistungsvereinbarung::TOPIC;
use super::{fachleistungsstunde, investition, tagessatz};
use crate::modell::{Entgeltvereinbarung, Filled as _, Zahl};
use crate::validate::at::{At, field};
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
        "Ergänzen Sie Tagessatz, Fachleistungsstunde oder Pauschalen.",
        "§ 77 Abs. 1, § 78b Abs. 1 SGB VIII";
    AUSGLEICH: "nachtraeglicher_ausgleich_suspected", DOUBT,
        "Die Bezeichnung deutet auf einen nachträglichen Ausgleich hin.",
        "Prüfen Sie den Eintrag; nachträgliche Ausgleiche sind unzulässig.",
        "§ 78d Abs. 1 SGB VIII";
    TAGE_JE_MONAT: "tage_je_monat_unusual", DOUBT,
        "Die Pauschale wird durch eine andere Zahl von Tagen geteilt, als das Prüfprofil vorsieht.",
        "Prüfen Sie die Tage je Monat.",
        "Prüfprofil";
}

/// In small letters: words by which a compensation for the past is called.
const AUSGLEICHE: &[&str] =
    &["nachträglich", "nachzahlung", "rückwirkend", "verlustausgleich", "defizitausgleich", "fehlbetrag"];

/// Years that an Entgelt usually covers at most.
const JAHRE: u32 = 2;

pub(super) fn check(context: &Context<'_>) {
    if !context.has_entgelt {
        return;
    }
    let vereinbarung = context.vereinbarung;
    let entgelt = field!(vereinbarung.entgeltvereinbarung);
    check_zeitraum(entgelt, context);
    if !(entgelt.tagessatz.is_filled() || entgelt.fachleistungsstunde.is_filled() || entgelt.pauschalen.is_filled()) {
        entgelt.report(&MISSING);
    }
    tagessatz::check(field!(entgelt.tagessatz), context);
    fachleistungsstunde::check(field!(entgelt.fachleistungsstunde), context);
    check_pauschalen(entgelt, context);
    if context.is_78b() {
        check_bezeichnungen(entgelt);
        investition::check(entgelt, context);
        field!(entgelt.anpassung).require(TOPIC.saying("Zur Anpassung des Entgelts ist nichts eingetragen."));
    }
    if entgelt.abwesenheit.prozent.is_some_and(|prozent| prozent > Zahl::from(100)) {
        let message = "Bei Abwesenheit kann nicht mehr als das ganze Entgelt gezahlt werden.";
        field!(entgelt.abwesenheit.prozent).report(IMPOSSIBLE.saying(message));
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
    if !context.is_78b() {
        return;
    }
    zeitraum::check_missing(zeitraum, "§ 78d Abs. 1 SGB VIII");
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

fn check_pauschalen(entgelt: At<'_, Entgeltvereinbarung>, context: &Context<'_>) {
    let usual = entgelt.limits().tage_je_monat;
    for (pauschale, berechnet) in field!(entgelt.pauschalen).each().zip(&context.berechnung.pauschalen) {
        let tage = field!(pauschale.tage_je_monat);
        if tage.is_some_and(|tage| tage < Zahl::from(1) || tage > Zahl::from(31)) {
            tage.report(IMPOSSIBLE.saying("Ein Monat hat nicht weniger als 1 und nicht mehr als 31 Tage."));
        }
        if let Some(usual) = usual.filter(|usual| *usual != berechnet.tage_je_monat) {
            tage.report(TAGE_JE_MONAT.saying(format!(
                "Die Pauschale wird durch {} Tage geteilt; das Prüfprofil sieht {} vor.",
                berechnet.tage_je_monat.deutsch(),
                usual.deutsch()
            )));
        }
        field!(pauschale.betrag).require(AMOUNT_MISSING.saying("Der Betrag je Monat fehlt."));
        // By how many days a month is divided without an entry is inferred, and contradicts nothing.
        if tage.is_some() {
            check_stated("Der Betrag je Tag", field!(pauschale.betrag_je_tag), berechnet.betrag_je_tag);
        }
    }
}

fn check_bezeichnungen(entgelt: At<'_, Entgeltvereinbarung>) {
    let check = |bezeichnung: At<'_, Option<String>>| {
        let lower = bezeichnung.as_deref().unwrap_or_default().to_lowercase();
        if AUSGLEICHE.iter().any(|word| lower.contains(word)) {
            bezeichnung.report(&AUSGLEICH);
        }
    };
    for bestandteile in [field!(entgelt.tagessatz.bestandteile), field!(entgelt.fachleistungsstunde.bestandteile)] {
        for bestandteil in bestandteile.each() {
            check(field!(bestandteil.bezeichnung));
            for position in field!(bestandteil.kosten).each() {
                check(field!(position.bezeichnung));
            }
        }
    }
    for pauschale in field!(entgelt.pauschalen).each() {
        check(field!(pauschale.bezeichnung));
    }
}
