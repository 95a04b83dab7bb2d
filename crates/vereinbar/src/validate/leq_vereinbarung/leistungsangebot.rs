//! The Leistungsangebot: its kind, and whether its places add up.

use super::context::Context;
use crate::modell::{Angebotsform, Filled, Hilfeart, Leistungsangebot, LeqVereinbarung};
use crate::pointer::Pointer;
use crate::validate::checker::Checker;
use crate::validate::rule::rules;

rules! {
    INCOMPLETE: "leistungsangebot_incomplete", MINOR_GAP,
        "Das Leistungsangebot ist nicht vollständig bezeichnet.",
        "Tragen Sie Bezeichnung, Form, Hilfearten und Plätze ein.",
        "Plausibilität";
    FORM: "angebotsform_unusual", DOUBT,
        "Die Form des Angebots passt nicht zur Rechtsgrundlage.",
        "Prüfen Sie beides: §§ 78a ff. gelten für teilstationäre und stationäre Leistungen, § 77 für ambulante.",
        "§§ 77, 78a SGB VIII";
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

pub(super) fn check(checker: &mut Checker, context: &Context<'_>) {
    let at = Pointer::ROOT.key("leistungsangebot");
    let angebot = &context.vereinbarung.leistungsangebot;
    check_missing(checker, at, angebot);
    check_form(checker, at, context, angebot.form);
    for (index, hilfeart) in angebot.hilfearten.iter().enumerate() {
        let at = at.key("hilfearten");
        if context.is_78b() && !is_in_78a(*hilfeart) {
            checker.report(&OUTSIDE_78A, at.index(index));
        } else if context.is_77() && is_in_78a(*hilfeart) && !may_be_ambulant(*hilfeart) {
            checker.report(&WITHIN_78A, at.index(index));
        }
    }
    check_plaetze(checker, at, context.vereinbarung);
}

fn check_missing(checker: &mut Checker, at: Pointer<'_>, angebot: &Leistungsangebot) {
    if !angebot.bezeichnung.is_filled() {
        checker.report_with(&INCOMPLETE, at.key("bezeichnung"), "Die Bezeichnung des Leistungsangebots fehlt.");
    }
    if angebot.form.is_none() {
        let message = "Es fehlt, ob die Leistung stationär, teilstationär oder ambulant erbracht wird.";
        checker.report_with(&INCOMPLETE, at.key("form"), message);
    }
    if angebot.hilfearten.is_empty() {
        let message = "Es fehlt, nach welchen Vorschriften die Leistung gewährt wird.";
        checker.report_with(&INCOMPLETE, at.key("hilfearten"), message);
    }
    if angebot.plaetze.is_none() && angebot.form.is_some_and(|form| form != Angebotsform::Ambulant) {
        checker.report_with(&INCOMPLETE, at.key("plaetze"), "Die Zahl der vereinbarten Plätze fehlt.");
    }
}

fn check_form(checker: &mut Checker, at: Pointer<'_>, context: &Context<'_>, form: Option<Angebotsform>) {
    let message = match form {
        Some(Angebotsform::Ambulant) if context.is_78b() => {
            "Das Angebot ist ambulant; Rechtsgrundlage der Vereinbarung ist § 78b SGB VIII."
        }
        Some(Angebotsform::Stationaer | Angebotsform::Teilstationaer) if context.is_77() => {
            "Das Angebot ist nicht ambulant; Rechtsgrundlage der Vereinbarung ist § 77 SGB VIII."
        }
        _ => return,
    };
    checker.report_with(&FORM, at.key("form"), message);
}

/// What § 78a Abs. 1 names, without what Landesrecht adds (Abs. 2).
const fn is_in_78a(hilfeart: Hilfeart) -> bool {
    !matches!(
        hilfeart,
        Hilfeart::SgbViii29 | Hilfeart::SgbViii30 | Hilfeart::SgbViii31 | Hilfeart::SgbViii42 | Hilfeart::SgbViii42a
    )
}

/// § 78a Abs. 1 names these for what is not ambulant only.
const fn may_be_ambulant(hilfeart: Hilfeart) -> bool {
    matches!(hilfeart, Hilfeart::SgbViii27 | Hilfeart::SgbViii35 | Hilfeart::SgbViii35a | Hilfeart::SgbViii41)
}

fn check_plaetze(checker: &mut Checker, at: Pointer<'_>, vereinbarung: &LeqVereinbarung) {
    let angebot = &vereinbarung.leistungsangebot;
    let of_gruppen = (!angebot.gruppen.is_empty())
        .then(|| angebot.gruppen.iter().map(|gruppe| gruppe.plaetze.map(u64::from)).sum::<Option<u64>>())
        .flatten();
    let plaetze = angebot.plaetze.map(u64::from);
    if let (Some(plaetze), Some(of_gruppen)) = (plaetze, of_gruppen)
        && plaetze != of_gruppen
    {
        let message = format!("Es sind {plaetze} Plätze vereinbart; die Gruppen haben zusammen {of_gruppen}.");
        checker.report_with(&NO_SUM, at.key("plaetze"), message);
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
            checker.report_with(&TOO_MANY, at.key("plaetze"), message);
        }
    }
}
