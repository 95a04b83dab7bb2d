//! The three parts: that they are there, and that the Entgelt rests on the other two.

use super::context::Context;
use crate::modell::Datum;
use crate::pointer::Pointer;
use crate::validate::checker::Checker;
use crate::validate::rule::rules;

rules! {
    MISSING: "teil_missing", GAP,
        "Ein Teil der Vereinbarung fehlt.",
        "Ergänzen Sie den Teil; zur Übernahme des Entgelts werden Leistungs-, Qualitätsentwicklungs- und Entgeltvereinbarung geschlossen.",
        "§ 78b Abs. 1 SGB VIII";
    DESIRABLE: "teil_desirable", MINOR_GAP,
        "Ein Teil der Vereinbarung fehlt.",
        "Prüfen Sie, ob der Teil zu vereinbaren ist; anzustreben sind Vereinbarungen über die Höhe der Kosten, über Inhalt, Umfang und Qualität der Leistung und über ihre Bewertung.",
        "§ 77 Abs. 1 SGB VIII";
    WITHOUT_BASIS: "entgelt_without_basis", PENDING,
        "Das Entgelt beruht auf einer Vereinbarung, die weder Teil dieses Dokuments noch mit ihrem Tag genannt ist.",
        "Ergänzen Sie den Teil, oder nennen Sie den Tag der Vereinbarung, auf der das Entgelt beruht.",
        "§ 78c Abs. 2 SGB VIII";
    EARLIER: "entgelt_before_basis", DOUBT,
        "Die Entgeltvereinbarung ist älter als die Vereinbarung, auf der sie beruht.",
        "Prüfen Sie die Tage.",
        "§ 78c Abs. 2 SGB VIII";
}

/// A part on which the Entgelt rests.
struct Basis {
    key: &'static str,
    bezug: &'static str,
    name: &'static str,
    is_here: bool,
    vom: Option<Datum>,
    bezug_vom: Option<Datum>,
}

pub(super) fn check(checker: &mut Checker, context: &Context<'_>) {
    let vereinbarung = context.vereinbarung;
    let bezug = &vereinbarung.entgeltvereinbarung.bezug;
    let parts = [
        Basis {
            key: "leistungsvereinbarung",
            bezug: "leistungsvereinbarung_vom",
            name: "Leistungsvereinbarung",
            is_here: context.has_leistung,
            vom: vereinbarung.leistungsvereinbarung.vom,
            bezug_vom: bezug.leistungsvereinbarung_vom,
        },
        Basis {
            key: "qualitaetsentwicklungsvereinbarung",
            bezug: "qualitaetsentwicklungsvereinbarung_vom",
            name: "Qualitätsentwicklungsvereinbarung",
            is_here: context.has_qualitaet,
            vom: vereinbarung.qualitaetsentwicklungsvereinbarung.vom,
            bezug_vom: bezug.qualitaetsentwicklungsvereinbarung_vom,
        },
    ];
    for part in &parts {
        check_basis(checker, context, part);
    }
    if !context.has_entgelt {
        report_missing(checker, context, "entgeltvereinbarung", "Die Entgeltvereinbarung fehlt.");
    }
}

fn check_basis(checker: &mut Checker, context: &Context<'_>, part: &Basis) {
    let entgelt_at = Pointer::ROOT.key("entgeltvereinbarung");
    if !part.is_here && part.bezug_vom.is_none() {
        if context.is_78b() && context.has_entgelt {
            let message = format!(
                "Die {}, auf der das Entgelt beruht, ist weder Teil dieses Dokuments noch mit ihrem Tag genannt.",
                part.name
            );
            checker.report_with(&WITHOUT_BASIS, entgelt_at.key("bezug").key(part.bezug), message);
        } else {
            report_missing(checker, context, part.key, &format!("Die {} fehlt.", part.name));
        }
    }
    let entgelt = context.vereinbarung.entgeltvereinbarung.vom.or(context.vereinbarung.unterzeichnung.datum);
    let basis = if part.is_here { part.vom } else { part.bezug_vom };
    if let (true, Some(entgelt), Some(basis)) = (context.is_78b() && context.has_entgelt, entgelt, basis)
        && entgelt < basis
    {
        let message = format!(
            "Die Entgeltvereinbarung ist vom {}, die {}, auf der sie beruht, vom {}.",
            entgelt.deutsch(),
            part.name,
            basis.deutsch()
        );
        checker.report_with(&EARLIER, entgelt_at.key("vom"), message);
    }
}

fn report_missing(checker: &mut Checker, context: &Context<'_>, key: &str, message: &str) {
    let at = Pointer::ROOT.key(key);
    if context.is_78b() {
        checker.report_with(&MISSING, at, message);
    } else if context.is_77() {
        checker.report_with(&DESIRABLE, at, message);
    }
}
