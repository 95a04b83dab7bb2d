use schemars::JsonSchema;
use serde::Deserialize;

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
        /// Vordruck für ambulante Hilfen zur Erziehung, mit Ausfüllhilfe.
        Qualitaetsentwicklungsvereinbarung: "qualitaetsentwicklungsvereinbarung", "Qualitätsentwicklungsvereinbarung";
        /// Vereinbarung in drei Teilen mit Anlagen, das Entgelt berechnet.
        LeqVereinbarung: "leq_vereinbarung", "Leistungs-, Qualitätsentwicklungs- und Entgeltvereinbarung";
    }
}

impl Art {
    /// The highest format version of this kind that this release reads, and the
    /// one that it writes.
    #[must_use]
    pub const fn fassung(self) -> u32 {
        match self {
            Self::Qualitaetsentwicklungsvereinbarung | Self::LeqVereinbarung => super::FASSUNG,
        }
    }
}

codes! {
    /// # Art der Vereinbarung
    ///
    /// Kennzeichen des Dokuments: „qualitaetsentwicklungsvereinbarung“.
    ///
    /// The tag by which a reader tells the kinds apart. It has one value here, so
    /// that a [`Qualitaetsentwicklungsvereinbarung`](super::Qualitaetsentwicklungsvereinbarung)
    /// cannot be written with another one's tag.
    #[derive(Default, Deserialize, JsonSchema)]
    #[schemars(inline)]
    pub enum QualitaetsentwicklungsvereinbarungArt, "Das ist eine andere Art von Vereinbarung." {
        #[default]
        Qualitaetsentwicklungsvereinbarung: "qualitaetsentwicklungsvereinbarung", "Qualitätsentwicklungsvereinbarung";
    }
}

codes! {
    /// # Art der Vereinbarung
    ///
    /// Kennzeichen des Dokuments: „leq_vereinbarung“.
    ///
    /// The tag of a [`LeqVereinbarung`](super::LeqVereinbarung), as
    /// [`QualitaetsentwicklungsvereinbarungArt`] is that of the other kind.
    #[derive(Default, Deserialize, JsonSchema)]
    #[schemars(inline)]
    pub enum LeqVereinbarungArt, "Das ist eine andere Art von Vereinbarung." {
        #[default]
        LeqVereinbarung: "leq_vereinbarung", "Leistungs-, Qualitätsentwicklungs- und Entgeltvereinbarung";
    }
}
