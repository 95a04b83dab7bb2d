//! What is paid beside the Entgelt: each with its amount or its basis, and for each
//! Zusatzleistung that is offered something is paid.

use super::kosten::{AMOUNT_MISSING, BEZEICHNUNG, each_bestandteile};
use crate::modell::{Bestandteilart, Entgeltvereinbarung, Filled as _};
use crate::validate::at::{At, field};
use crate::validate::leq_vereinbarung::context::Context;
use crate::validate::rule::rules;

rules! {
    ZUSATZLEISTUNG: "zusatzleistung_without_entgelt", DOUBT,
        "Es sind Zusatzleistungen vereinbart, aber nicht, was dafür gezahlt wird.",
        "Ergänzen Sie das Entgelt: als Zusatzleistung mit Betrag oder Grundlage, als Fachleistungsstunde, Pauschale oder Bestandteil der Art Zusatzleistung (zusatzleistung).",
        "Plausibilität";
}

pub(super) fn check(entgelt: At<'_, Entgeltvereinbarung>, context: &Context<'_>) {
    for leistungen in [field!(entgelt.zusatzleistungen), field!(entgelt.nebenleistungen)] {
        for leistung in leistungen.each().filter(|leistung| leistung.is_filled()) {
            field!(leistung.bezeichnung).require(&BEZEICHNUNG);
            if leistung.betrag.is_none() {
                let message = "Zu einer Leistung fehlt der Betrag, oder wonach gezahlt wird.";
                field!(leistung.grundlage).require(AMOUNT_MISSING.saying(message));
            }
        }
    }
    let vereinbarung = context.vereinbarung;
    let is_paid = entgelt.zusatzleistungen.is_filled()
        || entgelt.fachleistungsstunden.is_filled()
        || entgelt.pauschalen.is_filled()
        || each_bestandteile(entgelt).flat_map(At::each).any(|teil| teil.art == Some(Bestandteilart::Zusatzleistung));
    let zusatzleistungen = field!(vereinbarung.leistungsvereinbarung.leistungen.zusatzleistungen);
    if zusatzleistungen.is_filled() && !is_paid {
        zusatzleistungen.report(&ZUSATZLEISTUNG);
    }
}
