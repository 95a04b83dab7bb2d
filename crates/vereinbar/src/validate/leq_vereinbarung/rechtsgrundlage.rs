//! Rechtsgrundlage, Rahmenvertrag and Schiedsstelle.

use super::context::Context;
use crate::modell::{Filled as _, Rahmenvertrag};
use crate::validate::checking::at::{At, field};
use crate::validate::checking::rule::rules;

rules! {
    MISSING: "rechtsgrundlage_missing", GAP,
        "Die Rechtsgrundlage ist nicht angegeben; was nur nach § 77 oder nur nach § 78b SGB VIII zu prüfen ist, wurde nicht geprüft.",
        "Tragen Sie § 77 SGB VIII (sgb_viii_77), § 78b SGB VIII (sgb_viii_78b) oder beide ein.",
        "§§ 77, 78b SGB VIII";
    VORGAENGER: "vorgaenger_not_earlier", DOUBT,
        "Die Vereinbarung, an deren Stelle diese tritt, ist nicht älter als diese.",
        "Prüfen Sie den Tag der früheren Vereinbarung.",
        "Plausibilität";
    RAHMENVERTRAG_MISSING: "rahmenvertrag_name_missing", REMINDER,
        "Zum Rahmenvertrag ist etwas eingetragen, aber nicht sein Name.",
        "Tragen Sie den Namen ein, oder entfernen Sie die Angaben.",
        "Plausibilität";
    RAHMENVERTRAG_CONTRADICTS: "rahmenvertrag_contradicts", DOUBT,
        "Es soll kein Rahmenvertrag gelten, und doch ist etwas zu einem Rahmenvertrag eingetragen.",
        "Entfernen Sie die Angaben zum Rahmenvertrag, oder tragen Sie bei „Gilt“ ja ein.",
        "Plausibilität";
    NACHTRAG: "nachtrag_without_vorgaenger", REMINDER,
        "Die Vereinbarung ist ein Nachtrag, nennt aber nicht, wann die Vereinbarung geschlossen ist, die sie ändert.",
        "Tragen Sie den Tag der früheren Vereinbarung ein.",
        "Plausibilität";
    HAUPTBELEGER: "hauptbeleger_incomplete", REMINDER,
        "Ein anderer örtlicher Träger belegt die Einrichtung überwiegend; es fehlt, wer das ist oder wann er gehört wurde.",
        "Hören Sie ihn, und tragen Sie Namen und Tag ein.",
        "§ 78e Abs. 2 SGB VIII";
    NOT_JOINED: "rahmenvertrag_not_joined", DOUBT,
        "Die Vereinbarung nennt einen Rahmenvertrag, dem der Träger nicht beigetreten ist.",
        "Prüfen Sie, ob der Träger ausdrücklich oder stillschweigend beigetreten ist; sonst gilt der Rahmenvertrag für ihn nicht.",
        "§ 78f SGB VIII; VG München: ein Rahmenvertrag bindet nur, wer ihm beigetreten ist";
    SCHIEDSSTELLE: "schiedsstelle_possible", ADVICE,
        "Seit der Aufforderung zur Verhandlung sind mehr als sechs Wochen vergangen, ohne dass eine Vereinbarung zustande gekommen ist.",
        "Jede Partei kann einen Antrag an die Schiedsstelle stellen.",
        "§ 78g Abs. 2 SGB VIII";
}

/// The six weeks after which the Schiedsstelle decides on an Antrag.
const SIX_WEEKS: i64 = 42;

pub(super) fn check(context: &Context<'_>) {
    let vereinbarung = context.vereinbarung;
    field!(vereinbarung.rechtsgrundlagen).require(&MISSING);
    if let (Some(vom), Some(abschluss)) = (vereinbarung.vorgaenger.vom, context.abschluss())
        && vom >= abschluss
    {
        field!(vereinbarung.vorgaenger.vom).report(&VORGAENGER);
    }
    if vereinbarung.vorgaenger.ist_nachtrag == Some(true) {
        field!(vereinbarung.vorgaenger.vom).require(&NACHTRAG);
    }
    check_rahmenvertrag(field!(vereinbarung.rahmenvertrag));
    if context.is_78b() && vereinbarung.hauptbeleger.is_filled() {
        field!(vereinbarung.hauptbeleger.name).require(&HAUPTBELEGER);
        field!(vereinbarung.hauptbeleger.gehoert_am).require(&HAUPTBELEGER);
    }
    if let (true, Some(aufforderung), Some(stichtag)) =
        (context.is_78b(), vereinbarung.verhandlungsaufforderung_am, context.stichtag())
    {
        let is_open = vereinbarung.unterzeichnung.abschluss().is_none_or(|datum| datum > stichtag)
            && vereinbarung.schiedsstelle.antrag_eingang.is_none();
        if is_open && stichtag.days_since(aufforderung) > SIX_WEEKS {
            field!(vereinbarung.verhandlungsaufforderung_am).report(SCHIEDSSTELLE.saying(format!(
                "Seit der Aufforderung zur Verhandlung am {} sind am {} mehr als sechs Wochen vergangen, ohne dass eine Vereinbarung zustande gekommen ist.",
                aufforderung.deutsch(),
                stichtag.deutsch()
            )));
        }
    }
}

fn check_rahmenvertrag(vertrag: At<'_, Rahmenvertrag>) {
    if vertrag.gilt == Some(false) {
        let Rahmenvertrag { gilt: _, bezeichnung, stand, beigetreten } = vertrag.value();
        if bezeichnung.is_filled() || stand.is_some() || beigetreten.is_some() {
            field!(vertrag.gilt).report(&RAHMENVERTRAG_CONTRADICTS);
        }
        return;
    }
    if vertrag.is_filled() {
        field!(vertrag.bezeichnung).require(&RAHMENVERTRAG_MISSING);
    }
    if vertrag.beigetreten == Some(false) {
        field!(vertrag.beigetreten).report(&NOT_JOINED);
    }
}
