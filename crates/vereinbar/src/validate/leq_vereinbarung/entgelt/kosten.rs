//! Components and their costs: stated amounts against calculated ones.

use rust_decimal::Decimal;

use crate::entgelt::{Bestandteil, Bestandteilsumme, Kosten};
use crate::modell::{Betrag, Entgeltbestandteil, Entgeltvereinbarung, Filled as _, Kostenart, Kostenposition, Zahl};
use crate::validate::checking::at::{At, field};
use crate::validate::checking::rule::rules;
use crate::validate::leq_vereinbarung::context::{Context, euro, is_above};

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
    NOT_PROZENT: "kosten_not_prozent", CONTRADICTION,
        "Der Betrag ist nicht der Anteil an den anderen Kosten, der genannt ist.",
        "Prüfen Sie Betrag, Prozentsatz und Kostenarten, oder lassen Sie den Betrag weg.",
        "Plausibilität";
    DECKT: "deckt_unknown", DOUBT,
        "Die Kosten decken keinen Abschnitt der Leistungs- oder der Qualitätsentwicklungsvereinbarung.",
        "Nennen Sie den Abschnitt mit seiner Nummer, zum Beispiel I.8 oder II.4.",
        "Gliederung der Vereinbarung";
    BEZEICHNUNG: "bezeichnung_missing", GAP,
        "Es fehlt, wofür gezahlt wird.",
        "Ergänzen Sie die Bezeichnung, oder entfernen Sie den Eintrag.",
        "Plausibilität";
    WITHOUT_KOSTEN: "abzug_without_kosten", PENDING,
        "Von einem Bestandteil ohne Kosten ist etwas abzuziehen; der Abzug wirkt nicht.",
        "Ergänzen Sie die Kosten, von denen abgezogen wird, oder vereinbaren Sie den Betrag nach Abzug und entfernen Sie den Abzug.",
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

/// The components of every kind of Entgelt that has some.
pub(super) fn each_bestandteile(
    entgelt: At<'_, Entgeltvereinbarung>,
) -> impl Iterator<Item = At<'_, Vec<Entgeltbestandteil>>> {
    let stunden = field!(entgelt.fachleistungsstunden).each().map(|stunde| field!(stunde.bestandteile));
    [field!(entgelt.tagessatz.bestandteile)]
        .into_iter()
        .chain(stunden)
        .chain([field!(entgelt.jahresbudget.bestandteile)])
}

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
    if bestandteil.is_filled() && bestandteil.art.is_none() {
        field!(bestandteil.bezeichnung).require(BEZEICHNUNG.saying("Der Bestandteil hat weder Bezeichnung noch Art."));
    }
    if bestandteil.kosten.is_empty() && bestandteil.abzuege.is_filled() {
        field!(bestandteil.abzuege).report(&WITHOUT_KOSTEN);
    }
    for (position, berechnet) in field!(bestandteil.kosten).each().zip(&berechnet.kosten) {
        has_gap |= check_position(position, berechnet);
    }
    for abzug in field!(bestandteil.abzuege).each().filter(|abzug| abzug.is_filled()) {
        has_gap |= abzug.betrag.is_none();
        field!(abzug.betrag).require(AMOUNT_MISSING.saying("Der Betrag eines Abzugs fehlt."));
        field!(abzug.bezeichnung).require(BEZEICHNUNG.saying("Es fehlt, was abgezogen wird."));
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
    let is_share = position.prozent.is_some();
    if position.is_filled() && position.kostenart.is_none() {
        let message = "Die Kostenposition hat weder Bezeichnung noch Kostenart.";
        field!(position.bezeichnung).require(BEZEICHNUNG.saying(message));
    }
    if position.deckt.as_deref().is_some_and(|deckt| !is_abschnitt(deckt.trim())) {
        field!(position.deckt).report(&DECKT);
    }
    if is_share && (position.menge.is_some() || position.satz.is_some()) {
        let message = "Kosten sind entweder Menge mal Satz oder ein Anteil an anderen Kosten.";
        field!(position.prozent).report(IMPOSSIBLE.saying(message));
    }
    let Some(amount) = berechnet.betrag else {
        if is_share && berechnet.grundbetrag.is_none() {
            let message = "Vor dieser Position stehen keine Kosten mit Betrag, von denen der Anteil zu nehmen ist.";
            field!(position.prozent).report(AMOUNT_MISSING.saying(message));
        } else if position.is_filled() {
            field!(position.betrag).report(AMOUNT_MISSING.saying("Der Betrag einer Kostenposition fehlt."));
        }
        return position.is_filled();
    };
    if berechnet.weicht_ab() {
        field!(position.betrag).report(if is_share { &NOT_PROZENT } else { &NOT_PRODUCT });
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

/// Whether a text is the number of a section of Part I or II: `I.8`. Blank it says nothing.
fn is_abschnitt(text: &str) -> bool {
    let number = ["I.", "II."].iter().find_map(|teil| text.strip_prefix(teil));
    text.is_empty() || number.is_some_and(|number| number.parse::<u8>().is_ok_and(|number| (1..=30).contains(&number)))
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
pub(super) fn divergence(context: &Context<'_>, sum: &Bestandteilsumme) -> Option<String> {
    if context.vereinbarung.entgeltvereinbarung.rundung.zeitpunkt.is_some() {
        return None;
    }
    let (summe, gesamt) = sum.summe_gerundet.zip(sum.gesamt_gerundet)?;
    Some(format!("Die Summe der gerundeten Bestandteile ist {}, die gerundete Summe {}.", euro(summe), euro(gesamt)))
}
