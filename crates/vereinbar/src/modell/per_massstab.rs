use super::vereinbarung::{of_agreement, of_kind};
use super::{Art, Massstab, Qualitaetsdimension, Vereinbarung, Ziel};

/// What an agreement is about that is one Vordruck.
pub(crate) struct Thema<'a> {
    dimensionen: &'a mut Vec<Qualitaetsdimension>,
    massstaebe: &'a mut Vec<Massstab>,
}

impl<'a> Thema<'a> {
    pub(super) const fn new(dimensionen: &'a mut Vec<Qualitaetsdimension>, massstaebe: &'a mut Vec<Massstab>) -> Self {
        Self { dimensionen, massstaebe }
    }
}

/// What a kind of agreement says of its Vordrucke.
pub(crate) trait Vordrucke {
    /// What the agreement is about, where each of its kind is one Vordruck, made for some
    /// of the dimensions and Maßstäbe; `None` where it may hold several, or none.
    fn thema(&mut self) -> Option<Thema<'_>>;

    /// Puts these Ziele into its one Vordruck, or into its first.
    fn set_ziele(&mut self, ziele: Vec<Ziel>);
}

impl Art {
    /// Whether each agreement of this kind is one Vordruck, which
    /// [`per_massstab`](Vereinbarung::per_massstab) makes several of.
    ///
    /// ```
    /// use vereinbar::Art;
    /// assert!(Art::Qualitaetsentwicklungsvereinbarung.is_one_vordruck());
    /// assert!(!Art::LeqVereinbarung.is_one_vordruck());
    /// ```
    #[must_use]
    pub fn is_one_vordruck(self) -> bool {
        of_kind!(self, Kind => Kind::default().thema().is_some())
    }
}

impl Vereinbarung {
    /// The Vordrucke that the agreement makes, each for one dimension and one Maßstab, and
    /// with words that tell it apart: „Pro Qualitätsdimension und -maßstab ist deshalb ein
    /// Vordruck auszufüllen“ (Ausfüllhilfe). One has nothing to be told apart by.
    ///
    /// ```
    /// let vereinbarung = vereinbar::parse(r#"{
    ///     "art": "qualitaetsentwicklungsvereinbarung",
    ///     "qualitaetsdimensionen": ["strukturqualitaet", "prozessqualitaet"]
    /// }"#)?;
    /// let words: Vec<_> = vereinbarung.per_massstab().into_iter().map(|(_, words)| words).collect();
    /// assert_eq!(words, [Some("strukturqualitaet".into()), Some("prozessqualitaet".into())]);
    /// # Ok::<(), vereinbar::ParseError>(())
    /// ```
    #[must_use]
    pub fn per_massstab(mut self) -> Vec<(Self, Option<String>)> {
        let Some(thema) = self.thema() else { return vec![(self, None)] };
        let (dimensionen, massstaebe) = (each(thema.dimensionen), each(thema.massstaebe));
        if dimensionen.len() * massstaebe.len() == 1 {
            return vec![(self, None)];
        }
        let mut forms = Vec::new();
        for dimension in &dimensionen {
            for massstab in &massstaebe {
                let mut form = self.clone();
                if let Some(thema) = form.thema() {
                    thema.dimensionen.clone_from(dimension);
                    thema.massstaebe.clone_from(massstab);
                }
                let words = [
                    dimension.first().filter(|_| dimensionen.len() > 1).map(ToString::to_string),
                    massstab.first().filter(|_| massstaebe.len() > 1).map(massstab_word),
                ];
                forms.push((form, Some(words.into_iter().flatten().collect::<Vec<_>>().join("-"))));
            }
        }
        forms
    }

    fn thema(&mut self) -> Option<Thema<'_>> {
        of_agreement!(self, held => held.thema())
    }
}

/// Each entry as a list of its own; no entry is one list, too.
fn each<T: Clone>(entries: &[T]) -> Vec<Vec<T>> {
    if entries.is_empty() { vec![Vec::new()] } else { entries.iter().map(|entry| vec![entry.clone()]).collect() }
}

fn massstab_word(massstab: &Massstab) -> String {
    let code = || massstab.code.map_or_else(String::new, |code| code.as_str().to_owned());
    massstab.bezeichnung.clone().unwrap_or_else(code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse;

    fn words(json: &str) -> Vec<Option<String>> {
        parse(json).unwrap().per_massstab().into_iter().map(|(_, word)| word).collect()
    }

    #[test]
    fn makes_one_form_for_each_dimension_and_massstab() {
        let head = r#"{"art": "qualitaetsentwicklungsvereinbarung""#;
        assert_eq!(words(&format!("{head}}}")), [None]);
        assert_eq!(words(&format!(r#"{head}, "qualitaetsdimensionen": ["prozessqualitaet"]}}"#)), [None]);
        let both = r#""qualitaetsdimensionen": ["prozessqualitaet", "strukturqualitaet"], "grundsaetze_und_massstaebe": [{"code": "partizipation"}, {"bezeichnung": "Eigener"}]"#;
        let expected = [
            "prozessqualitaet-partizipation",
            "prozessqualitaet-Eigener",
            "strukturqualitaet-partizipation",
            "strukturqualitaet-Eigener",
        ];
        assert_eq!(words(&format!("{head}, {both}}}")), expected.map(|word| Some(word.to_owned())));
        let one = r#""qualitaetsdimensionen": ["prozessqualitaet", "strukturqualitaet"], "grundsaetze_und_massstaebe": [{"code": "partizipation"}]"#;
        assert_eq!(words(&format!("{head}, {one}}}")).len(), 2);
        assert_eq!(words(&format!("{head}, {one}}}"))[0].as_deref(), Some("prozessqualitaet"));
    }

    #[test]
    fn what_has_several_forms_or_one_stays_whole() {
        for art in Art::ALL {
            assert_eq!(Vereinbarung::blank(*art).per_massstab(), [(Vereinbarung::blank(*art), None)]);
        }
        let massstaebe = r#"[{"code": "partizipation"}, {"code": "kinderrechte"}]"#;
        let leq = format!(
            r#"{{"art": "leq_vereinbarung", "qualitaetsentwicklungsvereinbarung": {{"vordrucke": [{{"grundsaetze_und_massstaebe": {massstaebe}}}]}}}}"#
        );
        assert_eq!(words(&leq), [None]);
    }
}
