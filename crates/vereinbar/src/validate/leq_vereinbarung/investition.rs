//! Betriebsnotwendige Investitionen: shown apart, agreed to, and less what is
//! publicly funded.

use rust_decimal::Decimal;

use super::context::{Context, euro};
use crate::entgelt::Bestandteil;
use crate::modell::{Bestandteilart, Betrag, Entgeltbestandteil, Entgeltvereinbarung, Filled};
use crate::pointer::Pointer;
use crate::validate::checker::Checker;
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

pub(super) fn check(checker: &mut Checker, at: Pointer<'_>, context: &Context<'_>) {
    let entgelt = &context.vereinbarung.entgeltvereinbarung;
    let (tagessatz, stunde) = (&entgelt.tagessatz, &entgelt.fachleistungsstunde);
    let investitionen = || [&tagessatz.bestandteile, &stunde.bestandteile].into_iter().flatten().filter(|b| is(b));
    if investitionen().next().is_none()
        && let Some(key) = form(entgelt)
    {
        checker.report(&MISSING, at.key(key).key("bestandteile"));
    }
    let berechnung = &context.berechnung;
    let berechnet = berechnung.tagessatz.as_ref().map(|satz| satz.bestandteile.as_slice()).unwrap_or_default();
    check_rise(checker, at.key("tagessatz").key("bestandteile"), entgelt, &tagessatz.bestandteile, berechnet);
    let berechnet =
        berechnung.fachleistungsstunde.as_ref().map(|stunde| stunde.bestandteile.as_slice()).unwrap_or_default();
    check_rise(checker, at.key("fachleistungsstunde").key("bestandteile"), entgelt, &stunde.bestandteile, berechnet);

    let sum = |betraege: &mut dyn Iterator<Item = Betrag>| betraege.map(Betrag::decimal).sum::<Decimal>();
    let foerderungen = sum(&mut entgelt.oeffentliche_foerderungen.iter().filter_map(|foerderung| foerderung.betrag));
    let abzuege = sum(&mut investitionen().flat_map(|teil| &teil.abzuege).filter_map(|abzug| abzug.betrag));
    // From a stated amount nothing can be deducted: it may be net already.
    let has_costs = investitionen().any(|teil| !teil.kosten.is_empty());
    if has_costs && foerderungen > abzuege {
        checker.report(&FOERDERUNG, at.key("oeffentliche_foerderungen"));
    }
}

fn is(bestandteil: &Entgeltbestandteil) -> bool {
    bestandteil.art == Some(Bestandteilart::Investition)
}

/// The form of Entgelt that is to show the Investitionen; a Pauschale has no components.
fn form(entgelt: &Entgeltvereinbarung) -> Option<&'static str> {
    if entgelt.tagessatz.is_filled() {
        Some("tagessatz")
    } else if entgelt.fachleistungsstunde.is_filled() {
        Some("fachleistungsstunde")
    } else {
        None
    }
}

fn check_rise(
    checker: &mut Checker,
    at: Pointer<'_>,
    entgelt: &Entgeltvereinbarung,
    bestandteile: &[Entgeltbestandteil],
    berechnet: &[Bestandteil],
) {
    let has_zustimmung = entgelt
        .investitionszustimmungen
        .iter()
        .filter_map(|zustimmung| zustimmung.am)
        .any(|am| entgelt.zeitraum.von.is_none_or(|von| am < von));
    for (index, (bestandteil, berechnet)) in bestandteile.iter().zip(berechnet).enumerate() {
        if let (true, Some(betrag), Some(bisher)) =
            (is(bestandteil), bestandteil.betrag.or(berechnet.betrag), bestandteil.bisher)
            && betrag > bisher
            && !has_zustimmung
        {
            let ohne = if entgelt.investitionszustimmungen.iter().any(Filled::is_filled) {
                "die genannte Zustimmung trägt keinen Tag vor Beginn des Zeitraums."
            } else {
                "eine vorherige Zustimmung ist nicht genannt."
            };
            let message = format!(
                "Der Betrag für betriebsnotwendige Investitionen steigt von {} auf {}; {ohne}",
                euro(bisher),
                euro(betrag)
            );
            checker.report_with(&WITHOUT_ZUSTIMMUNG, at.index(index).key("betrag"), message);
        }
    }
}
