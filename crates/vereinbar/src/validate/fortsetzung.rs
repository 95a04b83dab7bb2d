//! Fortsetzung des Qualitätsdialogs.

use super::checking::at::{At, field};
use super::checking::rule::rules;
use super::zeitangabe;
use crate::modell::{Fortsetzung, Zeitangabe, Zeitraum};

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

pub(super) fn check(fortsetzung: At<'_, Fortsetzung>, zeitraum: Zeitraum) {
    let am = field!(fortsetzung.am);
    am.require(INCOMPLETE.saying("Es fehlt, wann der Qualitätsdialog fortgesetzt wird."));
    zeitangabe::check(am);
    if let (Some(tag), Some(von)) = (am.as_ref().and_then(Zeitangabe::frist), zeitraum.von)
        && tag < von
    {
        am.report(EARLY.saying(format!(
            "Der Qualitätsdialog soll bis {} fortgesetzt werden; der Vereinbarungszeitraum beginnt erst am {}.",
            tag.deutsch(),
            von.deutsch()
        )));
    }
    field!(fortsetzung.einladung_durch).require(INCOMPLETE.saying("Es fehlt, durch wen die Einladung erfolgt."));
    let message = "Es fehlt, was als Gesprächsgrundlage herangezogen wird.";
    field!(fortsetzung.gespraechsgrundlagen).require(INCOMPLETE.saying(message));
}
