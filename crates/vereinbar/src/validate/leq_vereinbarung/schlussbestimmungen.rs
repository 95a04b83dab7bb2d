//! Kündigung, and what the parties agree on besides the three parts.

use super::context::Context;
use crate::modell::Filled as _;
use crate::validate::checking::at::field;
use crate::validate::checking::rule::rules;

rules! {
    KUENDIGUNG: "kuendigung_missing", NOTE,
        "Zur Kündigung ist nichts vereinbart.",
        "Prüfen Sie, ob eine Frist zu vereinbaren ist.",
        "Plausibilität";
    INCOMPLETE: "kuendigung_incomplete", MINOR_GAP,
        "Zur Kündigung ist etwas eingetragen, aber weder eine Frist noch ein wichtiger Grund.",
        "Ergänzen Sie die Frist, oder entfernen Sie den Eintrag.",
        "Plausibilität";
    REPEATED: "kuendigung_repeated", DOUBT,
        "Zur Kündigung dieses Teils gibt es zwei Einträge.",
        "Lassen Sie einen von beiden stehen.",
        "Plausibilität";
    BESTIMMUNG: "bestimmung_without_text", MINOR_GAP,
        "Eine weitere Bestimmung hat keinen Text.",
        "Ergänzen Sie den Text, oder entfernen Sie den Eintrag.",
        "Plausibilität";
}

pub(super) fn check(context: &Context<'_>) {
    let vereinbarung = context.vereinbarung;
    let schluss = field!(vereinbarung.schlussbestimmungen);
    // An Entgelt that is agreed anew leaves what is agreed on the other parts in force.
    if context.has_leistung || context.has_qualitaet {
        field!(schluss.kuendigung).require(&KUENDIGUNG);
    }
    let mut seen = Vec::new();
    for kuendigung in field!(schluss.kuendigung).each().filter(|kuendigung| kuendigung.is_filled()) {
        if !kuendigung.frist.is_filled() && !kuendigung.wichtiger_grund.is_filled() {
            kuendigung.report(&INCOMPLETE);
        }
        if seen.contains(&kuendigung.teil) {
            kuendigung.report(&REPEATED);
        }
        seen.push(kuendigung.teil);
    }
    for bestimmung in field!(schluss.weitere_bestimmungen).each().filter(|bestimmung| bestimmung.is_filled()) {
        field!(bestimmung.text).require(&BESTIMMUNG);
    }
}
