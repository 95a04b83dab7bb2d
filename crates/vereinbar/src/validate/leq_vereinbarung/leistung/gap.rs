//! What is missing in Teil I, and in the parts that go with it.

use crate::validate::leq_vereinbarung::context::Context;
use crate::validate::rule::{Saying, rules};

rules! {
    INCOMPLETE: "leistungsvereinbarung_incomplete", GAP,
        "In der Leistungsvereinbarung fehlt ein Inhalt, den das Gesetz nennt.",
        "Ergänzen Sie die Angabe.",
        "§ 78c Abs. 1 SGB VIII";
    TOPIC: "topic_missing", MINOR_GAP,
        "Zu einem Gegenstand der Vereinbarung ist nichts eingetragen.",
        "Ergänzen Sie die Angabe, oder prüfen Sie, ob sie an anderer Stelle steht.",
        "Gliederung der Vereinbarung";
    GAP: "leistungsvereinbarung_gap", MINOR_GAP,
        "In der Leistungsvereinbarung fehlt, was sie üblicherweise enthält.",
        "Ergänzen Sie die Angabe.",
        "Gliederung der Vereinbarung";
}

/// What § 78c Abs. 1 SGB VIII asks for is usual in every Leistungsvereinbarung.
pub(super) fn lacks(context: &Context<'_>, message: &'static str) -> Saying {
    if context.is_78b() { INCOMPLETE.saying(message) } else { GAP.saying(message) }
}
