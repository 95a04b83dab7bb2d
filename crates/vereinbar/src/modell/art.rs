use schemars::JsonSchema;
use serde::Deserialize;

use crate::UnknownCode;

/// The kinds of agreement, once. An entry is `Type, Tag: "code" or "name", "Word";`, as in
/// `codes!` with a short word behind it where there is one: the type in which the data of a
/// kind are held, the type of its field `art`, the code with a short name for the keyboard, and
/// the word for it. It is handed to a macro, here and in `vereinbarung.rs`; what is made
/// there (`of_kind!`, `of_agreement!`) leads everywhere else, so that nothing else lists
/// the kinds.
macro_rules! arten {
    ($made:ident $($first:tt)?) => {
        $made! {
            $($first)?
            /// Vordruck für ambulante Hilfen zur Erziehung, mit Ausfüllhilfe.
            Qualitaetsentwicklungsvereinbarung, QualitaetsentwicklungsvereinbarungArt:
                "qualitaetsentwicklungsvereinbarung" or "qev", "Qualitätsentwicklungsvereinbarung";
            /// Vereinbarung in drei Teilen mit Anlagen, das Entgelt berechnet.
            LeqVereinbarung, LeqVereinbarungArt:
                "leq_vereinbarung" or "leq", "Leistungs-, Qualitätsentwicklungs- und Entgeltvereinbarung",
                kurz "LEQ-Vereinbarung";
        }
    };
}
pub(super) use arten;

macro_rules! codes_of_kinds {
    ($($(#[$($doc:tt)*])* $Type:ident, $Tag:ident: $code:literal or $alias:literal, $word:literal $(, kurz $short:literal)?;)+) => {
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
                $($(#[$($doc)*])* $Type: $code, $word $(, kurz $short)?;)+
            }
        }

        impl Art {
            /// A short name, for who types: `qev`, `leq`. Data never hold it.
            #[must_use]
            pub const fn short(self) -> &'static str {
                match self {
                    $(Self::$Type => $alias),+
                }
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
                $Type: $code, $word $(, kurz $short)?;
            }
        })+
    };
}
arten!(codes_of_kinds);

impl Art {
    /// The kind that is called so: by its code, or by its [short name](Self::short). An
    /// option may name it in both ways; data have the code.
    ///
    /// ```
    /// use vereinbar::Art;
    /// assert_eq!(Art::named("leq"), Ok(Art::LeqVereinbarung));
    /// assert_eq!(Art::named("leq_vereinbarung"), Ok(Art::LeqVereinbarung));
    /// ```
    ///
    /// # Errors
    /// [`UnknownCode`] when there is none.
    pub fn named(name: &str) -> Result<Self, UnknownCode> {
        Self::ALL.iter().copied().find(|art| art.short() == name).map_or_else(|| name.parse(), Ok)
    }

    /// The highest format version of this kind that this release reads, and the
    /// one that it writes.
    #[must_use]
    pub const fn fassung(self) -> u32 {
        super::FASSUNG
    }
}
