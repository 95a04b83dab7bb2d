//! The Einrichtung and where it lies.

use crate::modell::{Ags, Angebotsform, Filled as _, OeffentlicheStelle};
use crate::validate::at::field;
use crate::validate::leq_vereinbarung::context::Context;
use crate::validate::partei;
use crate::validate::rule::rules;

rules! {
    MISSING: "einrichtung_missing", MINOR_GAP,
        "Die Einrichtung oder der Dienst ist nicht genannt.",
        "Tragen Sie den Namen ein.",
        "Plausibilität";
    BETRIEBSERLAUBNIS: "betriebserlaubnis_missing", MINOR_GAP,
        "Zur Betriebserlaubnis der Einrichtung ist nichts eingetragen.",
        "Ergänzen Sie Behörde, Datum, Aktenzeichen und Plätze.",
        "§ 45 SGB VIII";
    ELSEWHERE: "einrichtung_elsewhere", DOUBT,
        "Die Einrichtung liegt nach ihrem Amtlichen Gemeindeschlüssel nicht im Bereich des öffentlichen Trägers.",
        "Prüfen Sie die Schlüssel und die Zuständigkeit; Landesrecht kann sie anders regeln.",
        "§ 78e Abs. 1 SGB VIII";
}

pub(in crate::validate::leq_vereinbarung) fn check(context: &Context<'_>) {
    let vereinbarung = context.vereinbarung;
    let einrichtung = field!(vereinbarung.einrichtung);
    field!(einrichtung.name).require(&MISSING);
    let message = "Die Anschrift der Einrichtung fehlt.";
    field!(einrichtung.anschrift).require(partei::ANSCHRIFT_MISSING.saying(message));
    partei::check_ort(field!(einrichtung.ags), field!(einrichtung.anschrift));
    let may_need_erlaubnis = match vereinbarung.leistungsangebot.form {
        Some(form) => form != Angebotsform::Ambulant,
        None => context.is_78b(),
    };
    let erlaubnis = field!(einrichtung.betriebserlaubnis);
    if erlaubnis.is_filled() {
        let lacks = |message| BETRIEBSERLAUBNIS.saying(message);
        field!(erlaubnis.behoerde).require(lacks("Zur Betriebserlaubnis fehlt, wer sie erteilt hat."));
        field!(erlaubnis.datum).require(lacks("Zur Betriebserlaubnis fehlt der Tag des Bescheids."));
        field!(erlaubnis.aktenzeichen).require(lacks("Zur Betriebserlaubnis fehlt das Aktenzeichen."));
        field!(erlaubnis.plaetze).require(lacks("Zur Betriebserlaubnis fehlt, wie viele Plätze sie erlaubt."));
    } else if may_need_erlaubnis {
        erlaubnis.report(&BETRIEBSERLAUBNIS);
    }
    let is_local = vereinbarung.oeffentliche_stelle.is_none_or(|stelle| stelle == OeffentlicheStelle::Jugendamt);
    if let (true, true, Some(here), Some(traeger)) =
        (context.is_78b(), is_local, &einrichtung.ags, &vereinbarung.oeffentlicher_traeger.ags)
    {
        let (here, traeger) = (area(here), area(traeger));
        if !here.starts_with(traeger) && !traeger.starts_with(here) {
            field!(einrichtung.ags).report(&ELSEWHERE);
        }
    }
}

/// The digits that all places of the area share: with eight digits of which the
/// last three are zero the whole Kreis is meant.
fn area(ags: &Ags) -> &str {
    let digits = ags.as_str();
    digits.strip_suffix("000").filter(|kreis| kreis.len() == 5).unwrap_or(digits)
}
