//! Rows of an evaluation: what was agreed on something, each in words of its own.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{BearbeiteterMassstab, Ergebnisse, Zaehlung};
use crate::modell::{Hilfeartcode, Qualitaetsdimension};

/// What is counted for a row.
#[derive(Default)]
pub(crate) struct RowCounts {
    pub(crate) vereinbarungen: Zaehlung,
    pub(crate) ziele: Zaehlung,
    pub(crate) massnahmen: Zaehlung,
    pub(crate) ergebnisse: Ergebnisse,
}

/// Declares a row: what it is about, and the words for what is counted. What a row is about
/// is missing where nothing is given.
macro_rules! row {
    (
        $(#[$attribute:meta])*
        pub struct $name:ident {
            $($(#[$words:meta])* pub $about:ident: Option<$About:ty>,)+
            counts { $vereinbarungen:literal, $ziele:literal, $massnahmen:literal $(, $ergebnisse:ident $results:literal)? }
        }
    ) => {
        $(#[$attribute])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        #[non_exhaustive]
        pub struct $name {
            $(
                $(#[$words])*
                #[serde(default, skip_serializing_if = "Option::is_none")]
                pub $about: Option<$About>,
            )+
            /// # Vereinbarungen
            ///
            #[doc = $vereinbarungen]
            pub vereinbarungen: Zaehlung,
            /// # Ziele
            ///
            #[doc = $ziele]
            pub ziele: Zaehlung,
            /// # Maßnahmen
            ///
            #[doc = $massnahmen]
            pub massnahmen: Zaehlung,
            $(
                /// # Ergebnisse
                ///
                #[doc = $results]
                pub $ergebnisse: Ergebnisse,
            )?
        }

        impl $name {
            pub(crate) fn new($($about: Option<$About>,)+ counts: RowCounts) -> Self {
                Self {
                    $($about,)+
                    vereinbarungen: counts.vereinbarungen,
                    ziele: counts.ziele,
                    massnahmen: counts.massnahmen,
                    $($ergebnisse: counts.$ergebnisse,)?
                }
            }
        }
    };
}

row! {
    /// # Zeile eines Maßstabs
    ///
    /// Was zu einem Grundsatz oder Maßstab vereinbart und was daraus geworden ist.
    #[derive(Deserialize)]
    pub struct Massstabszeile {
        /// # Maßstab
        ///
        /// Fehlt, wo keiner angegeben ist.
        pub massstab: Option<BearbeiteterMassstab>,
        counts {
            "Vereinbarungen, die ihn bearbeiten.",
            "Ziele dazu.",
            "Maßnahmen dazu.",
            ergebnisse "Was aus den Zielen geworden ist."
        }
    }
}

row! {
    /// # Feld der Matrix
    ///
    /// Was zu einer Qualitätsdimension und einem Maßstab vereinbart ist.
    pub struct Matrixzelle {
        /// # Maßstab
        ///
        /// Fehlt, wo keiner angegeben ist.
        pub massstab: Option<BearbeiteterMassstab>,
        /// # Qualitätsdimension
        ///
        /// Fehlt, wo keine angegeben ist.
        pub qualitaetsdimension: Option<Qualitaetsdimension>,
        counts { "Vereinbarungen, die beides verbinden.", "Ziele dazu.", "Maßnahmen dazu." }
    }
}

row! {
    /// # Zeile einer Hilfeart
    ///
    /// Was zu einer Hilfeart vereinbart ist.
    pub struct Hilfeartzeile {
        /// # Hilfeart
        ///
        /// Fehlt, wo keine angegeben ist.
        pub hilfeart: Option<BearbeiteteHilfeart>,
        counts {
            "Vereinbarungen für diese Hilfeart.",
            "Ziele in ihnen.",
            "Maßnahmen in ihnen, mit den Verabredungen der Trägergespräche.",
            ergebnisse "Was aus den Zielen geworden ist."
        }
    }
}

row! {
    /// # Zeile einer Qualitätsdimension
    ///
    /// Was zu einer Qualitätsdimension vereinbart ist.
    pub struct Dimensionszeile {
        /// # Qualitätsdimension
        ///
        /// Fehlt, wo keine angegeben ist.
        pub qualitaetsdimension: Option<Qualitaetsdimension>,
        counts { "Vereinbarungen, die sie bearbeiten.", "Ziele dazu.", "Maßnahmen dazu." }
    }
}

/// # Bearbeitete Hilfeart
///
/// Eine Hilfeart: ein Eintrag des Katalogs oder eine eigene Angabe.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct BearbeiteteHilfeart {
    /// # Code
    ///
    /// Eintrag des Katalogs; fehlt bei einer eigenen Angabe.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<Hilfeartcode>,
    /// # Bezeichnung
    ///
    /// Die Hilfeart in Worten.
    pub bezeichnung: String,
}
