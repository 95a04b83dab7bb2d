//! Where the service ends and the procedure for a child at risk begins (I.7).

use super::gap::{GAP, TOPIC};
use crate::modell::{Filled as _, Gefaehrdungsabgrenzung};
use crate::validate::at::{At, field};
use crate::validate::rule::rules;

rules! {
    VERFAHREN_8A: "verfahren_8a_missing", MINOR_GAP,
        "Zum Verfahren bei gewichtigen Anhaltspunkten für eine Gefährdung ist nichts vereinbart.",
        "Ergänzen Sie das Verfahren, und wer als insoweit erfahrene Fachkraft hinzugezogen wird.",
        "§ 8a Abs. 4 SGB VIII";
    FACHKRAFT: "fachkraft_kriterien_missing", MINOR_GAP,
        "Zu den Kriterien für die Qualifikation der insoweit erfahrenen Fachkraft ist nichts vereinbart.",
        "Ergänzen Sie die Kriterien; sie tragen insbesondere auch den spezifischen Schutzbedürfnissen von Kindern und Jugendlichen mit Behinderungen Rechnung.",
        "§ 8a Abs. 4 Satz 2 SGB VIII";
}

pub(super) fn check(abgrenzung: At<'_, Gefaehrdungsabgrenzung>) {
    check_bereiche(abgrenzung);
    field!(abgrenzung.verfahren).require(&VERFAHREN_8A);
    let fachkraft = field!(abgrenzung.insoweit_erfahrene_fachkraft);
    field!(fachkraft.wer)
        .require(VERFAHREN_8A.saying("Es fehlt, wer als insoweit erfahrene Fachkraft beratend hinzugezogen wird."));
    field!(fachkraft.kriterien).require(&FACHKRAFT);
    field!(fachkraft.schutzbeduerfnisse).require(FACHKRAFT.saying(
        "Es fehlt, wie die Kriterien den Schutzbedürfnissen von Kindern und Jugendlichen mit Behinderungen Rechnung tragen.",
    ));
    for weg in field!(abgrenzung.meldewege).each() {
        field!(weg.anlass).require(GAP.saying("Es fehlt, bei welchem Anlass gemeldet wird."));
        field!(weg.an).require(GAP.saying("Es fehlt, wem gemeldet wird."));
    }
}

/// What lies between the two Bereiche need not be agreed.
fn check_bereiche(abgrenzung: At<'_, Gefaehrdungsabgrenzung>) {
    if !(abgrenzung.leistungsbereich.is_filled()
        || abgrenzung.graubereich.is_filled()
        || abgrenzung.gefaehrdungsbereich.is_filled())
    {
        let message = "Zur Abgrenzung des Leistungs- und Gefährdungsbereiches ist nichts eingetragen.";
        abgrenzung.report(TOPIC.saying(message));
        return;
    }
    field!(abgrenzung.leistungsbereich).require(GAP.saying("Der Leistungsbereich ist nicht beschrieben."));
    field!(abgrenzung.gefaehrdungsbereich).require(GAP.saying("Der Gefährdungsbereich ist nicht beschrieben."));
}
