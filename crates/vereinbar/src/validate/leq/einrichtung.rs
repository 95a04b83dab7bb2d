//! The Einrichtung and where it lies.

use super::context::Context;
use crate::modell::OeffentlicheStelle;
use crate::pointer::Pointer;
use crate::validate::checker::{Checker, is_filled};
use crate::validate::partei;
use crate::validate::rule::rules;

rules! {
    MISSING: "einrichtung_missing", MINOR_GAP,
        "Die Einrichtung oder der Dienst ist nicht genannt.",
        "Tragen Sie den Namen ein.",
        "Plausibilität";
    ELSEWHERE: "einrichtung_elsewhere", DOUBT,
        "Die Einrichtung liegt nach ihrem Amtlichen Gemeindeschlüssel nicht im Bereich des öffentlichen Trägers.",
        "Prüfen Sie die Schlüssel und die Zuständigkeit; Landesrecht kann sie anders regeln.",
        "§ 78e Abs. 1 SGB VIII";
}

pub(super) fn check(checker: &mut Checker, context: &Context<'_>) {
    let at = Pointer::ROOT.key("einrichtung");
    let vereinbarung = context.vereinbarung;
    let einrichtung = &vereinbarung.einrichtung;
    if !is_filled(einrichtung.name.as_deref()) {
        checker.report(&MISSING, at.key("name"));
    }
    partei::check_ort(checker, at, einrichtung.ags.as_ref(), &einrichtung.anschrift);
    let is_local = vereinbarung.oeffentliche_stelle.is_none_or(|stelle| stelle == OeffentlicheStelle::Jugendamt);
    if let (true, true, Some(here), Some(traeger)) =
        (context.is_78b(), is_local, &einrichtung.ags, &vereinbarung.oeffentlicher_traeger.ags)
    {
        let (here, traeger) = (here.as_str(), traeger.as_str());
        if !here.starts_with(traeger) && !traeger.starts_with(here) {
            checker.report(&ELSEWHERE, at.key("ags"));
        }
    }
}
