//! Enums of codes: the one place where a code, its words and its meaning stand.
//!
//! `strum` does a part of this, but it would ask for the name in data beside serde's and
//! for the word beside the heading of the doc comment, and knows no German error.

use std::fmt;

/// The text is none of the codes that are possible here. Its German message lists them.
///
/// ```
/// use vereinbar::Stage;
/// let error = "fertig".parse::<Stage>().unwrap_err();
/// assert_eq!(error.to_string(), "Diese Stufe gibt es nicht. Möglich sind: entwurf, unterschriftsreif.");
/// assert_eq!(error.choices(), ["entwurf", "unterschriftsreif"]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownCode {
    sentence: &'static str,
    choices: &'static [&'static str],
}

impl UnknownCode {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(sentence: &'static str, choices: &'static [&'static str]) -> Self {
        Self { sentence, choices }
    }

    /// The codes that are possible.
    #[must_use]
    pub const fn choices(self) -> &'static [&'static str] {
        self.choices
    }
}

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} Möglich sind: {}.", self.sentence, self.choices.join(", "))
    }
}

impl std::error::Error for UnknownCode {}

/// Declares an enum of codes. Behind its name stands what [`UnknownCode`] says first;
/// an entry is `Variant: "code", "Word";` or `Variant: "code", "Long word", kurz "Short";`.
///
/// The word is the heading of the variant's documentation, and so its title in the
/// schema; a comment above an entry follows it. The enum gets `ALL`, `as_str`,
/// `bezeichnung`, `kurzbezeichnung`, `Display`, `FromStr` and `Serialize`; `Deserialize`
/// and `JsonSchema` are derived where they are asked for.
#[doc(hidden)]
#[macro_export]
macro_rules! codes {
    (
        $(#[$($attribute:tt)*])*
        $visibility:vis enum $Name:ident, $unknown:literal {
            $(
                $(#[$($of_variant:tt)*])*
                $Variant:ident: $code:literal, $word:literal $(, kurz $short:literal)?;
            )+
        }
    ) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ::serde::Serialize)]
        $(#[$($attribute)*])*
        $visibility enum $Name {
            $(
                #[doc = concat!("# ", $word)]
                #[doc = ""]
                $(#[$($of_variant)*])*
                #[serde(rename = $code)]
                $(#[schemars(extend("x-kurzbezeichnung" = $short))])?
                $Variant,
            )+
        }

        impl $Name {
            /// Every code, in the order in which they are listed.
            $visibility const ALL: &'static [Self] = &[$(Self::$Variant),+];

            /// The code, as it stands in data.
            #[must_use]
            $visibility const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$Variant => $code),+
                }
            }

            /// The word for it that people read.
            #[must_use]
            $visibility const fn bezeichnung(self) -> &'static str {
                match self {
                    $(Self::$Variant => $word),+
                }
            }

            /// The word for it where there is little room; mostly the same.
            #[must_use]
            $visibility const fn kurzbezeichnung(self) -> &'static str {
                match self {
                    $(Self::$Variant => $crate::codes!(@short $word $(, $short)?)),+
                }
            }
        }

        impl ::std::fmt::Display for $Name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl ::std::str::FromStr for $Name {
            type Err = $crate::UnknownCode;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                const UNKNOWN: $crate::UnknownCode = $crate::UnknownCode::new($unknown, &[$($code),+]);
                Self::ALL.iter().copied().find(|code| code.as_str() == text).ok_or(UNKNOWN)
            }
        }
    };
    (@short $word:literal) => { $word };
    (@short $word:literal, $short:literal) => { $short };
}

#[cfg(test)]
mod tests {
    use crate::modell::{Kostenart, OeffentlicheStelle};

    #[test]
    fn codes_lead_back_to_their_entry() {
        for art in Kostenart::ALL {
            assert_eq!(art.as_str().parse(), Ok(*art));
            assert_eq!(serde_json::to_value(art).unwrap(), art.as_str());
            assert_eq!(serde_json::from_value::<Kostenart>(art.as_str().into()).unwrap(), *art);
        }
        let unknown = "Leitung".parse::<Kostenart>().unwrap_err().to_string();
        assert!(unknown.starts_with("Diese Kostenart gibt es nicht. Möglich sind: paedagogik, fachdienst,"));
    }

    #[test]
    fn words_are_long_and_short() {
        assert_eq!(OeffentlicheStelle::Kommission.bezeichnung(), "Kommission nach § 78e Abs. 3 SGB VIII");
        assert_eq!(OeffentlicheStelle::Kommission.kurzbezeichnung(), "Kommission");
        assert_eq!(OeffentlicheStelle::Jugendamt.kurzbezeichnung(), "Jugendamt");
    }
}
