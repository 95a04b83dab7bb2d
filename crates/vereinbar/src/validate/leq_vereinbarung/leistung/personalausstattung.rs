//! The Stellen and the Qualifikation of who holds them (I.8, I.9).

use rust_decimal::Decimal;

use super::gap::{GAP, lacks};
use crate::modell::{Filled as _, Hilfeartcode, Personalausstattung, Personalbereich, Stelle, Zahl, zahl_deutsch};
use crate::validate::at::{At, field};
use crate::validate::leq_vereinbarung::context::Context;
use crate::validate::rule::rules;

rules! {
    QUALIFIKATION: "qualifikation_missing", MINOR_GAP,
        "Die Qualifikation zu einer Stelle fehlt.",
        "Ergänzen Sie die Qualifikation.",
        "Gliederung der Vereinbarung";
    CONTRADICTS: "schluessel_contradicts_stellen", DOUBT,
        "Der Personalschlüssel passt nicht zu den Stellen und Plätzen.",
        "Prüfen Sie den Schlüssel, die Stellen der Pädagogik und die Plätze.",
        "Plausibilität";
    SCHLUESSEL: "fachkraftschluessel_exceeded", DOUBT,
        "Auf eine pädagogische Vollzeitstelle kommen mehr Plätze, als das Prüfprofil vorsieht.",
        "Prüfen Sie die Stellen der Pädagogik und die Plätze.",
        "Prüfprofil";
}

/// What is missing.
pub(super) fn check(context: &Context<'_>, personal: At<'_, Personalausstattung>) {
    let stellen = field!(personal.stellen);
    if !stellen.iter().any(is_stelle) {
        stellen.report(lacks(context, "Die erforderliche personelle Ausstattung fehlt."));
    }
    for stelle in stellen.each() {
        field!(stelle.funktion).require(GAP.saying("Es fehlt, wofür die Stelle da ist."));
        field!(stelle.umfang).require(GAP.saying("Der Umfang der Stelle fehlt."));
    }
    check_qualifikation(context, stellen);
}

/// Whether an entry says that there is a post.
fn is_stelle(stelle: &Stelle) -> bool {
    stelle.funktion.is_filled() || stelle.umfang.is_some()
}

/// The law asks for the Qualifikation of the Personal, and not of every Stelle.
fn check_qualifikation(context: &Context<'_>, stellen: At<'_, Vec<Stelle>>) {
    let has_any = stellen.iter().any(|stelle| stelle.qualifikation.is_filled());
    for stelle in stellen.each() {
        let is_fachlich = matches!(
            stelle.bereich,
            Some(Personalbereich::Paedagogik | Personalbereich::Fachdienst | Personalbereich::Leitung)
        );
        if is_stelle(&stelle) && (is_fachlich || !has_any) {
            field!(stelle.qualifikation).require(lacks(context, "Die Qualifikation des Personals fehlt."));
        } else {
            field!(stelle.qualifikation).require(&QUALIFIKATION);
        }
    }
}

/// Whether Schlüssel, Stellen and Plätze agree, with each other and with the profile.
pub(super) fn check_schluessel(context: &Context<'_>, personal: At<'_, Personalausstattung>) {
    let angebot = &context.vereinbarung.leistungsangebot;
    let stellen = field!(personal.stellen);
    let paedagogik = || stellen.iter().filter(|stelle| stelle.bereich == Some(Personalbereich::Paedagogik));
    let umfang: Decimal = paedagogik().filter_map(|stelle| stelle.umfang).map(Zahl::decimal).sum();
    let Some(plaetze) = angebot.plaetze.filter(|_| !umfang.is_zero()) else { return };
    // A Stelle that does not say its Umfang leaves the ratio open.
    let is_known = paedagogik().all(|stelle| stelle.umfang.is_some());
    if let (true, Some(schluessel)) = (is_known, personal.schluessel)
        && let Some(ratio) = Decimal::from(plaetze).checked_div(umfang)
        && !is_rounded(schluessel.decimal(), ratio)
    {
        field!(personal.schluessel).report(CONTRADICTS.saying(format!(
            "Vereinbart ist der Personalschlüssel 1 : {}; auf {} pädagogische Vollzeitstellen kommen {plaetze} Plätze.",
            schluessel.deutsch(),
            zahl_deutsch(umfang.normalize())
        )));
    }
    let Some(limit) = personal.limits().max_plaetze_je_fachkraft else { return };
    let most = umfang.checked_mul(limit.decimal());
    if angebot.hilfearten.iter().any(|hilfeart| hilfeart.code == Some(Hilfeartcode::SgbViii34))
        && most.is_some_and(|most| Decimal::from(plaetze) > most)
    {
        // Only for Heimerziehung: other Hilfearten have keys of their own.
        stellen.report(SCHLUESSEL.saying(format!(
            "Auf {} pädagogische Vollzeitstellen kommen {plaetze} Plätze; das Prüfprofil sieht höchstens {} je Stelle vor.",
            zahl_deutsch(umfang.normalize()),
            limit.deutsch()
        )));
    }
}

/// Whether a number is what another is rounded to, up or down, to at least one place.
fn is_rounded(rounded: Decimal, exact: Decimal) -> bool {
    let places = rounded.normalize().scale().max(1);
    let unit = Decimal::new(1, places);
    (rounded - exact).abs() < unit
}
