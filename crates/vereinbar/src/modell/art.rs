use schemars::JsonSchema;
use serde::Deserialize;

/// The kinds of agreement, once. An entry is `Type, Tag: "code", "Word";`, as in
/// `codes!` with a short word behind it where there is one: the type in which the data of a
/// kind are held, the type of its field `art`, and the code with the word for it. It is handed to a macro, here and in `vereinbarung.rs`; what is made
/// there (`of_kind!`, `of_agreement!`) leads everywhere else, so that nothing else lists
/// the kinds.
macro_rules! arten {
    ($made:ident $($first:tt)?) => {
        $made! {
            $($first)?
            /// Vordruck für ambulante Hilfen zur Erziehung, mit Ausfüllhilfe.
            Qualitaetsentwicklungsvereinbarung, QualitaetsentwicklungsvereinbarungArt:
                "qualitaetsentwicklungsvereinbarung", "Qualitätsentwicklungsvereinbarung";
            /// Vereinbarung in drei Teilen mit Anlagen, das Entgelt berechnet.
            LeqVereinbarung, LeqVereinbarungArt:
                "leq_vereinbarung", "Leistungs-, Qualitätsentwicklungs- und Entgeltvereinbarung",
                kurz "LEQ-Vereinbarung";
        }
    };
}
pub(super) use arten;

macro_rules! codes_of_kinds {
    ($($(#[$($doc:tt)*])* $Type:ident, $Tag:ident: $code:literal, $word:literal $(, kurz $short:literal)?;)+) => {
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
    /// The highest format version of this kind that this release reads, and the
    /// one that it writes.
    #[must_use]
    pub const fn fassung(self) -> u32 {
        super::FASSUNG
    }
}
