use serde::Serialize;

use super::{Art, Fassung, Filled, LeqVereinbarung, Partei, Qualitaetsentwicklungsvereinbarung};

/// An agreement of one of the kinds that this crate knows, told apart by the
/// field `art`.
///
/// It is read with [`parse`](crate::parse()), which reads `art` first and then
/// the concrete type: an internally tagged serde enum would lose line, column
/// and path of an error.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum Vereinbarung {
    /// Form A: the Qualitätsentwicklungsvereinbarung.
    Qualitaetsentwicklungsvereinbarung(Box<Qualitaetsentwicklungsvereinbarung>),
    /// The Leistungs-, Qualitätsentwicklungs- und Entgeltvereinbarung: LEQ-Vereinbarung for short.
    LeqVereinbarung(Box<LeqVereinbarung>),
}

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
        match art {
            Art::Qualitaetsentwicklungsvereinbarung => Qualitaetsentwicklungsvereinbarung::default().into(),
            Art::LeqVereinbarung => LeqVereinbarung::default().into(),
        }
    }

    /// The kind of agreement.
    #[must_use]
    pub const fn art(&self) -> Art {
        match self {
            Self::Qualitaetsentwicklungsvereinbarung(_) => Art::Qualitaetsentwicklungsvereinbarung,
            Self::LeqVereinbarung(_) => Art::LeqVereinbarung,
        }
    }

    /// The format version of its data.
    #[must_use]
    pub const fn fassung(&self) -> Fassung {
        match self {
            Self::Qualitaetsentwicklungsvereinbarung(vereinbarung) => vereinbarung.fassung,
            Self::LeqVereinbarung(vereinbarung) => vereinbarung.fassung,
        }
    }

    /// The Träger der freien Jugendhilfe: the party whose name tells agreements apart.
    #[must_use]
    pub const fn traeger(&self) -> &Partei {
        match self {
            Self::Qualitaetsentwicklungsvereinbarung(vereinbarung) => &vereinbarung.traeger,
            Self::LeqVereinbarung(vereinbarung) => &vereinbarung.traeger,
        }
    }

    /// The canonical JSON: fields in the form's order, missing parts left out,
    /// two blanks of indentation, a line feed at the end.
    ///
    /// Equal agreements give equal text. It is what a PDF carries as
    /// `vereinbarung.json`, and `parse` reads it back to an equal agreement.
    #[must_use]
    pub fn to_json(&self) -> String {
        #[cfg(test)]
        crate::effort::count(|effort| effort.written += 1);
        // Only a map with keys that are no strings could fail, and the model has none.
        let mut json = serde_json::to_string_pretty(self).unwrap_or_default();
        json.push('\n');
        json
    }
}

/// The blank form is not filled: its kind, its version and a Stand say nothing yet.
impl Filled for Vereinbarung {
    fn is_filled(&self) -> bool {
        match self {
            Self::Qualitaetsentwicklungsvereinbarung(vereinbarung) => vereinbarung.is_filled(),
            Self::LeqVereinbarung(vereinbarung) => vereinbarung.is_filled(),
        }
    }
}

impl From<Qualitaetsentwicklungsvereinbarung> for Vereinbarung {
    fn from(vereinbarung: Qualitaetsentwicklungsvereinbarung) -> Self {
        Self::Qualitaetsentwicklungsvereinbarung(Box::new(vereinbarung))
    }
}

impl From<LeqVereinbarung> for Vereinbarung {
    fn from(vereinbarung: LeqVereinbarung) -> Self {
        Self::LeqVereinbarung(Box::new(vereinbarung))
    }
}
