use serde_json::Value;

/// Whether something is entered. An empty or blank text counts as missing, and so does
/// a part or a list that holds nothing else; `0` and `false` are entries.
///
/// ```
/// use vereinbar::modell::{Filled, Massnahme};
/// assert!(!Some("  ".to_owned()).is_filled());
/// assert!(!vec![Massnahme { wer: Some(String::new()), ..Massnahme::default() }].is_filled());
/// assert!(Massnahme { bis: Some("fortlaufend".into()), ..Massnahme::default() }.is_filled());
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

/// Of data that no type describes yet.
impl Filled for Value {
    fn is_filled(&self) -> bool {
        match self {
            Self::Null => false,
            Self::Bool(_) | Self::Number(_) => true,
            Self::String(text) => text.is_filled(),
            Self::Array(entries) => entries.is_filled(),
            Self::Object(fields) => fields.values().any(Self::is_filled),
        }
    }
}

/// Says of types that where they are, something is entered.
macro_rules! entries {
    ($($Entry:ty),+) => {
        $(impl $crate::modell::Filled for $Entry {
            fn is_filled(&self) -> bool {
                true
            }
        })+
    };
}

entries!(bool, u32);

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::modell::{
        Art, Beidseitig, Betrag, Datum, Filled as _, Massnahme, Qualitaetsentwicklungsvereinbarung, Tagessatz,
        Vereinbarung, Ziel,
    };

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
        assert!(Tagessatz { betrag: Some(Betrag::from(0)), ..Tagessatz::default() }.is_filled());
        assert!(Tagessatz { plaetze: Some(0), ..Tagessatz::default() }.is_filled());
    }

    #[test]
    fn data_without_a_type_are_looked_at_the_same_way() {
        for nothing in [json!(null), json!(" \n"), json!([]), json!({}), json!({"a": [{"b": ""}, null]})] {
            assert!(!nothing.is_filled(), "{nothing}");
        }
        for entry in [json!(0), json!(false), json!(["", "x"]), json!({"a": [{}, {"b": "x"}]})] {
            assert!(entry.is_filled(), "{entry}");
        }
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
