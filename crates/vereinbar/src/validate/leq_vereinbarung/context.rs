//! What the rules of all parts depend on.

use rust_decimal::Decimal;

use crate::entgelt::Berechnung;
use crate::modell::{Betrag, Datum, Filled as _, LeqVereinbarung, Rechtsgrundlage, Unterzeichnung};
use crate::validate::checking::at::At;

pub(super) struct Context<'a> {
    pub(super) vereinbarung: At<'a, LeqVereinbarung>,
    pub(super) berechnung: &'a Berechnung,
    pub(super) has_leistung: bool,
    pub(super) has_qualitaet: bool,
    pub(super) has_entgelt: bool,
}

impl<'a> Context<'a> {
    pub(super) fn new(vereinbarung: At<'a, LeqVereinbarung>, berechnung: &'a Berechnung) -> Self {
        Self {
            vereinbarung,
            berechnung,
            has_leistung: vereinbarung.leistungsvereinbarung.is_filled(),
            has_qualitaet: vereinbarung.qualitaetsentwicklungsvereinbarung.is_filled(),
            has_entgelt: vereinbarung.entgeltvereinbarung.is_filled(),
        }
    }

    /// Whether §§ 78a to 78g SGB VIII apply, be it beside § 77.
    pub(super) fn is_78b(&self) -> bool {
        self.vereinbarung.beruht_auf(Rechtsgrundlage::SgbViii78b)
    }

    /// Whether § 77 SGB VIII applies, be it beside § 78b.
    pub(super) fn is_77(&self) -> bool {
        self.vereinbarung.beruht_auf(Rechtsgrundlage::SgbViii77)
    }

    /// Whether § 78b applies and § 77 does not.
    pub(super) fn is_78b_alone(&self) -> bool {
        self.is_78b() && !self.is_77()
    }

    /// Whether § 77 applies and § 78b does not: what §§ 78a to 78g ask for is not asked.
    pub(super) fn is_77_alone(&self) -> bool {
        self.is_77() && !self.is_78b()
    }

    /// The day that stands for today.
    pub(super) const fn stichtag(&self) -> Option<Datum> {
        self.vereinbarung.options().stichtag
    }

    /// The day of conclusion: that of the last signature, and while one is open the
    /// earliest it can be.
    pub(super) fn abschluss(&self) -> Option<Datum> {
        let unterzeichnung = self.unterzeichnung();
        unterzeichnung.abschluss().or_else(|| unterzeichnung.letzter_tag().max(self.stichtag()))
    }

    fn unterzeichnung(&self) -> &Unterzeichnung {
        &self.vereinbarung.value().unterzeichnung
    }

    /// The day of conclusion as messages name it.
    pub(super) fn abschluss_deutsch(&self, abschluss: Datum) -> String {
        let word = if self.unterzeichnung().abschluss().is_some() { "erst" } else { "frühestens" };
        format!("{word} am {}", abschluss.deutsch())
    }

    /// Whether the Schiedsstelle may set the day: from the receipt of the Antrag on.
    pub(super) fn is_covered_by_antrag(&self, datum: Datum) -> bool {
        self.vereinbarung.schiedsstelle.antrag_eingang.is_some_and(|eingang| eingang <= datum)
    }
}

/// An amount as messages name it: `1.158,34 €`.
pub(super) fn euro(betrag: Betrag) -> String {
    format!("{} €", betrag.deutsch())
}

/// Whether `part` is more than so many percent of `whole`. Beyond the range of
/// decimals nothing is.
pub(super) fn is_above(part: Decimal, prozent: Decimal, whole: Decimal) -> bool {
    let part = part.checked_mul(Decimal::ONE_HUNDRED);
    part.zip(whole.checked_mul(prozent)).is_some_and(|(part, limit)| part > limit)
}
