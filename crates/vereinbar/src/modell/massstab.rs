use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

part! {
    /// # Grundsatz oder Maßstab der Qualität
    ///
    /// Ein Grundsatz oder Maßstab der Qualität, der im Vereinbarungszeitraum weiterentwickelt werden soll: entweder ein Eintrag des Katalogs (code) oder ein eigener (bezeichnung).
    ///
    /// Only entries with a code can be evaluated across agreements; that is what
    /// the Ausfüllhilfe assigns measures to Maßstäbe for.
    pub struct Massstab {
        /// # Code
        ///
        /// Eintrag des Katalogs; damit wird eine vereinbarungsübergreifende Auswertung möglich.
        pub code: Option<Massstabscode>,
        /// # Bezeichnung
        ///
        /// Eigener Grundsatz oder Maßstab in Worten, wenn der Katalog keinen passenden Eintrag hat.
        pub bezeichnung: Option<String>,
    }
}

/// # Katalog der Grundsätze und Maßstäbe
///
/// Grundsätze und Maßstäbe der Qualität, die der Vordruck oder das Gesetz nennt.
///
/// From form A (Ausfüllhilfe): the first seven. From § 77 SGB VIII (current
/// wording) and §§ 79, 79a SGB VIII: the others. The list is open: an entry of
/// one's own goes into [`Massstab::bezeichnung`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Massstabscode {
    /// # Kinderrechte
    Kinderrechte,
    /// # Partizipation
    Partizipation,
    /// # Ressourcenorientierung
    Ressourcenorientierung,
    /// # Sozialraumorientierung
    Sozialraumorientierung,
    /// # Interkulturelle Kompetenz
    InterkulturelleKompetenz,
    /// # Gender Mainstreaming
    GenderMainstreaming,
    /// # Wirkungsorientierung
    Wirkungsorientierung,
    /// # Sicherung der Rechte in Einrichtungen
    RechteInEinrichtungen,
    /// # Schutz vor Gewalt und Ausbeutung
    SchutzVorGewaltUndAusbeutung,
    /// # Inklusive Ausrichtung
    InklusiveAusrichtung,
    /// # Bedürfnisse junger Menschen mit Behinderungen
    BeduerfnisseJungerMenschenMitBehinderungen,
    /// # Gefährdungseinschätzung nach § 8a SGB VIII
    Gefaehrdungseinschaetzung,
    /// # Zusammenarbeit mit anderen Institutionen
    Zusammenarbeit,
}

entries!(Massstabscode);

impl Massstabscode {
    /// The catalogue in its published order.
    pub const ALL: &'static [Self] = &[
        Self::Kinderrechte,
        Self::Partizipation,
        Self::Ressourcenorientierung,
        Self::Sozialraumorientierung,
        Self::InterkulturelleKompetenz,
        Self::GenderMainstreaming,
        Self::Wirkungsorientierung,
        Self::RechteInEinrichtungen,
        Self::SchutzVorGewaltUndAusbeutung,
        Self::InklusiveAusrichtung,
        Self::BeduerfnisseJungerMenschenMitBehinderungen,
        Self::Gefaehrdungseinschaetzung,
        Self::Zusammenarbeit,
    ];

    /// The value in data.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Kinderrechte => "kinderrechte",
            Self::Partizipation => "partizipation",
            Self::Ressourcenorientierung => "ressourcenorientierung",
            Self::Sozialraumorientierung => "sozialraumorientierung",
            Self::InterkulturelleKompetenz => "interkulturelle_kompetenz",
            Self::GenderMainstreaming => "gender_mainstreaming",
            Self::Wirkungsorientierung => "wirkungsorientierung",
            Self::RechteInEinrichtungen => "rechte_in_einrichtungen",
            Self::SchutzVorGewaltUndAusbeutung => "schutz_vor_gewalt_und_ausbeutung",
            Self::InklusiveAusrichtung => "inklusive_ausrichtung",
            Self::BeduerfnisseJungerMenschenMitBehinderungen => "beduerfnisse_junger_menschen_mit_behinderungen",
            Self::Gefaehrdungseinschaetzung => "gefaehrdungseinschaetzung",
            Self::Zusammenarbeit => "zusammenarbeit",
        }
    }

    /// The words that are printed. They equal the entry's title in the schema.
    #[must_use]
    pub const fn bezeichnung(self) -> &'static str {
        match self {
            Self::Kinderrechte => "Kinderrechte",
            Self::Partizipation => "Partizipation",
            Self::Ressourcenorientierung => "Ressourcenorientierung",
            Self::Sozialraumorientierung => "Sozialraumorientierung",
            Self::InterkulturelleKompetenz => "Interkulturelle Kompetenz",
            Self::GenderMainstreaming => "Gender Mainstreaming",
            Self::Wirkungsorientierung => "Wirkungsorientierung",
            Self::RechteInEinrichtungen => "Sicherung der Rechte in Einrichtungen",
            Self::SchutzVorGewaltUndAusbeutung => "Schutz vor Gewalt und Ausbeutung",
            Self::InklusiveAusrichtung => "Inklusive Ausrichtung",
            Self::BeduerfnisseJungerMenschenMitBehinderungen => "Bedürfnisse junger Menschen mit Behinderungen",
            Self::Gefaehrdungseinschaetzung => "Gefährdungseinschätzung nach § 8a SGB VIII",
            Self::Zusammenarbeit => "Zusammenarbeit mit anderen Institutionen",
        }
    }

    /// Where the entry comes from.
    #[must_use]
    pub const fn source(self) -> &'static str {
        match self {
            Self::Kinderrechte
            | Self::Partizipation
            | Self::Ressourcenorientierung
            | Self::Sozialraumorientierung
            | Self::InterkulturelleKompetenz
            | Self::GenderMainstreaming
            | Self::Wirkungsorientierung => "Ausfüllhilfe",
            Self::SchutzVorGewaltUndAusbeutung
            | Self::InklusiveAusrichtung
            | Self::BeduerfnisseJungerMenschenMitBehinderungen => "§ 77 Abs. 1 SGB VIII",
            Self::RechteInEinrichtungen | Self::Gefaehrdungseinschaetzung | Self::Zusammenarbeit => "§ 79a SGB VIII",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_str_is_what_serde_writes() {
        for code in Massstabscode::ALL {
            assert_eq!(serde_json::to_value(code).unwrap(), code.as_str());
        }
    }
}
