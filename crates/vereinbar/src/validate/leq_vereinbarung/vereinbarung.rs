//! The agreement as a whole: its parties, its parts in their order.

use serde_json::Value;

use super::context::Context;
use super::entgelt::{
    abwesenheit, einzelentgelt, entgeltvereinbarung, fachleistungsstunde, investition, kosten, pauschale, schritt,
    stellen, tagessatz,
};
use super::leistung::{
    einrichtung, gap, gefaehrdungsabgrenzung, klauseln, leistungsangebot, leistungsvereinbarung, personalausstattung,
};
use super::{abschluss, anlage, qualitaetsentwicklung, rechtsgrundlage, schlussbestimmungen, teile};
use crate::entgelt::{Berechnung, calculate};
use crate::modell::{Filled as _, LeqVereinbarung};
use crate::validate::at::{At, field};
use crate::validate::rule::{Rule, rules};
use crate::validate::ruled::Ruled;
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
        gap::RULES,
        leistungsvereinbarung::RULES,
        gefaehrdungsabgrenzung::RULES,
        personalausstattung::RULES,
        klauseln::RULES,
        qualitaetsentwicklung::RULES,
        entgeltvereinbarung::RULES,
        tagessatz::RULES,
        kosten::RULES,
        investition::RULES,
        fachleistungsstunde::RULES,
        pauschale::RULES,
        schritt::RULES,
        einzelentgelt::RULES,
        abwesenheit::RULES,
        stellen::RULES,
        schlussbestimmungen::RULES,
        anlage::RULES,
    ];

    fn check(vereinbarung: At<'_, Self>, value: &Value) -> Option<Berechnung> {
        let berechnung = calculate(vereinbarung.value());
        let context = Context::new(vereinbarung, &berechnung);
        rechtsgrundlage::check(&context);
        abschluss::check(&context);
        check_parteien(vereinbarung);
        einrichtung::check(&context);
        leistungsangebot::check(&context);
        teile::check(&context);
        leistungsvereinbarung::check(&context);
        klauseln::check(&context);
        qualitaetsentwicklung::check(&context);
        entgeltvereinbarung::check(&context);
        stellen::check(&context);
        schlussbestimmungen::check(&context);
        anlage::check(vereinbarung, value);
        let period = zeitraum::comparable(vereinbarung.entgeltvereinbarung.zeitraum);
        unterzeichnung::check(field!(vereinbarung.unterzeichnung), period, Some("Plausibilität"));
        Some(berechnung)
    }
}

fn check_parteien(vereinbarung: At<'_, LeqVereinbarung>) {
    let traeger_name = field!(vereinbarung.traeger.name);
    field!(vereinbarung.oeffentlicher_traeger.name).require(&OEFFENTLICHER_TRAEGER_MISSING);
    let message = "Der Träger der Einrichtung ist nicht genannt.";
    traeger_name.require(partei::TRAEGER_MISSING.saying(message).with_source("Plausibilität"));
    if partei::are_identical(&vereinbarung.oeffentlicher_traeger, &vereinbarung.traeger) {
        let message = "Der öffentliche Träger und der Träger der Einrichtung haben denselben Namen.";
        traeger_name.report(partei::PARTEIEN_IDENTICAL.saying(message).with_source("Plausibilität"));
    }
    if vereinbarung.verband.is_filled() {
        field!(vereinbarung.verband.name).require(&VERBAND_MISSING);
    }
    partei::check(field!(vereinbarung.oeffentlicher_traeger));
    partei::check(field!(vereinbarung.traeger));
    partei::check(field!(vereinbarung.verband));
    partei::check_contract(field!(vereinbarung.oeffentlicher_traeger));
    partei::check_contract(field!(vereinbarung.traeger));
    if vereinbarung.verband.is_filled() {
        partei::check_contract(field!(vereinbarung.verband));
    }
    partei::check_unterzeichnende(
        field!(vereinbarung.unterzeichnung.oeffentlicher_traeger),
        &[&vereinbarung.oeffentlicher_traeger],
    );
    partei::check_unterzeichnende(
        field!(vereinbarung.unterzeichnung.freier_traeger),
        &[&vereinbarung.traeger, &vereinbarung.verband],
    );
}
