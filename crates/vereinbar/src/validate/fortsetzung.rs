//! Fortsetzung des Qualitätsdialogs.

use super::checker::Checker;
use super::rule::rules;
use crate::modell::{Filled, Fortsetzung, Zeitraum};
use crate::pointer::Pointer;

rules! {
    INCOMPLETE: "fortsetzung_incomplete", MINOR_GAP,
        "Die Fortsetzung des Qualitätsdialogs ist nicht vollständig vereinbart.",
        "Tragen Sie Tag, Einladung und Gesprächsgrundlage ein.",
        "Vordruck: „Der Qualitätsdialog wird fortgesetzt am … Die Einladung erfolgt durch … Als Gesprächsgrundlage werden herangezogen …“";
    EARLY: "fortsetzung_before_vereinbarungszeitraum", DOUBT,
        "Die Fortsetzung des Qualitätsdialogs liegt vor dem Beginn des Vereinbarungszeitraums.",
        "Prüfen Sie den Tag der Fortsetzung.",
        "Ausfüllhilfe: „wie die Fortsetzung des Qualitätsdialogs erfolgt“";
}

pub(super) fn check(checker: &mut Checker, at: Pointer<'_>, fortsetzung: &Fortsetzung, zeitraum: Zeitraum) {
    match (fortsetzung.am, zeitraum.von) {
        (None, _) => {
            checker.report_with(&INCOMPLETE, at.key("am"), "Es fehlt, wann der Qualitätsdialog fortgesetzt wird.");
        }
        (Some(am), Some(von)) if am < von => {
            let message = format!(
                "Der Qualitätsdialog soll am {} fortgesetzt werden; der Vereinbarungszeitraum beginnt erst am {}.",
                am.deutsch(),
                von.deutsch()
            );
            checker.report_with(&EARLY, at.key("am"), message);
        }
        _ => {}
    }
    if !fortsetzung.einladung_durch.is_filled() {
        checker.report_with(&INCOMPLETE, at.key("einladung_durch"), "Es fehlt, durch wen die Einladung erfolgt.");
    }
    if !fortsetzung.gespraechsgrundlagen.is_filled() {
        checker.report_with(
            &INCOMPLETE,
            at.key("gespraechsgrundlagen"),
            "Es fehlt, was als Gesprächsgrundlage herangezogen wird.",
        );
    }
}
