//! Form A as a whole: its parts in the form's order.

use serde_json::Value;

use super::checking::at::{At, field};
use super::checking::rule::{Rule, rules};
use super::checking::ruled::Ruled;
use super::{fortsetzung, massstab, partei, qualitaetsdimension, unterzeichnung, zeitraum, ziel};
use crate::entgelt::Berechnung;
use crate::modell::Qualitaetsentwicklungsvereinbarung;

rules! {
    JUGENDAMT_MISSING: "jugendamt_missing", GAP,
        "Das Jugendamt ist nicht genannt.",
        "Tragen Sie den Namen des Jugendamts ein.",
        "Vordruck: „zwischen dem Jugendamt“";
}

impl Ruled for Qualitaetsentwicklungsvereinbarung {
    const RULES: &'static [&'static [&'static Rule]] = &[RULES];

    fn check(vereinbarung: At<'_, Self>, _: &Value) -> Option<Berechnung> {
        let period = zeitraum::comparable(vereinbarung.vereinbarungszeitraum);
        check_parteien(vereinbarung);
        zeitraum::check(field!(vereinbarung.vereinbarungszeitraum));
        qualitaetsdimension::check(field!(vereinbarung.qualitaetsdimensionen));
        massstab::check(field!(vereinbarung.grundsaetze_und_massstaebe));
        ziel::check(field!(vereinbarung.ziele), period);
        fortsetzung::check(field!(vereinbarung.fortsetzung), period);
        unterzeichnung::check(field!(vereinbarung.unterzeichnung), period, None);
        None
    }
}

fn check_parteien(vereinbarung: At<'_, Qualitaetsentwicklungsvereinbarung>) {
    field!(vereinbarung.jugendamt.name).require(&JUGENDAMT_MISSING);
    field!(vereinbarung.traeger.name).require(&partei::TRAEGER_MISSING);
    if partei::are_identical(&vereinbarung.jugendamt, &vereinbarung.traeger) {
        field!(vereinbarung.traeger.name).report(&partei::PARTEIEN_IDENTICAL);
    }
    partei::check(field!(vereinbarung.jugendamt));
    partei::check(field!(vereinbarung.traeger));
}
