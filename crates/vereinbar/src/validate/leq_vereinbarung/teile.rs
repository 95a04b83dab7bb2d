//! The three parts: that they are there, and that the Entgelt rests on the other two.

use super::context::Context;
use crate::modell::Datum;
use crate::validate::checking::at::{At, field};
use crate::validate::checking::rule::rules;

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
struct Basis<'a> {
    teil: At<'a, ()>,
    name: &'static str,
    is_here: bool,
    vom: Option<Datum>,
    bezug: At<'a, Option<Datum>>,
}

pub(super) fn check(context: &Context<'_>) {
    let vereinbarung = context.vereinbarung;
    let bezug = field!(vereinbarung.entgeltvereinbarung.bezug);
    let leistung = field!(vereinbarung.leistungsvereinbarung);
    let qualitaet = field!(vereinbarung.qualitaetsentwicklungsvereinbarung);
    for part in [
        Basis {
            teil: leistung.place(),
            name: "Leistungsvereinbarung",
            is_here: context.has_leistung,
            vom: leistung.vom,
            bezug: field!(bezug.leistungsvereinbarung_vom),
        },
        Basis {
            teil: qualitaet.place(),
            name: "Qualitätsentwicklungsvereinbarung",
            is_here: context.has_qualitaet,
            vom: qualitaet.vom,
            bezug: field!(bezug.qualitaetsentwicklungsvereinbarung_vom),
        },
    ] {
        check_basis(context, &part);
    }
    if !context.has_entgelt {
        let message = "Die Entgeltvereinbarung fehlt.".to_owned();
        report_missing(context, field!(vereinbarung.entgeltvereinbarung).place(), message);
    }
}

fn check_basis(context: &Context<'_>, part: &Basis<'_>) {
    let vereinbarung = context.vereinbarung;
    if !part.is_here && part.bezug.is_none() {
        if context.is_78b() && context.has_entgelt {
            part.teil.report(WITHOUT_BASIS.saying(format!(
                "Die {}, auf der das Entgelt beruht, ist weder Teil dieses Dokuments noch mit ihrem Tag genannt.",
                part.name
            )));
        } else {
            report_missing(context, part.teil, format!("Die {} fehlt.", part.name));
        }
    }
    let entgelt = vereinbarung.entgeltvereinbarung.vom.or(vereinbarung.unterzeichnung.abschluss());
    let basis = if part.is_here { part.vom } else { *part.bezug };
    if let (true, Some(entgelt), Some(basis)) = (context.is_78b() && context.has_entgelt, entgelt, basis)
        && entgelt < basis
    {
        field!(vereinbarung.entgeltvereinbarung.vom).report(EARLIER.saying(format!(
            "Die Entgeltvereinbarung ist vom {}, die {}, auf der sie beruht, vom {}.",
            entgelt.deutsch(),
            part.name,
            basis.deutsch()
        )));
    }
}

fn report_missing(context: &Context<'_>, teil: At<'_, ()>, message: String) {
    if context.is_78b() {
        teil.report(MISSING.saying(message));
    } else if context.is_77() {
        teil.report(DESIRABLE.saying(message));
    }
}
