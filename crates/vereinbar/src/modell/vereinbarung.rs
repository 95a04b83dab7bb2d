use super::art::{of_agreement, of_kind};
use super::{Art, Partei, Vereinbarung};

impl Vereinbarung {
    /// An agreement with nothing in it: rendered, it is the blank form.
    ///
    /// ```
    /// use vereinbar::{Art, Vereinbarung};
    /// let vordruck = Vereinbarung::blank(Art::Qualitaetsentwicklungsvereinbarung);
    /// assert_eq!(vordruck.art(), Art::Qualitaetsentwicklungsvereinbarung);
    /// ```
    #[must_use]
    pub fn blank(art: Art) -> Self {
        of_kind!(art, Kind => Kind::default().into())
    }

    /// Whether it is the blank form; a version and a Stand fill in nothing.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let mut blank = Self::blank(self.art());
        let (fassung, stand) = of_agreement!(self, held => (held.fassung, held.stand));
        of_agreement!(&mut blank, held => (held.fassung, held.stand) = (fassung, stand));
        blank == *self
    }

    /// The Träger der freien Jugendhilfe: the party whose name tells agreements apart.
    #[must_use]
    pub const fn traeger(&self) -> &Partei {
        of_agreement!(self, held => &held.traeger)
    }

    /// The canonical JSON: fields in the form's order, missing parts left out,
    /// two blanks of indentation, a line feed at the end.
    ///
    /// Equal agreements give equal text. It is what a PDF carries as
    /// `vereinbarung.json`, and `parse` reads it back to an equal agreement.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Only a map with keys that are no strings could fail, and the model has none.
        let mut json = serde_json::to_string_pretty(self).unwrap_or_default();
        json.push('\n');
        json
    }
}
