//! Form A as a whole: its parts in the form's order.

use super::checker::{Checker, Ruled};
use super::rule::{Rule, rules};
use super::{fortsetzung, massstab, partei, qualitaetsdimension, unterzeichnung, zeitraum, ziel};
use crate::modell::{Filled, Partei, Qualitaetsentwicklungsvereinbarung};
use crate::pointer::Pointer;

rules! {
    JUGENDAMT_MISSING: "jugendamt_missing", GAP,
        "Das Jugendamt ist nicht genannt.",
        "Tragen Sie den Namen des Jugendamts ein.",
        "Vordruck: „zwischen dem Jugendamt“";
}

impl Ruled for Qualitaetsentwicklungsvereinbarung {
    const RULES: &'static [&'static [&'static Rule]] = &[RULES];

    fn check(&self, checker: &mut Checker) {
        let root = Pointer::ROOT;
        let period = zeitraum::comparable(self.vereinbarungszeitraum);
        check_parteien(checker, &self.jugendamt, &self.traeger);
        zeitraum::check(checker, root.key("vereinbarungszeitraum"), self.vereinbarungszeitraum);
        qualitaetsdimension::check(checker, root.key("qualitaetsdimensionen"), &self.qualitaetsdimensionen);
        massstab::check(checker, root.key("grundsaetze_und_massstaebe"), &self.grundsaetze_und_massstaebe);
        ziel::check(checker, root.key("ziele"), &self.ziele, period);
        fortsetzung::check(checker, root.key("fortsetzung"), &self.fortsetzung, period);
        unterzeichnung::check(checker, root.key("unterzeichnung"), &self.unterzeichnung, period, None);
    }
}

fn check_parteien(checker: &mut Checker, jugendamt: &Partei, traeger: &Partei) {
    let root = Pointer::ROOT;
    let (jugendamt_at, traeger_at) = (root.key("jugendamt"), root.key("traeger"));
    if !jugendamt.name.is_filled() {
        checker.report(&JUGENDAMT_MISSING, jugendamt_at.key("name"));
    }
    if !traeger.name.is_filled() {
        checker.report(&partei::TRAEGER_MISSING, traeger_at.key("name"));
    }
    if partei::are_identical(jugendamt, traeger) {
        checker.report(&partei::PARTEIEN_IDENTICAL, traeger_at.key("name"));
    }
    partei::check(checker, jugendamt_at, jugendamt);
    partei::check(checker, traeger_at, traeger);
}
