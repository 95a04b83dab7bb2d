//! Components and their costs: stated amounts against calculated ones.

use rust_decimal::Decimal;

use super::context::{Context, euro, is_above};
use crate::entgelt::{Bestandteil, Kosten};
use crate::modell::{Betrag, Entgeltbestandteil, Filled as _, Kostenart, Kostenposition, Zahl};
use crate::validate::at::{At, field};
use crate::validate::rule::rules;

rules! {
    IMPOSSIBLE: "value_impossible", CONTRADICTION,
        "Dieser Wert ist nicht möglich.",
        "Prüfen Sie die Angabe.",
        "Plausibilität";
    AMOUNT_MISSING: "betrag_missing", GAP,
        "Ein Betrag fehlt.",
        "Ergänzen Sie die Angabe; null ist möglich.",
        "Plausibilität";
    NOT_PRODUCT: "kosten_not_menge_times_satz", CONTRADICTION,
        "Der Betrag ist nicht Menge mal Satz.",
        "Prüfen Sie die drei Angaben, oder lassen Sie den Betrag weg.",
        "Plausibilität";
    ABZUEGE: "abzuege_exceed_kosten", CONTRADICTION,
        "Es wird mehr abgezogen, als Kosten entstehen.",
        "Prüfen Sie Kosten und Abzüge.",
        "Plausibilität";
    MISMATCH: "betrag_not_calculated", PENDING,
        "Der vereinbarte Betrag ist ein anderer als der berechnete.",
        "Prüfen Sie die Kosten, die Rundung und den Betrag, oder lassen Sie den Betrag weg.",
        "Plausibilität";
    NOT_CALCULABLE: "entgelt_not_calculable", GAP,
        "Das Entgelt ist nicht zu berechnen.",
        "Ergänzen oder prüfen Sie die Angaben, aus denen gerechnet wird.",
        "Plausibilität";
    DIVERGENCE: "rounding_divergence", ADVICE,
        "Die Summe der gerundeten Bestandteile ist eine andere als die gerundete Summe.",
        "Vereinbaren Sie als Zeitpunkt der Rundung, welche gilt: je Bestandteil (je_bestandteil) oder gesamt (gesamt).",
        "Plausibilität";
    RISE: "kostensteigerung_unexplained", DOUBT,
        "Die Kosten steigen ohne Begründung.",
        "Ergänzen Sie die Begründung, oder prüfen Sie den Betrag.",
        "Plausibilität";
    DOUBLE: "abschreibung_and_miete", ADVICE,
        "Für denselben Gegenstand stehen vielleicht sowohl Miete als auch Abschreibung in den Kosten.",
        "Prüfen Sie beide Positionen.",
        "Plausibilität";
}

/// By so many percent costs may rise without a reason.
const RISE_PERCENT: u32 = 10;
/// Shorter words say little about what a cost is for.
const WORD_CHARS: usize = 4;

/// Whether a component has a gap or a contradiction, for which nothing can be
/// calculated; it is reported.
pub(super) fn check(bestandteile: At<'_, Vec<Entgeltbestandteil>>, berechnet: &[Bestandteil]) -> bool {
    let pairs = bestandteile.each().zip(berechnet);
    pairs.fold(false, |has_gap, (bestandteil, berechnet)| check_one(bestandteil, berechnet) | has_gap)
}

