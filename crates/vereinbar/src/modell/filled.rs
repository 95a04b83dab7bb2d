use super::{
    Ags, Angebotsform, Beidseitig, Bestandteilart, Datum, Dezimal, Hilfeart, Kostenart, Massnahmenstand, Massstabscode,
    OeffentlicheStelle, Personalbereich, Prozessphase, Qualitaetsdimension, Rahmenbedingungsart, Rechtsgrundlage,
    Rundungsmodus, Rundungszeitpunkt, Vereinbarung, Zielerreichung,
};

/// Whether something is entered. An empty or blank text counts as missing, and so does
/// a part or a list that holds nothing else; `0` and `false` are entries.
///
/// ```
/// use vereinbar::modell::{Datum, Filled, Massnahme};
/// assert!(!Some("  ".to_owned()).is_filled());
/// assert!(!vec![Massnahme { wer: Some(String::new()), ..Massnahme::default() }].is_filled());
/// assert!(Massnahme { bis: Datum::from_ymd(2027, 6, 30), ..Massnahme::default() }.is_filled());
/// ```
pub trait Filled {
    /// Whether anything is entered.
    fn is_filled(&self) -> bool;
}

impl Filled for String {
    fn is_filled(&self) -> bool {
        !self.trim().is_empty()
    }
}

impl<T: Filled> Filled for Option<T> {
    fn is_filled(&self) -> bool {
        self.as_ref().is_some_and(T::is_filled)
    }
}

impl<T: Filled> Filled for Vec<T> {
    fn is_filled(&self) -> bool {
        self.iter().any(T::is_filled)
    }
}

impl<T: Filled> Filled for Beidseitig<T> {
    fn is_filled(&self) -> bool {
        let Self { oeffentlicher_traeger, freier_traeger } = self;
        oeffentlicher_traeger.is_filled() || freier_traeger.is_filled()
    }
}

/// The blank form is not filled: its kind, its version and a Stand say nothing yet.
impl Filled for Vereinbarung {
    fn is_filled(&self) -> bool {
        match self {
            Self::Qualitaetsentwicklungsvereinbarung(vereinbarung) => vereinbarung.is_filled(),
            Self::Leq(vereinbarung) => vereinbarung.is_filled(),
        }
    }
}

impl<const STELLEN: u32> Filled for Dezimal<STELLEN> {
    fn is_filled(&self) -> bool {
        true
    }
}

/// What is always an entry where it is there.
macro_rules! entries {
    ($($Entry:ty),+ $(,)?) => {
        $(impl Filled for $Entry {
            fn is_filled(&self) -> bool {
                true
            }
        })+
    };
}

entries! {
    bool, u32, Ags, Datum,
    Angebotsform, Bestandteilart, Hilfeart, Kostenart, Massnahmenstand, Massstabscode, OeffentlicheStelle,
    Personalbereich, Prozessphase, Qualitaetsdimension, Rahmenbedingungsart, Rechtsgrundlage, Rundungsmodus,
    Rundungszeitpunkt, Zielerreichung,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::modell::{Art, Massnahme, Qualitaetsentwicklungsvereinbarung, Tagessatz, Ziel};

    #[test]
    fn blank_texts_are_missing_however_deep_they_lie() {
        let blank = Some(" \n".to_owned());
        let massnahme = Massnahme { was: blank.clone(), ..Massnahme::default() };
        let massnahmen =
            Beidseitig { oeffentlicher_traeger: vec![massnahme], freier_traeger: vec![Massnahme::default()] };
        let ziel = Ziel { ziel: blank, massnahmen, ..Ziel::default() };
        assert!(!ziel.is_filled());
        let mut vereinbarung = Qualitaetsentwicklungsvereinbarung { ziele: vec![ziel], ..Default::default() };
        assert!(!vereinbarung.is_filled());
        vereinbarung.ziele[0].massnahmen.freier_traeger[0].wer = Some("Team".to_owned());
        assert!(vereinbarung.is_filled());
    }

    #[test]
    fn zero_is_an_entry() {
        assert!(Tagessatz { betrag: Some(Dezimal::from(0)), ..Tagessatz::default() }.is_filled());
        assert!(Tagessatz { plaetze: Some(0), ..Tagessatz::default() }.is_filled());
    }

    #[test]
    fn blank_forms_are_not_filled() {
        for art in Art::ALL {
            assert!(!Vereinbarung::blank(*art).is_filled(), "{art}");
        }
        let stand = Qualitaetsentwicklungsvereinbarung { stand: Datum::from_ymd(2027, 1, 1), ..Default::default() };
        assert!(!stand.is_filled());
    }
}
