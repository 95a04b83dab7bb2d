//! Betriebsnotwendige Investitionen: shown apart, agreed to, and less what is
//! publicly funded.

use rust_decimal::Decimal;

use super::context::{Context, euro};
use crate::entgelt::Bestandteil;
use crate::modell::{Bestandteilart, Betrag, Entgeltbestandteil, Entgeltvereinbarung, Filled as _};
use crate::validate::at::{At, field};
use crate::validate::rule::rules;

rules! {
    MISSING: "investition_missing", GAP,
        "Der Betrag für betriebsnotwendige Investitionen ist nicht gesondert ausgewiesen.",
        "Ergänzen Sie einen Bestandteil der Art Betriebsnotwendige Investitionen (investition), auch mit dem Betrag null.",
        "§ 78b Abs. 1 SGB VIII";
    WITHOUT_ZUSTIMMUNG: "investition_without_zustimmung", DOUBT,
        "Der Betrag für betriebsnotwendige Investitionen steigt, ohne dass eine vorherige Zustimmung genannt ist.",
        "Ergänzen Sie die Zustimmung zur Investitionsmaßnahme mit ihrem Tag.",
        "§ 78c Abs. 2 SGB VIII";
    FOERDERUNG: "foerderung_not_deducted", PENDING,
        "Die öffentlichen Förderungen sind von den Investitionskosten nicht oder nicht ganz abgezogen.",
        "Ergänzen Sie den Abzug beim Bestandteil der Art Betriebsnotwendige Investitionen (investition).",
        "§ 78c Abs. 2 SGB VIII";
}

pub(super) fn check(entgelt: At<'_, Entgeltvereinbarung>, context: &Context<'_>) {
    let (tagessatz, stunde) = (field!(entgelt.tagessatz), field!(entgelt.fachleistungsstunde));
    let investitionen =
        || tagessatz.bestandteile.iter().chain(&stunde.bestandteile).filter(|bestandteil| is_investition(bestandteil));
    if investitionen().next().is_none() {
        // The form of Entgelt that is to show them; a Pauschale has no components.
        if tagessatz.is_filled() {
            field!(tagessatz.bestandteile).report(&MISSING);
        } else if stunde.is_filled() {
            field!(stunde.bestandteile).report(&MISSING);
        }
    }
    if let Some(berechnet) = &context.berechnung.tagessatz {
        check_rise(field!(tagessatz.bestandteile), &berechnet.bestandteile, entgelt);
    }
    if let Some(berechnet) = &context.berechnung.fachleistungsstunde {
        check_rise(field!(stunde.bestandteile), &berechnet.bestandteile, entgelt);
    }

    let sum = |betraege: &mut dyn Iterator<Item = Betrag>| betraege.map(Betrag::decimal).sum::<Decimal>();
    let foerderungen = sum(&mut entgelt.oeffentliche_foerderungen.iter().filter_map(|foerderung| foerderung.betrag));
    let abzuege = sum(&mut investitionen().flat_map(|teil| &teil.abzuege).filter_map(|abzug| abzug.betrag));
    // From a stated amount nothing can be deducted: it may be net already.
    let has_costs = investitionen().any(|teil| !teil.kosten.is_empty());
    if has_costs && foerderungen > abzuege {
        field!(entgelt.oeffentliche_foerderungen).report(&FOERDERUNG);
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
