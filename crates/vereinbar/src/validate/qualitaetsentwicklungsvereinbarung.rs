//! Form A as a whole: its parts in the form's order.

use super::checker::Checker;
use super::{fortsetzung, massstab, partei, qualitaetsdimension, unterzeichnung, zeitraum, ziel};
use crate::modell::Qualitaetsentwicklungsvereinbarung;
use crate::pointer::Pointer;

pub(super) fn check(checker: &mut Checker, vereinbarung: &Qualitaetsentwicklungsvereinbarung) {
    let root = Pointer::ROOT;
    let period = zeitraum::comparable(vereinbarung.vereinbarungszeitraum);
    partei::check(checker, &vereinbarung.jugendamt, &vereinbarung.traeger);
    zeitraum::check(checker, root.key("vereinbarungszeitraum"), vereinbarung.vereinbarungszeitraum);
    qualitaetsdimension::check(checker, root.key("qualitaetsdimensionen"), &vereinbarung.qualitaetsdimensionen);
    massstab::check(checker, root.key("grundsaetze_und_massstaebe"), &vereinbarung.grundsaetze_und_massstaebe);
    ziel::check(checker, root.key("ziele"), &vereinbarung.ziele, period);
    fortsetzung::check(checker, root.key("fortsetzung"), &vereinbarung.fortsetzung, period);
    unterzeichnung::check(checker, root.key("unterzeichnung"), &vereinbarung.unterzeichnung, period);
}
