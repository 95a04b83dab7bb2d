//! Part III: its period, and what holds for every form of Entgelt.

use super::context::Context;
use super::kosten::{self, AMOUNT_MISSING, IMPOSSIBLE, MISMATCH};
use super::leistungsvereinbarung::TOPIC;
use super::{fachleistungsstunde, investition, tagessatz};
use crate::modell::{Entgeltbestandteil, Entgeltvereinbarung, Filled, Pauschale, Zahl};
use crate::pointer::Pointer;
use crate::validate::checker::Checker;
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

pub(super) fn check(checker: &mut Checker, context: &Context<'_>) {
    let at = Pointer::ROOT.key("entgeltvereinbarung");
    let entgelt = &context.vereinbarung.entgeltvereinbarung;
    if !context.has_entgelt {
        return;
    }
    check_zeitraum(checker, at.key("zeitraum"), context);
    let is_missing =
        !(entgelt.tagessatz.is_filled() || entgelt.fachleistungsstunde.is_filled() || entgelt.pauschalen.is_filled());
    if is_missing {
        checker.report(&MISSING, at);
    }
    tagessatz::check(checker, at, context);
    fachleistungsstunde::check(checker, at, context);
    check_pauschalen(checker, at, context);
    if context.is_78b() {
        check_bezeichnungen(checker, at, entgelt);
        investition::check(checker, at, context);
        if !entgelt.anpassung.is_filled() {
            checker.report_with(&TOPIC, at.key("anpassung"), "Zur Anpassung des Entgelts ist nichts eingetragen.");
        }
    }
    let prozent = entgelt.abwesenheit.prozent;
    if prozent.is_some_and(|prozent| prozent > Zahl::from(100)) {
        let message = "Bei Abwesenheit kann nicht mehr als das ganze Entgelt gezahlt werden.";
        checker.report_with(&IMPOSSIBLE, at.key("abwesenheit").key("prozent"), message);
    }
}

fn check_zeitraum(checker: &mut Checker, at: Pointer<'_>, context: &Context<'_>) {
    let zeitraum = context.vereinbarung.entgeltvereinbarung.zeitraum;
    zeitraum::check_order(checker, at, zeitraum, "Plausibilität");
    let period = zeitraum::comparable(zeitraum);
    let jahre = checker.options.profile.limits.max_entgelt_jahre.unwrap_or(JAHRE);
    if let (Some(von), Some(bis)) = (period.von, period.bis)
        && zeitraum::is_longer_than_years(von, bis, jahre)
    {
        let jahre = if jahre == 1 { "ein Jahr".to_owned() } else { format!("{jahre} Jahre") };
        let message = format!("Der Zeitraum der Entgeltvereinbarung ist länger als {jahre}.");
        checker.report_with(&LONG, at.key("bis"), message);
    }
    if !context.is_78b() {
        return;
    }
    zeitraum::check_missing(checker, at, zeitraum, "§ 78d Abs. 1 SGB VIII");
    // Without `wirksam_ab` the day of the Entgelte is that of the agreement: see `abschluss`.
    if let (Some(von), Some(abschluss), Some(_)) = (period.von, context.abschluss(), context.vereinbarung.wirksam_ab)
        && von < abschluss
        && !context.is_covered_by_antrag(von)
    {
        let message = format!(
            "Der Zeitraum der Entgeltvereinbarung beginnt am {}, geschlossen wird sie {}.",
            von.deutsch(),
            context.abschluss_deutsch(abschluss)
        );
        checker.report_with(&NOT_FUTURE, at.key("von"), message);
    }
    if let (Some(bis), Some(stichtag)) = (period.bis, checker.options.stichtag)
        && bis < stichtag
    {
        let message = format!(
            "Der Zeitraum der Entgeltvereinbarung ist am {} abgelaufen; bis zu neuen Vereinbarungen gelten die vereinbarten Vergütungen weiter.",
            bis.deutsch()
        );
        checker.report_with(&ENDED, at.key("bis"), message);
    }
}

fn check_pauschalen(checker: &mut Checker, at: Pointer<'_>, context: &Context<'_>) {
    let at = at.key("pauschalen");
    let usual = checker.options.profile.limits.tage_je_monat;
    let pauschalen = &context.vereinbarung.entgeltvereinbarung.pauschalen;
    for (index, (pauschale, berechnet)) in pauschalen.iter().zip(&context.berechnung.pauschalen).enumerate() {
        let at = at.index(index);
        let Pauschale { betrag, tage_je_monat, betrag_je_tag, .. } = pauschale;
        if tage_je_monat.is_some_and(|tage| tage < Zahl::from(1) || tage > Zahl::from(31)) {
            let message = "Ein Monat hat nicht weniger als 1 und nicht mehr als 31 Tage.";
            checker.report_with(&IMPOSSIBLE, at.key("tage_je_monat"), message);
        }
        if let Some(usual) = usual.filter(|usual| *usual != berechnet.tage_je_monat) {
            let message = format!(
                "Die Pauschale wird durch {} Tage geteilt; das Prüfprofil sieht {} vor.",
                berechnet.tage_je_monat.deutsch(),
                usual.deutsch()
            );
            checker.report_with(&TAGE_JE_MONAT, at.key("tage_je_monat"), message);
        }
        if betrag.is_none() {
            checker.report_with(&AMOUNT_MISSING, at.key("betrag"), "Der Betrag je Monat fehlt.");
        }
        // By how many days a month is divided without an entry is inferred, and contradicts nothing.
        let differs = tage_je_monat.is_some() && berechnet.weicht_ab();
        if let (true, Some(stated), Some(calculated)) = (differs, betrag_je_tag, berechnet.betrag_je_tag) {
            let message = kosten::mismatch("Der Betrag je Tag", *stated, calculated);
            checker.report_with(&MISMATCH, at.key("betrag_je_tag"), message);
        }
    }
}

fn check_bezeichnungen(checker: &mut Checker, at: Pointer<'_>, entgelt: &Entgeltvereinbarung) {
    let mut check = |at: Pointer<'_>, bezeichnung: Option<&str>| {
        let bezeichnung = bezeichnung.unwrap_or_default().to_lowercase();
        if AUSGLEICHE.iter().any(|word| bezeichnung.contains(word)) {
            checker.report(&AUSGLEICH, at.key("bezeichnung"));
        }
    };
    let mut check_all = |at: Pointer<'_>, bestandteile: &[Entgeltbestandteil]| {
        let at = at.key("bestandteile");
        for (index, bestandteil) in bestandteile.iter().enumerate() {
            let at = at.index(index);
            check(at, bestandteil.bezeichnung.as_deref());
            for (index, position) in bestandteil.kosten.iter().enumerate() {
                check(at.key("kosten").index(index), position.bezeichnung.as_deref());
            }
        }
    };
    check_all(at.key("tagessatz"), &entgelt.tagessatz.bestandteile);
    check_all(at.key("fachleistungsstunde"), &entgelt.fachleistungsstunde.bestandteile);
    for (index, pauschale) in entgelt.pauschalen.iter().enumerate() {
        check(at.key("pauschalen").index(index), pauschale.bezeichnung.as_deref());
    }
}
