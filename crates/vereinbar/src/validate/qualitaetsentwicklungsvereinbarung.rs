//! Form A as a whole: its parts in the form's order.

use super::checker::Checker;
use super::rule::rules;
use super::{fortsetzung, massstab, partei, qualitaetsdimension, unterzeichnung, zeitraum, ziel};
use crate::modell::{Filled, Partei, Qualitaetsentwicklungsvereinbarung};
use crate::pointer::Pointer;

rules! {
    JUGENDAMT_MISSING: "jugendamt_missing", GAP,
        "Das Jugendamt ist nicht genannt.",
        "Tragen Sie den Namen des Jugendamts ein.",
        "Vordruck: „zwischen dem Jugendamt“";
}

pub(super) fn check(checker: &mut Checker, vereinbarung: &Qualitaetsentwicklungsvereinbarung) {
    let root = Pointer::ROOT;
    let period = zeitraum::comparable(vereinbarung.vereinbarungszeitraum);
    check_parteien(checker, &vereinbarung.jugendamt, &vereinbarung.traeger);
    zeitraum::check(checker, root.key("vereinbarungszeitraum"), vereinbarung.vereinbarungszeitraum);
    qualitaetsdimension::check(checker, root.key("qualitaetsdimensionen"), &vereinbarung.qualitaetsdimensionen);
    massstab::check(checker, root.key("grundsaetze_und_massstaebe"), &vereinbarung.grundsaetze_und_massstaebe);
    ziel::check(checker, root.key("ziele"), &vereinbarung.ziele, period);
    fortsetzung::check(checker, root.key("fortsetzung"), &vereinbarung.fortsetzung, period);
    unterzeichnung::check(checker, root.key("unterzeichnung"), &vereinbarung.unterzeichnung, period, None);
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
