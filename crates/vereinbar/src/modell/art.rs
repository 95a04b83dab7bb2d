use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// # Art der Vereinbarung
///
/// Welches Formular die Daten füllen.
///
/// The kinds of document this crate knows: the value of the field `art`, the
/// argument of the command, and the name of the template's folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Art {
    /// # Qualitätsentwicklungsvereinbarung
    ///
    /// Vordruck für ambulante Hilfen zur Erziehung, mit Ausfüllhilfe.
    Qualitaetsentwicklungsvereinbarung,
    /// # Leistungs-, Qualitätsentwicklungs- und Entgeltvereinbarung
    ///
    /// Vereinbarung in drei Teilen mit Anlagen, das Entgelt berechnet.
    LeqVereinbarung,
}

impl Art {
    /// Every kind, in the order in which they are listed to users.
    pub const ALL: &'static [Self] = &[Self::Qualitaetsentwicklungsvereinbarung, Self::LeqVereinbarung];

    /// The value of the field `art`.
    ///
    /// ```
    /// use vereinbar::Art;
    /// assert_eq!(Art::Qualitaetsentwicklungsvereinbarung.as_str(), "qualitaetsentwicklungsvereinbarung");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Qualitaetsentwicklungsvereinbarung => "qualitaetsentwicklungsvereinbarung",
            Self::LeqVereinbarung => "leq_vereinbarung",
        }
    }

    /// The document's name as people write it.
    #[must_use]
    pub const fn bezeichnung(self) -> &'static str {
        match self {
            Self::Qualitaetsentwicklungsvereinbarung => "Qualitätsentwicklungsvereinbarung",
            Self::LeqVereinbarung => "Leistungs-, Qualitätsentwicklungs- und Entgeltvereinbarung",
        }
    }

    /// The highest format version of this kind that this release reads, and the
    /// one that it writes.
    #[must_use]
    pub const fn fassung(self) -> u32 {
        match self {
            Self::Qualitaetsentwicklungsvereinbarung | Self::LeqVereinbarung => super::FASSUNG,
        }
    }
}

impl fmt::Display for Art {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The text names no kind of agreement that this release knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "Diese Art von Vereinbarung ist nicht bekannt. Bekannt sind: qualitaetsentwicklungsvereinbarung, leq_vereinbarung."
)]
pub struct UnknownArt;

impl FromStr for Art {
    type Err = UnknownArt;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.iter().copied().find(|art| art.as_str() == text).ok_or(UnknownArt)
    }
}

/// # Art der Vereinbarung
///
/// Kennzeichen des Dokuments: „qualitaetsentwicklungsvereinbarung“.
///
/// The tag by which a reader tells the kinds apart. It has one value here, so
/// that a [`Qualitaetsentwicklungsvereinbarung`](super::Qualitaetsentwicklungsvereinbarung)
/// cannot be written with another one's tag.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum QualitaetsentwicklungsvereinbarungArt {
    /// # Qualitätsentwicklungsvereinbarung
    #[default]
    Qualitaetsentwicklungsvereinbarung,
}

/// # Art der Vereinbarung
///
/// Kennzeichen des Dokuments: „leq_vereinbarung“.
///
/// The tag of a [`LeqVereinbarung`](super::LeqVereinbarung), as
/// [`QualitaetsentwicklungsvereinbarungArt`] is that of the other kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum LeqVereinbarungArt {
    /// # Leistungs-, Qualitätsentwicklungs- und Entgeltvereinbarung
    #[default]
    LeqVereinbarung,
}
