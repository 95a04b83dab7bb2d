//! The steps of an Entgelt: each from its day on, in their order.

use super::kosten::{AMOUNT_MISSING, check_stated};
use crate::entgelt::Schritt;
use crate::modell::{Entgeltschritt, Filled as _};
use crate::validate::at::{At, field};
use crate::validate::leq_vereinbarung::context::Context;
use crate::validate::rule::rules;
use crate::validate::zeitraum;

rules! {
    DAY_MISSING: "schritt_without_day", GAP,
        "Zu einem Schritt des Entgelts fehlt der Tag, ab dem er gilt.",
        "Tragen Sie den Tag ein.",
        "Plausibilität";
    DAY: "schritt_day_impossible", CONTRADICTION,
        "Ein Schritt des Entgelts gilt ab einem Tag, der nicht in der Folge liegt.",
        "Prüfen Sie die Tage: nach dem Beginn des Vereinbarungszeitraums, nicht nach seinem Ende, und einer nach dem anderen.",
        "Plausibilität";
}

pub(super) fn check(schritte: At<'_, Vec<Entgeltschritt>>, berechnet: &[Schritt], context: &Context<'_>) {
    let period = zeitraum::comparable(context.vereinbarung.entgeltvereinbarung.zeitraum);
    let mut before = period.von;
    for (schritt, berechnet) in schritte.each().zip(berechnet) {
        if !schritt.is_filled() {
            continue;
        }
        let ab = field!(schritt.ab);
        ab.require(&DAY_MISSING);
        if let Some(day) = *ab {
            if let Some(before) = before.filter(|before| day <= *before) {
                let message =
                    format!("Der Schritt gilt ab dem {}, nicht nach dem {}.", day.deutsch(), before.deutsch());
                ab.report(DAY.saying(message));
            }
            if let Some(bis) = period.bis.filter(|bis| *bis < day) {
                let message = format!(
                    "Der Schritt gilt ab dem {}; das Entgelt ist bis zum {} vereinbart.",
                    day.deutsch(),
                    bis.deutsch()
                );
                ab.report(DAY.saying(message));
            }
            before = Some(day);
        }
        if schritt.prozent.is_none() {
            let message = "Zu einem Schritt des Entgelts fehlen Prozentsatz und Betrag.";
            field!(schritt.betrag).require(AMOUNT_MISSING.saying(message));
        }
        check_stated("Der Schritt", field!(schritt.betrag), berechnet.betrag);
    }
}
