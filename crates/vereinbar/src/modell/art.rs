use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{LeqVereinbarung, Qualitaetsentwicklungsvereinbarung};

/// Declares the kinds of agreement. `Type, Tag: "code", "Word";` gives the entry of
/// [`Art`], that of [`Vereinbarung`], and the type of the field `art`, which has this
/// one value. `of_kind!` leads from an [`Art`] to its type, `of_agreement!` from a
/// [`Vereinbarung`] to what it holds: nothing else in the crate lists the kinds.
macro_rules! arten {
    ($dollar:tt $($(#[$($doc:tt)*])* $Type:ident, $Tag:ident: $code:literal, $word:literal;)+) => {
        codes! {
            /// # Art der Vereinbarung
            ///
            /// Welches Formular die Daten füllen.
            ///
            /// The kinds of document this crate knows: the value of the field `art`, the
            /// argument of the command, and the name of the template's folder.
            #[derive(Deserialize, JsonSchema)]
            #[non_exhaustive]
            pub enum Art, "Diese Art von Vereinbarung ist nicht bekannt." {
                $($(#[$($doc)*])* $Type: $code, $word;)+
            }
        }

        $(codes! {
            /// # Art der Vereinbarung
            ///
            #[doc = concat!("Kennzeichen des Dokuments: „", $code, "“.")]
            ///
            /// The tag by which a reader tells the kinds apart. It has one value here, so
            /// that an agreement cannot be written with the tag of another kind.
            #[derive(Default, Deserialize, JsonSchema)]
            #[schemars(inline)]
            pub enum $Tag, "Das ist eine andere Art von Vereinbarung." {
                #[default]
                $Type: $code, $word;
            }
        })+

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
                $Type(Box<$Type>),
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

        $(impl From<$Type> for Vereinbarung {
            fn from(vereinbarung: $Type) -> Self {
                Self::$Type(Box::new(vereinbarung))
            }
        })+

        /// `of_kind!(art, Type => expression)`: the expression with `Type` as the type of
        /// the agreements of this kind.
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
        pub(crate) use of_kind;

        /// `of_agreement!(vereinbarung, name => expression)`: the expression with what the
        /// agreement holds under the name.
        macro_rules! of_agreement {
            ($dollar vereinbarung:expr, $dollar name:ident => $dollar expression:expr) => {
                match $dollar vereinbarung {
                    $($crate::modell::Vereinbarung::$Type($dollar name) => $dollar expression,)+
                }
            };
        }
        pub(crate) use of_agreement;
    };
}

arten! { $
    /// Vordruck für ambulante Hilfen zur Erziehung, mit Ausfüllhilfe.
    Qualitaetsentwicklungsvereinbarung, QualitaetsentwicklungsvereinbarungArt:
        "qualitaetsentwicklungsvereinbarung", "Qualitätsentwicklungsvereinbarung";
    /// Vereinbarung in drei Teilen mit Anlagen, das Entgelt berechnet.
    LeqVereinbarung, LeqVereinbarungArt:
        "leq_vereinbarung", "Leistungs-, Qualitätsentwicklungs- und Entgeltvereinbarung";
}

impl Art {
    /// The highest format version of this kind that this release reads, and the
    /// one that it writes.
    #[must_use]
    pub const fn fassung(self) -> u32 {
        super::FASSUNG
    }
}
