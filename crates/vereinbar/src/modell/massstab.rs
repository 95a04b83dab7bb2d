use schemars::JsonSchema;
use serde::Deserialize;

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

codes! {
    /// # Katalog der Grundsätze und Maßstäbe
    ///
    /// Grundsätze und Maßstäbe der Qualität, die der Vordruck oder das Gesetz nennt.
    ///
    /// From form A (Ausfüllhilfe): the first seven. From § 77 SGB VIII (current
    /// wording) and §§ 79, 79a SGB VIII: the others. The list is open: an entry of
    /// one's own goes into [`Massstab::bezeichnung`].
    #[derive(Deserialize, JsonSchema)]
    #[non_exhaustive]
    pub enum Massstabscode, "Diesen Eintrag hat der Katalog nicht." {
        Kinderrechte: "kinderrechte", "Kinderrechte";
        Partizipation: "partizipation", "Partizipation";
        Ressourcenorientierung: "ressourcenorientierung", "Ressourcenorientierung";
        Sozialraumorientierung: "sozialraumorientierung", "Sozialraumorientierung";
        InterkulturelleKompetenz: "interkulturelle_kompetenz", "Interkulturelle Kompetenz";
        GenderMainstreaming: "gender_mainstreaming", "Gender Mainstreaming";
        Wirkungsorientierung: "wirkungsorientierung", "Wirkungsorientierung";
        RechteInEinrichtungen: "rechte_in_einrichtungen", "Sicherung der Rechte in Einrichtungen";
        SchutzVorGewaltUndAusbeutung: "schutz_vor_gewalt_und_ausbeutung", "Schutz vor Gewalt und Ausbeutung";
        InklusiveAusrichtung: "inklusive_ausrichtung", "Inklusive Ausrichtung";
        BeduerfnisseJungerMenschenMitBehinderungen: "beduerfnisse_junger_menschen_mit_behinderungen", "Bedürfnisse junger Menschen mit Behinderungen";
        Gefaehrdungseinschaetzung: "gefaehrdungseinschaetzung", "Gefährdungseinschätzung nach § 8a SGB VIII";
        Zusammenarbeit: "zusammenarbeit", "Zusammenarbeit mit anderen Institutionen";
    }
}

entries!(Massstabscode);

impl Massstabscode {
    /// Where the entry comes from.
    #[must_use]
    pub const fn source(self) -> &'static str {
        const AUSFUELLHILFE: &str = "Ausfüllhilfe";
        const PARAGRAF_77: &str = "§ 77 Abs. 1 SGB VIII";
        const PARAGRAF_79A: &str = "§ 79a SGB VIII";
        match self {
            Self::Kinderrechte
            | Self::Partizipation
            | Self::Ressourcenorientierung
            | Self::Sozialraumorientierung
            | Self::InterkulturelleKompetenz
            | Self::GenderMainstreaming
            | Self::Wirkungsorientierung => AUSFUELLHILFE,
            Self::SchutzVorGewaltUndAusbeutung
            | Self::InklusiveAusrichtung
            | Self::BeduerfnisseJungerMenschenMitBehinderungen => PARAGRAF_77,
            Self::RechteInEinrichtungen | Self::Gefaehrdungseinschaetzung | Self::Zusammenarbeit => PARAGRAF_79A,
        }
    }
}
