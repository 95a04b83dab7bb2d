//! Betriebsnotwendige Investitionen: shown apart, agreed to, and less what is
//! publicly funded.

use rust_decimal::Decimal;

use super::kosten::{AMOUNT_MISSING, BEZEICHNUNG, each_bestandteile};
use crate::entgelt::Bestandteil;
use crate::modell::{Bestandteilart, Betrag, Entgeltbestandteil, Entgeltvereinbarung, Filled as _};
use crate::validate::checking::at::{At, field};
use crate::validate::checking::rule::rules;
use crate::validate::leq_vereinbarung::context::{Context, euro};

rules! {
    MISSING: "investition_missing", GAP,
        "Der Betrag für betriebsnotwendige Investitionen ist nicht gesondert ausgewiesen.",
        "Ergänzen Sie einen Bestandteil der Art Betriebsnotwendige Investitionen (investition), auch mit dem Betrag null.",
        "§ 78b Abs. 1 SGB VIII";
    WITHOUT_ZUSTIMMUNG: "investition_without_zustimmung", DOUBT,
        "Der Betrag für betriebsnotwendige Investitionen steigt, ohne dass eine vorherige Zustimmung genannt ist.",
        "Ergänzen Sie die Zustimmung zur Investitionsmaßnahme mit ihrem Tag.",
        "§ 78c Abs. 2 SGB VIII";
    DAY_MISSING: "zustimmung_without_day", GAP,
        "Der Tag der Zustimmung zu einer Investition fehlt.",
        "Tragen Sie den Tag ein.",
        "Plausibilität";
    FOERDERUNG: "foerderung_not_deducted", PENDING,
        "Die öffentlichen Förderungen sind von den Investitionskosten nicht oder nicht ganz abgezogen.",
        "Ergänzen Sie den Abzug beim Bestandteil der Art Betriebsnotwendige Investitionen (investition).",
        "§ 78c Abs. 2 SGB VIII";
}

pub(super) fn check(entgelt: At<'_, Entgeltvereinbarung>, context: &Context<'_>) {
    check_gaps(entgelt);
    if !context.is_78b() {
        return;
    }
    let investitionen = || each_bestandteile(entgelt).flat_map(At::each).filter(|teil| is_investition(teil));
    if investitionen().next().is_none() {
        // The form of Entgelt that is to show them; a Pauschale has no components.
        let of_tagessatz = entgelt.tagessatz.is_filled().then(|| field!(entgelt.tagessatz.bestandteile));
        let of_budget = || entgelt.jahresbudget.is_filled().then(|| field!(entgelt.jahresbudget.bestandteile));
        let of_stunde = || {
            let filled = field!(entgelt.fachleistungsstunden).each().find(|stunde| stunde.is_filled())?;
            Some(field!(filled.bestandteile))
        };
        if let Some(bestandteile) = of_tagessatz.or_else(of_budget).or_else(of_stunde) {
            bestandteile.report(&MISSING);
        }
    }
    let berechnung = context.berechnung;
    let of_tagessatz = berechnung.tagessatz.iter().map(|it| &it.summe.bestandteile);
    let of_stunden = berechnung.fachleistungsstunden.iter().map(|it| &it.summe.bestandteile);
    let of_budget = berechnung.jahresbudget.iter().map(|it| &it.summe.bestandteile);
    // What is not calculated has no components that could rise.
    let agreed = each_bestandteile(entgelt).filter(|bestandteile| !bestandteile.is_empty());
    let calculated = of_tagessatz.chain(of_stunden).chain(of_budget).filter(|bestandteile| !bestandteile.is_empty());
    for (bestandteile, berechnet) in agreed.zip(calculated) {
        check_rise(bestandteile, berechnet, entgelt);
    }

    let sum = |betraege: &mut dyn Iterator<Item = Betrag>| betraege.map(Betrag::decimal).sum::<Decimal>();
    let foerderungen = sum(&mut entgelt.oeffentliche_foerderungen.iter().filter_map(|foerderung| foerderung.betrag));
    // An Abzug takes effect only where there are costs.
    let with_kosten = || investitionen().filter(|teil| !teil.kosten.is_empty());
    let abzuege = sum(&mut with_kosten().flat_map(|teil| &teil.value().abzuege).filter_map(|abzug| abzug.betrag));
    // A stated amount may be net already, unless something is still to be deducted from it.
    let is_gross = with_kosten().next().is_some() || investitionen().any(|teil| teil.abzuege.is_filled());
    if is_gross && foerderungen > abzuege {
        field!(entgelt.oeffentliche_foerderungen).report(&FOERDERUNG);
    }
}

fn check_gaps(entgelt: At<'_, Entgeltvereinbarung>) {
    for foerderung in field!(entgelt.oeffentliche_foerderungen).each().filter(|foerderung| foerderung.is_filled()) {
        field!(foerderung.bezeichnung).require(BEZEICHNUNG.saying("Es fehlt, wer was fördert."));
        field!(foerderung.betrag).require(AMOUNT_MISSING.saying("Der Betrag einer Förderung fehlt."));
    }
    for zustimmung in field!(entgelt.investitionszustimmungen).each().filter(|zustimmung| zustimmung.is_filled()) {
        field!(zustimmung.massnahme).require(BEZEICHNUNG.saying("Es fehlt, welcher Investition zugestimmt ist."));
        field!(zustimmung.am).require(&DAY_MISSING);
    }
}

fn is_investition(bestandteil: &Entgeltbestandteil) -> bool {
    bestandteil.art == Some(Bestandteilart::Investition)
}

fn check_rise(
    bestandteile: At<'_, Vec<Entgeltbestandteil>>,
    berechnet: &[Bestandteil],
    entgelt: At<'_, Entgeltvereinbarung>,
) {
    let has_zustimmung = entgelt
        .investitionszustimmungen
        .iter()
        .filter_map(|zustimmung| zustimmung.am)
        .any(|am| entgelt.zeitraum.von.is_none_or(|von| am < von));
    for (bestandteil, berechnet) in bestandteile.each().zip(berechnet) {
        if let (true, Some(betrag), Some(bisher)) =
            (is_investition(&bestandteil), bestandteil.betrag.or(berechnet.betrag), bestandteil.bisher)
            && betrag > bisher
            && !has_zustimmung
        {
            let ohne = if entgelt.investitionszustimmungen.is_filled() {
                "die genannte Zustimmung trägt keinen Tag vor Beginn des Zeitraums."
            } else {
                "eine vorherige Zustimmung ist nicht genannt."
            };
            field!(bestandteil.betrag).report(WITHOUT_ZUSTIMMUNG.saying(format!(
                "Der Betrag für betriebsnotwendige Investitionen steigt von {} auf {}; {ohne}",
                euro(bisher),
                euro(betrag)
            )));
        }
    }
}
