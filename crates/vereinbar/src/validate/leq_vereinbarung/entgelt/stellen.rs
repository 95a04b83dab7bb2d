//! The Stellen of the Leistungsvereinbarung against those that are costed.

use rust_decimal::Decimal;

use crate::modell::{
    Entgeltbestandteil, Kostenart, Kostengruppe, Kostenposition, Mengeneinheit, Personalbereich, Stelle, Zahl,
    zahl_deutsch,
};
use crate::validate::at::field;
use crate::validate::leq_vereinbarung::context::Context;
use crate::validate::rule::rules;

rules! {
    DIFFER: "stellen_differ_from_kosten", DOUBT,
        "Es sind andere Stellen vereinbart, als in den Kosten stehen.",
        "Prüfen Sie die Stellen der Leistungsvereinbarung und die Mengen der Personalkosten.",
        "§ 78c Abs. 2 SGB VIII; sonst Plausibilität";
    WITHOUT_KOSTEN: "stelle_without_kosten", DOUBT,
        "Zu vereinbarten Stellen stehen keine Kosten in der Kalkulation.",
        "Ergänzen Sie die Kosten, oder prüfen Sie den Arbeitsbereich der Stelle und die Kostenart.",
        "§ 78c Abs. 2 SGB VIII; sonst Plausibilität";
    WITHOUT_STELLE: "kosten_without_stelle", DOUBT,
        "In der Kalkulation stehen Kosten für Stellen, die nicht vereinbart sind.",
        "Ergänzen Sie die Stelle, oder prüfen Sie den Arbeitsbereich der Stelle und die Kostenart.",
        "§ 78c Abs. 2 SGB VIII; sonst Plausibilität";
}

/// Each area of work with the Kostenart of its staff.
const BEREICHE: &[(Personalbereich, Kostenart)] = &[
    (Personalbereich::Paedagogik, Kostenart::Paedagogik),
    (Personalbereich::Fachdienst, Kostenart::Fachdienst),
    (Personalbereich::Leitung, Kostenart::Leitung),
    (Personalbereich::Verwaltung, Kostenart::Verwaltung),
    (Personalbereich::Hauswirtschaft, Kostenart::Hauswirtschaft),
    (Personalbereich::Sonstige, Kostenart::SonstigesPersonal),
];

pub(in crate::validate::leq_vereinbarung) fn check(context: &Context<'_>) {
    if context.has_leistung && context.has_entgelt {
        check_kosten(context);
    }
}

/// Only where one kind of Entgelt has all the costs: a Fachleistungsstunde may be
/// calculated from the costs of one person.
fn check_kosten(context: &Context<'_>) {
    let vereinbarung = context.vereinbarung;
    let entgelt = &vereinbarung.entgeltvereinbarung;
    let personalkosten = |bestandteile: &'_ [Entgeltbestandteil]| -> Vec<Kostenposition> {
        let of_personal =
            |position: &&Kostenposition| position.kostenart.is_some_and(|art| art.gruppe() == Kostengruppe::Personal);
        bestandteile.iter().flat_map(|bestandteil| &bestandteil.kosten).filter(of_personal).cloned().collect()
    };
    let of_stunden = entgelt.fachleistungsstunden.iter().any(|stunde| !personalkosten(&stunde.bestandteile).is_empty());
    let of_budget = personalkosten(&entgelt.jahresbudget.bestandteile);
    let of_tagessatz = personalkosten(&entgelt.tagessatz.bestandteile);
    let kosten = match (of_tagessatz.is_empty(), of_budget.is_empty()) {
        (false, true) => of_tagessatz,
        (true, false) => of_budget,
        _ => return,
    };
    let stellen = field!(vereinbarung.leistungsvereinbarung.personal.stellen);
    if of_stunden || stellen.is_empty() || stellen.iter().any(|stelle| stelle.bereich.is_none()) {
        return;
    }
    let source = if context.is_78b() { "§ 78c Abs. 2 SGB VIII" } else { "Plausibilität" };
    for (bereich, kostenart) in BEREICHE {
        let in_bereich = |stelle: &&Stelle| stelle.bereich == Some(*bereich);
        let umfang: Option<Decimal> =
            stellen.iter().filter(in_bereich).map(|stelle| stelle.umfang.map(Zahl::decimal)).sum();
        let has_stelle = stellen.iter().any(|stelle| in_bereich(&stelle));
        let positions = || kosten.iter().filter(|position| position.kostenart == Some(*kostenart));
        let menge: Option<Decimal> = positions().map(costed).sum();
        let word = bereich.bezeichnung();
        match (umfang, menge) {
            _ if has_stelle && positions().next().is_none() => stellen.report(
                WITHOUT_KOSTEN
                    .saying(format!("Zu den Stellen im Bereich {word} stehen keine Kosten in der Kalkulation."))
                    .with_source(source),
            ),
            (_, Some(menge)) if !has_stelle && !menge.is_zero() => stellen.report(
                WITHOUT_STELLE
                    .saying(format!(
                        "In den Kosten stehen {} Vollzeitstellen im Bereich {word}; vereinbart ist keine.",
                        zahl_deutsch(menge.normalize())
                    ))
                    .with_source(source),
            ),
            (Some(umfang), Some(menge)) if has_stelle && umfang != menge => stellen.report(
                DIFFER
                    .saying(format!(
                        "Im Bereich {word} sind {} Vollzeitstellen vereinbart; in den Kosten stehen {}.",
                        zahl_deutsch(umfang.normalize()),
                        zahl_deutsch(menge.normalize())
                    ))
                    .with_source(source),
            ),
            _ => {}
        }
    }
}

/// The Vollzeitstellen of a position; `None` where it does not count any.
fn costed(position: &Kostenposition) -> Option<Decimal> {
    let counts = matches!(position.einheit, None | Some(Mengeneinheit::Vollzeitstellen));
    position.menge.filter(|_| counts).map(Zahl::decimal)
}
