//! The Leistungsangebot: its kind, and whether its places add up.

use crate::modell::{Angebotsform, Filled as _, Hilfeart, Hilfeartcode, Leistungsangebot, LeqVereinbarung};
use crate::validate::checking::at::{At, field};
use crate::validate::checking::rule::rules;
use crate::validate::leq_vereinbarung::context::Context;

rules! {
    INCOMPLETE: "leistungsangebot_incomplete", MINOR_GAP,
        "Das Leistungsangebot ist nicht vollständig bezeichnet.",
        "Tragen Sie Bezeichnung, Form, Hilfearten und Plätze ein.",
        "Plausibilität";
    FORM: "angebotsform_unusual", DOUBT,
        "Die Form des Angebots passt nicht zur Rechtsgrundlage.",
        "Prüfen Sie beides: §§ 78a ff. gelten für teilstationäre und stationäre Leistungen, § 77 für ambulante.",
        "§§ 77, 78a SGB VIII";
    GRUPPE: "gruppe_incomplete", MINOR_GAP,
        "Die Angaben zu einer Gruppe sind nicht vollständig.",
        "Tragen Sie Name, Öffnungszeit und Plätze der Gruppe ein.",
        "Plausibilität";
    HILFEART: "hilfeart_ambiguous", CONTRADICTION,
        "Dieser Eintrag nennt eine Hilfeart aus dem Katalog und dazu eine eigene Angabe.",
        "Lassen Sie nur eines von beiden stehen.",
        "Datenformat: ein Eintrag ist entweder aus dem Katalog oder ein eigener";
    OUTSIDE_78A: "hilfeart_outside_78a", DOUBT,
        "Diese Hilfeart nennt § 78a Abs. 1 SGB VIII nicht; Rechtsgrundlage der Vereinbarung ist § 78b.",
        "Prüfen Sie die Rechtsgrundlage; Landesrecht kann weitere Leistungen einbeziehen.",
        "§ 78a SGB VIII";
    WITHIN_78A: "hilfeart_within_78a", DOUBT,
        "Diese Hilfeart nennt § 78a Abs. 1 SGB VIII; Rechtsgrundlage der Vereinbarung ist § 77.",
        "Prüfen Sie die Rechtsgrundlage.",
        "§ 78a Abs. 1 SGB VIII";
    NO_SUM: "plaetze_not_sum_of_gruppen", CONTRADICTION,
        "Die vereinbarten Plätze sind nicht die Summe der Plätze der Gruppen.",
        "Prüfen Sie die Plätze der Gruppen und ihre Summe.",
        "Plausibilität";
    TOO_MANY: "plaetze_above_betriebserlaubnis", CONTRADICTION,
        "Es sind mehr Plätze vereinbart, als die Betriebserlaubnis erlaubt.",
        "Prüfen Sie die Plätze und die Betriebserlaubnis.",
        "§ 45 SGB VIII";
}

pub(in crate::validate::leq_vereinbarung) fn check(context: &Context<'_>) {
    let vereinbarung = context.vereinbarung;
    let angebot = field!(vereinbarung.leistungsangebot);
    check_missing(angebot);
    check_form(context, field!(angebot.form));
    for hilfeart in field!(angebot.hilfearten).each() {
        check_hilfeart(context, hilfeart);
    }
    for gruppe in field!(angebot.gruppen).each().filter(|gruppe| gruppe.is_filled()) {
        field!(gruppe.name).require(GRUPPE.saying("Der Name einer Gruppe fehlt."));
        field!(gruppe.oeffnungszeit).require(GRUPPE.saying("Die Öffnungszeit einer Gruppe fehlt."));
        field!(gruppe.plaetze).require(GRUPPE.saying("Die Plätze einer Gruppe fehlen."));
    }
    check_plaetze(vereinbarung);
}

/// Where both Rechtsgrundlagen apply, each Hilfeart has one that fits.
fn check_hilfeart(context: &Context<'_>, hilfeart: At<'_, Hilfeart>) {
    let Some(code) = hilfeart.code else { return };
    if hilfeart.bezeichnung.is_filled() {
        hilfeart.report(&HILFEART);
    }
    if context.is_78b_alone() && !is_in_78a(code) {
        hilfeart.report(&OUTSIDE_78A);
    } else if context.is_77_alone() && is_in_78a(code) && !may_be_ambulant(code) {
        hilfeart.report(&WITHIN_78A);
    }
}

