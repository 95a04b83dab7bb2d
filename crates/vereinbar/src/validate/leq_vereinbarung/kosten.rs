//! Components and their costs: stated amounts against calculated ones.

use rust_decimal::Decimal;

use super::context::{Context, euro, is_above};
use crate::entgelt::Bestandteil;
use crate::modell::{Betrag, Entgeltbestandteil, Filled, Kostenart, Kostenposition, Zahl};
use crate::pointer::Pointer;
use crate::validate::checker::Checker;
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

pub(super) fn check(
    checker: &mut Checker,
    at: Pointer<'_>,
    bestandteile: &[Entgeltbestandteil],
    berechnet: &[Bestandteil],
) {
    for (index, (bestandteil, berechnet)) in bestandteile.iter().zip(berechnet).enumerate() {
        check_one(checker, at.index(index), bestandteil, berechnet);
    }
}

fn check_one(checker: &mut Checker, at: Pointer<'_>, bestandteil: &Entgeltbestandteil, berechnet: &Bestandteil) {
    if bestandteil.kosten.is_empty() && bestandteil.betrag.is_none() && bestandteil.is_filled() {
        checker.report_with(&AMOUNT_MISSING, at.key("betrag"), "Der Bestandteil hat weder Kosten noch einen Betrag.");
    }
    let kosten_at = at.key("kosten");
    for (index, position) in bestandteil.kosten.iter().enumerate() {
        check_position(checker, kosten_at.index(index), position);
    }
    // Whether an amount is the product is the calculation's to say: it rounds.
    for (index, position) in berechnet.kosten.iter().enumerate() {
        if position.weicht_ab() {
            checker.report(&NOT_PRODUCT, kosten_at.index(index).key("betrag"));
        }
    }
    for (index, abzug) in bestandteil.abzuege.iter().enumerate() {
        if abzug.betrag.is_none() && abzug.is_filled() {
            let message = "Der Betrag eines Abzugs fehlt.";
            checker.report_with(&AMOUNT_MISSING, at.key("abzuege").index(index).key("betrag"), message);
        }
    }
    if let (Some(kosten), Some(abzuege)) = (berechnet.summe_kosten, berechnet.summe_abzuege)
        && abzuege > kosten
    {
        checker.report(&ABZUEGE, at.key("abzuege"));
    }
    if let (true, Some(stated), Some(calculated)) = (berechnet.weicht_ab(), bestandteil.betrag, berechnet.betrag) {
        checker.report_with(&MISMATCH, at.key("betrag"), mismatch("Der Betrag", stated, calculated));
    }
    check_double(checker, kosten_at, &bestandteil.kosten);
}

/// Whether a component has a gap or a contradiction that is reported, and for
/// which nothing can be calculated.
pub(super) fn has_gap(bestandteile: &[Entgeltbestandteil], berechnet: &[Bestandteil]) -> bool {
    bestandteile.iter().zip(berechnet).any(|(bestandteil, berechnet)| {
        let lacks_amount = bestandteil.kosten.is_empty() && bestandteil.betrag.is_none() && bestandteil.is_filled();
        lacks_amount
            || bestandteil.kosten.iter().any(|position| amount(position).is_none() && position.is_filled())
            || bestandteil.abzuege.iter().any(|abzug| abzug.betrag.is_none() && abzug.is_filled())
            || berechnet.summe_kosten.zip(berechnet.summe_abzuege).is_some_and(|(kosten, abzuege)| abzuege > kosten)
    })
}

/// The sentence about a stated amount that is not the calculated one.
pub(super) fn mismatch(what: &str, stated: Betrag, calculated: Betrag) -> String {
    format!("{what} ist mit {} vereinbart; berechnet sind {}.", euro(stated), euro(calculated))
}

fn check_position(checker: &mut Checker, at: Pointer<'_>, position: &Kostenposition) {
    let Some(amount) = amount(position) else {
        if position.is_filled() {
            checker.report_with(&AMOUNT_MISSING, at.key("betrag"), "Der Betrag einer Kostenposition fehlt.");
        }
        return;
    };
    let limit = checker.options.profile.limits.max_kostensteigerung_prozent;
    let limit = limit.unwrap_or_else(|| Zahl::from(RISE_PERCENT));
    if let Some(bisher) = position.bisher
        && !position.begruendung.is_filled()
        && is_above(amount, Decimal::ONE_HUNDRED + limit.decimal(), bisher.decimal())
    {
        let message = format!(
            "Die Kosten steigen ohne Begründung um mehr als {} Prozent gegenüber bisher {}.",
            limit.deutsch(),
            euro(bisher)
        );
        checker.report_with(&RISE, at.key("betrag"), message);
    }
}

/// What a position costs in a year.
pub(super) fn amount(position: &Kostenposition) -> Option<Decimal> {
    position.betrag.map(Betrag::decimal).or_else(|| position.menge?.decimal().checked_mul(position.satz?.decimal()))
}

/// Rent and depreciation whose names share a noun: „Miete des Gebäudes“,
/// „Abschreibung Gebäude“.
fn check_double(checker: &mut Checker, at: Pointer<'_>, kosten: &[Kostenposition]) {
    let of = |kostenart: Kostenart| {
        kosten.iter().enumerate().filter(move |(_, position)| position.kostenart == Some(kostenart))
    };
    for (index, abschreibung) in of(Kostenart::Abschreibung) {
        let is_double = of(Kostenart::Miete).any(|(_, miete)| {
            nouns(abschreibung).any(|one| nouns(miete).any(|other| one.starts_with(other) || other.starts_with(one)))
        });
        if is_double {
            checker.report(&DOUBLE, at.index(index).key("kostenart"));
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
