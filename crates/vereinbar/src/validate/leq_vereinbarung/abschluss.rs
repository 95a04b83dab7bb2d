//! From when the agreement takes effect, seen from its conclusion.

use super::context::Context;
use crate::modell::Datum;
use crate::validate::checking::at::field;
use crate::validate::checking::rule::rules;
use crate::validate::zeitraum;

rules! {
    RETROACTIVE: "wirksam_ab_retroactive", PENDING,
        "Die Vereinbarung soll vor ihrem Abschluss wirksam werden.",
        "Prüfen Sie den Tag. Vereinbarungen nach § 78b werden für einen zukünftigen Zeitraum geschlossen; anderes gilt, wenn die Schiedsstelle entscheidet, ab dem Eingang des Antrags.",
        "§ 78d Abs. 2, § 78g Abs. 3 SGB VIII";
    EARLY: "wirksam_ab_before_abschluss", DOUBT,
        "Die Vereinbarung soll vor ihrem Abschluss wirksam werden.",
        "Prüfen Sie, ob das gewollt ist.",
        "Plausibilität";
    MISSING: "wirksam_ab_missing", NOTE,
        "Es ist nicht angegeben, ab wann die Vereinbarung wirksam ist; dann gilt der Tag des Abschlusses.",
        "Tragen Sie den Tag ein, wenn ein späterer gemeint ist.",
        "§ 78d Abs. 2 SGB VIII";
}

pub(super) fn check(context: &Context<'_>) {
    let vereinbarung = context.vereinbarung;
    let at = field!(vereinbarung.wirksam_ab);
    let Some(wirksam_ab) = vereinbarung.wirksam_ab else {
        if context.is_78b() {
            at.report(&MISSING);
            check_entgelt(context);
        } else if context.is_77() {
            let message = "Es ist nicht angegeben, ab wann die Vereinbarung wirksam ist.";
            at.report(MISSING.saying(message).with_source("Plausibilität"));
        }
        return;
    };
    let Some(abschluss) = later(context, wirksam_ab) else { return };
    let message = format!(
        "Die Vereinbarung soll am {} wirksam werden, geschlossen wird sie {}.",
        wirksam_ab.deutsch(),
        context.abschluss_deutsch(abschluss)
    );
    if context.is_78b() && !context.is_covered_by_antrag(wirksam_ab) {
        at.report(RETROACTIVE.saying(message));
    } else if context.is_77() {
        at.report(EARLY.saying(message));
    }
}

/// Without a day of its own the agreement takes effect with its Entgelte.
fn check_entgelt(context: &Context<'_>) {
    let vereinbarung = context.vereinbarung;
    let Some(von) = zeitraum::comparable(vereinbarung.entgeltvereinbarung.zeitraum).von else { return };
    let Some(abschluss) = later(context, von).filter(|_| !context.is_covered_by_antrag(von)) else { return };
    field!(vereinbarung.entgeltvereinbarung.zeitraum.von).report(RETROACTIVE.saying(format!(
        "Die Entgelte sollen ab dem {} gelten, geschlossen wird die Vereinbarung {}.",
        von.deutsch(),
        context.abschluss_deutsch(abschluss)
    )));
}

/// The day of conclusion, where it is later than the given day.
fn later(context: &Context<'_>, datum: Datum) -> Option<Datum> {
    context.abschluss().filter(|abschluss| datum < *abschluss)
}