fn check_missing(angebot: At<'_, Leistungsangebot>) {
    field!(angebot.bezeichnung).require(INCOMPLETE.saying("Die Bezeichnung des Leistungsangebots fehlt."));
    let message = "Es fehlt, ob die Leistung stationär, teilstationär oder ambulant erbracht wird.";
    field!(angebot.form).require(INCOMPLETE.saying(message));
    let message = "Es fehlt, nach welchen Vorschriften die Leistung gewährt wird.";
    field!(angebot.hilfearten).require(INCOMPLETE.saying(message));
    if angebot.form.is_some_and(|form| form != Angebotsform::Ambulant) {
        field!(angebot.plaetze).require(INCOMPLETE.saying("Die Zahl der vereinbarten Plätze fehlt."));
    }
}

fn check_form(context: &Context<'_>, form: At<'_, Option<Angebotsform>>) {
    let message = match *form {
        Some(Angebotsform::Ambulant) if context.is_78b_alone() => {
            "Das Angebot ist ambulant; Rechtsgrundlage der Vereinbarung ist § 78b SGB VIII."
        }
        Some(Angebotsform::Stationaer | Angebotsform::Teilstationaer) if context.is_77_alone() => {
            "Das Angebot ist nicht ambulant; Rechtsgrundlage der Vereinbarung ist § 77 SGB VIII."
        }
        _ => return,
    };
    form.report(FORM.saying(message));
}

/// What § 78a Abs. 1 names, without what Landesrecht adds (Abs. 2).
const fn is_in_78a(hilfeart: Hilfeartcode) -> bool {
    !matches!(
        hilfeart,
        Hilfeartcode::SgbViii18
            | Hilfeartcode::SgbViii20
            | Hilfeartcode::SgbViii28
            | Hilfeartcode::SgbViii29
            | Hilfeartcode::SgbViii30
            | Hilfeartcode::SgbViii31
            | Hilfeartcode::SgbViii33
            | Hilfeartcode::SgbViii41a
            | Hilfeartcode::SgbViii42
            | Hilfeartcode::SgbViii42a
    )
}

/// § 78a Abs. 1 names these for what is not ambulant only.
const fn may_be_ambulant(hilfeart: Hilfeartcode) -> bool {
    matches!(
        hilfeart,
        Hilfeartcode::SgbViii27
            | Hilfeartcode::SgbViii27Abs2
            | Hilfeartcode::SgbViii35
            | Hilfeartcode::SgbViii35a
            | Hilfeartcode::SgbViii41
    )
}

fn check_plaetze(vereinbarung: At<'_, LeqVereinbarung>) {
    let angebot = field!(vereinbarung.leistungsangebot);
    let of_gruppen = (!angebot.gruppen.is_empty())
        .then(|| angebot.gruppen.iter().map(|gruppe| gruppe.plaetze.map(u64::from)).sum::<Option<u64>>())
        .flatten();
    let plaetze = angebot.plaetze.map(u64::from);
    if let (Some(plaetze), Some(of_gruppen)) = (plaetze, of_gruppen)
        && plaetze != of_gruppen
    {
        let message = format!("Es sind {plaetze} Plätze vereinbart; die Gruppen haben zusammen {of_gruppen}.");
        field!(angebot.plaetze).report(NO_SUM.saying(message));
    }
    let einrichtung = &vereinbarung.einrichtung;
    if let (Some(plaetze), Some(erlaubt)) = (plaetze.or(of_gruppen), einrichtung.betriebserlaubnis.plaetze) {
        let elsewhere = einrichtung.anderweitig_vereinbarte_plaetze.unwrap_or_default();
        if plaetze + u64::from(elsewhere) > u64::from(erlaubt) {
            let message = match elsewhere {
                0 => format!("Es sind {plaetze} Plätze vereinbart; die Betriebserlaubnis erlaubt {erlaubt}."),
                _ => format!(
                    "Es sind {plaetze} Plätze vereinbart, und {elsewhere} in anderen Vereinbarungen; die Betriebserlaubnis erlaubt {erlaubt}."
                ),
            };
            field!(angebot.plaetze).report(TOO_MANY.saying(message));
        }
    }
}
