//! Rechtsgrundlage, Rahmenvertrag and Schiedsstelle.

use super::context::Context;
use crate::pointer::Pointer;
use crate::validate::checker::Checker;
use crate::validate::rule::rules;

rules! {
    MISSING: "rechtsgrundlage_missing", GAP,
        "Die Rechtsgrundlage ist nicht angegeben; was nur nach § 77 oder nur nach § 78b SGB VIII zu prüfen ist, wurde nicht geprüft.",
        "Tragen Sie § 77 SGB VIII (sgb_viii_77) oder § 78b SGB VIII (sgb_viii_78b) ein.",
        "§§ 77, 78b SGB VIII";
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

pub(super) fn check(checker: &mut Checker, context: &Context<'_>) {
    let root = Pointer::ROOT;
    let vereinbarung = context.vereinbarung;
    if vereinbarung.rechtsgrundlage.is_none() {
        checker.report(&MISSING, root.key("rechtsgrundlage"));
    }
    if vereinbarung.rahmenvertrag.beigetreten == Some(false) {
        checker.report(&NOT_JOINED, root.key("rahmenvertrag").key("beigetreten"));
    }
    let stichtag = checker.options.stichtag;
    if let (true, Some(aufforderung), Some(stichtag)) =
        (context.is_78b(), vereinbarung.verhandlungsaufforderung_am, stichtag)
    {
        let is_open = vereinbarung.unterzeichnung.datum.is_none_or(|datum| datum > stichtag)
            && vereinbarung.schiedsstelle.antrag_eingang.is_none();
        if is_open && stichtag.days_since(aufforderung) > SIX_WEEKS {
            let message = format!(
                "Seit der Aufforderung zur Verhandlung am {} sind am {} mehr als sechs Wochen vergangen, ohne dass eine Vereinbarung zustande gekommen ist.",
                aufforderung.deutsch(),
                stichtag.deutsch()
            );
            checker.report_with(&SCHIEDSSTELLE, root.key("verhandlungsaufforderung_am"), message);
        }
    }
}
