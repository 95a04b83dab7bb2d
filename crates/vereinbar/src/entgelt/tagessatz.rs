use schemars::JsonSchema;
use serde::Serialize;

use super::bestandteil::differs;
use super::fraction::Fraction;
use super::satz::{Satz, satzberechnung};
use super::{Bestandteil, Rechenwert, Rundungsregel, Schritt};
use crate::modell::{Betrag, Entgeltschritt, LeqVereinbarung, Tagessatz, Zahl};

satzberechnung! {
    /// # Berechnung des Tagessatzes
    ///
    /// Das Entgelt je Platz und Tag: Kosten nach Abzug, geteilt durch die Belegungstage.
    ///
    /// `belegungstage` = Plätze × Berechnungstage × Auslastung / 100; each component
    /// is divided by them. With [`JeBestandteil`](crate::modell::Rundungszeitpunkt::JeBestandteil)
    /// the Tagessatz is the sum of the rounded components, with
    /// [`Gesamt`](crate::modell::Rundungszeitpunkt::Gesamt) the exact sum rounded.
    /// Where the two differ both are given. Without components it is the stated amount.
    /// `betrag_je_monat` = what is agreed, else calculated, × `tage_je_monat`, rounded.
    ///
    /// Source: seen in the worked example of social-start-up.de (215,000 €, 4 places,
    /// 365 days, 93 %: 158.34 €) and in the Hessian Rahmenvereinbarung („Basistage je
    /// Platz und Jahr“); which sum is printed is inferred.
    pub struct Tagessatzberechnung {
        before {
            /// # Plätze
            ///
            /// Plätze, mit denen gerechnet wird; ohne Angabe die vereinbarten des Leistungsangebots.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub plaetze: Option<u32>,
            /// # Berechnungstage
            ///
            /// Tage je Platz und Jahr; ohne Angabe 365.
            pub berechnungstage: u32,
            /// # Auslastung
            ///
            /// Auslastung in Prozent; ohne Angabe 100.
            pub auslastung: Zahl,
            /// # Belegungstage
            ///
            /// Plätze mal Berechnungstage mal Auslastung.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub belegungstage: Option<Rechenwert>,
        }
        /// # Betrag je Platz und Tag
        ///
        /// Der Tagessatz in Euro. Er fehlt, wenn ein Bestandteil nicht zu berechnen ist.
        betrag,
        /// # Vereinbart
        ///
        /// Der vereinbarte Tagessatz.
        vereinbart,
        after {
            /// # Tage je Monat
            ///
            /// Mit wie vielen Tagen ein Monat gerechnet wird, wenn der Tagessatz je Monat gezahlt wird.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub tage_je_monat: Option<Zahl>,
            /// # Genauer Betrag je Monat
            ///
            /// Vereinbarter, sonst berechneter Tagessatz mal Tage je Monat, vor der Rundung.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub genau_je_monat: Option<Rechenwert>,
            /// # Betrag je Monat
            ///
            /// Gerundeter Betrag je Platz und Monat in Euro.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub betrag_je_monat: Option<Betrag>,
        }
    }
}

impl Tagessatzberechnung {
    /// `None` when the agreement has no Tagessatz.
    pub(super) fn calculate(vereinbarung: &LeqVereinbarung, rundung: Rundungsregel) -> Option<Self> {
        let tagessatz = &vereinbarung.entgeltvereinbarung.tagessatz;
        // Blank components are components: the result mirrors the lists of the agreement.
        if *tagessatz == Tagessatz::default() {
            return None;
        }
        let plaetze = tagessatz.plaetze.or(vereinbarung.leistungsangebot.plaetze);
        let berechnungstage = tagessatz.berechnungstage.unwrap_or(365);
        let auslastung = tagessatz.auslastung.unwrap_or_else(|| Zahl::from(100));
        let belegungstage = plaetze
            .and_then(|plaetze| Fraction::from(plaetze).multiply(berechnungstage.into())?.percent(auslastung.into()));
        let satz = Satz::calculate(&tagessatz.bestandteile, tagessatz.betrag, belegungstage, rundung);
        let gilt = satz.gilt();
        let je_monat = tagessatz.tage_je_monat.and_then(|tage| Fraction::from(gilt?).multiply(tage.into()));
        Some(Self {
            plaetze,
            berechnungstage,
            auslastung,
            belegungstage: belegungstage.and_then(Rechenwert::zahl),
            tage_je_monat: tagessatz.tage_je_monat,
            genau_je_monat: je_monat.and_then(Rechenwert::euro),
            betrag_je_monat: je_monat.and_then(|genau| rundung.round(genau)),
            ..Self::of_satz(satz, &tagessatz.schritte, rundung)
        })
    }
}