fn check_one(bestandteil: At<'_, Entgeltbestandteil>, berechnet: &Bestandteil) -> bool {
    let mut has_gap = false;
    if bestandteil.kosten.is_empty() && bestandteil.betrag.is_none() && bestandteil.is_filled() {
        has_gap = true;
        let message = "Der Bestandteil hat weder Kosten noch einen Betrag.";
        field!(bestandteil.betrag).report(AMOUNT_MISSING.saying(message));
    }
    for (position, berechnet) in field!(bestandteil.kosten).each().zip(&berechnet.kosten) {
        has_gap |= check_position(position, berechnet);
    }
    for abzug in field!(bestandteil.abzuege).each().filter(|abzug| abzug.is_filled()) {
        has_gap |= abzug.betrag.is_none();
        field!(abzug.betrag).require(AMOUNT_MISSING.saying("Der Betrag eines Abzugs fehlt."));
    }
    if berechnet.summe_kosten.zip(berechnet.summe_abzuege).is_some_and(|(kosten, abzuege)| abzuege > kosten) {
        has_gap = true;
        field!(bestandteil.abzuege).report(&ABZUEGE);
    }
    check_stated("Der Betrag", field!(bestandteil.betrag), berechnet.betrag);
    check_double(field!(bestandteil.kosten));
    has_gap
}

/// Reports a stated amount that is not the calculated one.
pub(super) fn check_stated(what: &str, stated: At<'_, Option<Betrag>>, calculated: Option<Betrag>) {
    if let (Some(vereinbart), Some(berechnet)) = (*stated, calculated)
        && vereinbart != berechnet
    {
        stated.report(MISMATCH.saying(format!(
            "{what} ist mit {} vereinbart; berechnet sind {}.",
            euro(vereinbart),
            euro(berechnet)
        )));
    }
}

/// Whether its amount is missing.
fn check_position(position: At<'_, Kostenposition>, berechnet: &Kosten) -> bool {
    let Some(amount) = berechnet.betrag else {
        if position.is_filled() {
            field!(position.betrag).report(AMOUNT_MISSING.saying("Der Betrag einer Kostenposition fehlt."));
        }
        return position.is_filled();
    };
    if berechnet.weicht_ab() {
        field!(position.betrag).report(&NOT_PRODUCT);
    }
    let limit = position.limits().max_kostensteigerung_prozent.unwrap_or_else(|| Zahl::from(RISE_PERCENT));
    if let Some(bisher) = position.bisher
        && !position.begruendung.is_filled()
        && is_above(amount.decimal(), Decimal::ONE_HUNDRED + limit.decimal(), bisher.decimal())
    {
        field!(position.betrag).report(RISE.saying(format!(
            "Die Kosten steigen ohne Begründung um mehr als {} Prozent gegenüber bisher {}.",
            limit.deutsch(),
            euro(bisher)
        )));
    }
    false
}

/// Rent and depreciation whose names share a noun: „Miete des Gebäudes“,
/// „Abschreibung Gebäude“.
fn check_double(kosten: At<'_, Vec<Kostenposition>>) {
    let of = |kostenart: Kostenart| kosten.each().filter(move |position| position.kostenart == Some(kostenart));
    for abschreibung in of(Kostenart::Abschreibung) {
        let is_double = of(Kostenart::Miete).any(|miete| {
            nouns(abschreibung.value())
                .any(|one| nouns(miete.value()).any(|other| one.starts_with(other) || other.starts_with(one)))
        });
        if is_double {
            field!(abschreibung.kostenart).report(&DOUBLE);
        }
    }
}

fn nouns(position: &Kostenposition) -> impl Iterator<Item = &str> {
    let words = position.bezeichnung.as_deref().unwrap_or_default().split(|c: char| !c.is_alphanumeric());
    words.filter(|word| {
        word.chars().count() >= WORD_CHARS
            && word.starts_with(char::is_uppercase)
            && !["Miete", "Pacht", "Absch"].iter().any(|start| word.starts_with(start))
    })
}

/// The sentence about the two sums that differ, unless it is agreed which of them holds.
pub(super) fn divergence(
    context: &Context<'_>,
    summe_gerundet: Option<Betrag>,
    gesamt_gerundet: Option<Betrag>,
) -> Option<String> {
    if context.vereinbarung.entgeltvereinbarung.rundung.zeitpunkt.is_some() {
        return None;
    }
    let (summe, gesamt) = summe_gerundet.zip(gesamt_gerundet)?;
    Some(format!("Die Summe der gerundeten Bestandteile ist {}, die gerundete Summe {}.", euro(summe), euro(gesamt)))
}
