use serde::Serialize;

use super::art::arten;
use super::{Art, Fassung, Filled, Partei};

macro_rules! kinds {
    ($($(#[$($doc:tt)*])* $Type:ident, $Tag:ident: $code:literal or $alias:literal, $word:literal $(, kurz $short:literal)?;)+) => {
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
            $(
                #[doc = concat!("# ", $word)]
                #[doc = ""]
                $(#[$($doc)*])*
                $Type(Box<super::$Type>),
            )+
        }

        impl Vereinbarung {
            /// The kind of agreement.
            #[must_use]
            pub const fn art(&self) -> Art {
                match self {
                    $(Self::$Type(_) => Art::$Type),+
                }
            }
        }

        $(impl From<super::$Type> for Vereinbarung {
            fn from(vereinbarung: super::$Type) -> Self {
                Self::$Type(Box::new(vereinbarung))
            }
        })+
    };
}
arten!(kinds);

/// It is given a `$`, to write a macro with.
macro_rules! ways_to_kinds {
    ($dollar:tt $($(#[$($doc:tt)*])* $Type:ident, $Tag:ident: $code:literal or $alias:literal, $word:literal $(, kurz $short:literal)?;)+) => {
        /// `of_kind!(art, Type => expression)`: the expression with `Type` as the type that
        /// holds the agreements of this kind.
        macro_rules! of_kind {
            ($dollar art:expr, $dollar name:ident => $dollar expression:expr) => {
                match $dollar art {
                    $($crate::modell::Art::$Type => {
                        type $dollar name = $crate::modell::$Type;
                        $dollar expression
                    })+
                }
            };
        }

        /// `of_agreement!(vereinbarung, name => expression)`: the expression with what the
        /// agreement holds under that name.
        macro_rules! of_agreement {
            ($dollar vereinbarung:expr, $dollar name:ident => $dollar expression:expr) => {
                match $dollar vereinbarung {
                    $($crate::modell::Vereinbarung::$Type($dollar name) => $dollar expression,)+
                }
            };
        }
    };
}
arten!(ways_to_kinds $);
pub(crate) use {of_agreement, of_kind};

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

    /// The format version of its data.
    #[must_use]
    pub const fn fassung(&self) -> Fassung {
        of_agreement!(self, held => held.fassung)
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
        #[cfg(test)]
        crate::effort::count(|effort| effort.written += 1);
        crate::to_json::document(self)
    }
}

/// The blank form is not filled: its kind, its version and a Stand say nothing yet.
impl Filled for Vereinbarung {
    fn is_filled(&self) -> bool {
        of_agreement!(self, held => held.is_filled())
    }
}
