//! The agreement as a whole: its parties, its parts in their order.

use super::context::Context;
use super::{
    abschluss, anlage, einrichtung, entgeltvereinbarung, fachleistungsstunde, investition, klauseln, kosten,
    leistungsangebot, leistungsvereinbarung, qualitaetsentwicklung, rechtsgrundlage, tagessatz, teile,
};
use crate::modell::{Filled, LeqVereinbarung};
use crate::pointer::Pointer;
use crate::validate::checker::{Checker, Ruled};
use crate::validate::rule::{Rule, rules};
use crate::validate::{partei, unterzeichnung, zeitraum};

rules! {
    OEFFENTLICHER_TRAEGER_MISSING: "oeffentlicher_traeger_missing", GAP,
        "Der öffentliche Träger ist nicht genannt.",
        "Tragen Sie den Namen des Jugendamts oder der Stelle ein, die abschließt.",
        "Plausibilität";
    VERBAND_MISSING: "verband_name_missing", REMINDER,
        "Zum Verband ist etwas eingetragen, aber nicht sein Name.",
        "Tragen Sie den Namen ein, oder entfernen Sie die Angaben.",
        "§ 78b Abs. 1 SGB VIII";
}

impl Ruled for LeqVereinbarung {
    const RULES: &'static [&'static [&'static Rule]] = &[
        RULES,
        rechtsgrundlage::RULES,
        abschluss::RULES,
        einrichtung::RULES,
        leistungsangebot::RULES,
        teile::RULES,
        leistungsvereinbarung::RULES,
        klauseln::RULES,
        qualitaetsentwicklung::RULES,
        entgeltvereinbarung::RULES,
        tagessatz::RULES,
        kosten::RULES,
        investition::RULES,
        fachleistungsstunde::RULES,
        anlage::RULES,
    ];

    fn check(&self, checker: &mut Checker) {
        let context = Context::new(self, checker.options.stichtag);
        rechtsgrundlage::check(checker, &context);
        abschluss::check(checker, &context);
        check_parteien(checker, self);
        einrichtung::check(checker, &context);
        leistungsangebot::check(checker, &context);
        teile::check(checker, &context);
        leistungsvereinbarung::check(checker, &context);
        klauseln::check(checker, &context);
        qualitaetsentwicklung::check(checker, &context);
        entgeltvereinbarung::check(checker, &context);
        anlage::check(checker, self);
        let period = zeitraum::comparable(self.entgeltvereinbarung.zeitraum);
        let at = Pointer::ROOT.key("unterzeichnung");
        unterzeichnung::check(checker, at, &self.unterzeichnung, period, Some("Plausibilität"));
    }
}

fn check_parteien(checker: &mut Checker, vereinbarung: &LeqVereinbarung) {
    let root = Pointer::ROOT;
    let LeqVereinbarung { oeffentlicher_traeger, traeger, verband, .. } = vereinbarung;
    let traeger_at = root.key("traeger");
    if !oeffentlicher_traeger.name.is_filled() {
        checker.report(&OEFFENTLICHER_TRAEGER_MISSING, root.key("oeffentlicher_traeger").key("name"));
    }
    if !traeger.name.is_filled() {
        let message = "Der Träger der Einrichtung ist nicht genannt.";
        checker.report_from(&partei::TRAEGER_MISSING, traeger_at.key("name"), message, "Plausibilität");
    }
    if partei::are_identical(oeffentlicher_traeger, traeger) {
        let message = "Der öffentliche Träger und der Träger der Einrichtung haben denselben Namen.";
        checker.report_from(&partei::PARTEIEN_IDENTICAL, traeger_at.key("name"), message, "Plausibilität");
    }
    if verband.is_filled() && !verband.name.is_filled() {
        checker.report(&VERBAND_MISSING, root.key("verband").key("name"));
    }
    partei::check(checker, root.key("oeffentlicher_traeger"), oeffentlicher_traeger);
    partei::check(checker, traeger_at, traeger);
    partei::check(checker, root.key("verband"), verband);
}
