use schemars::JsonSchema;
use serde::Serialize;

use super::bestandteil::differs;
use super::satz::{Satz, satzberechnung};
use super::{Arbeitszeit, Bestandteil, Rechenwert, Rundungsregel, Schritt};
use crate::modell::{Betrag, Entgeltschritt, Fachleistungsstunde, Jahresarbeitszeit};

satzberechnung! {
    /// # Berechnung der Fachleistungsstunde
    ///
    /// Das Entgelt je Fachleistungsstunde: Jahreskosten geteilt durch die Netto-Jahresarbeitszeit.
    ///
    /// Each component is divided by [`Arbeitszeit::stunden_insgesamt`]; the sum follows the
    /// rule of the [Tagessatz](super::Tagessatzberechnung). Where all components state
    /// amounts only, it is their sum.
    ///
    /// Source: seen in the NRW Rahmenvertrag, Anlage IV; the sum of stated components in
    /// LSG Hamburg, L 4 SO 39/17 KL (52.83 + 7.89 + 10.75 + 1.09 = 72.56 €).
    pub struct Fachleistungsstundenberechnung {
        before {
            /// # Bezeichnung
            ///
            /// Wofür sie gilt.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub bezeichnung: Option<String>,
            /// # Qualifikation
            ///
            /// Für welche Qualifikation des Personals sie gilt.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub qualifikation: Option<String>,
            /// # Arbeitszeit
            ///
            /// Die Netto-Jahresarbeitszeit, wenn zur Jahresarbeitszeit etwas vereinbart ist.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub arbeitszeit: Option<Arbeitszeit>,
        }
        /// # Betrag je Stunde
        ///
        /// Das Entgelt je Fachleistungsstunde in Euro. Es fehlt, wenn ein Bestandteil nicht zu berechnen ist.
        betrag,
        /// # Vereinbart
        ///
        /// Der vereinbarte Betrag je Stunde.
        vereinbart,
        after {}
    }
}

impl Fachleistungsstundenberechnung {
    pub(super) fn calculate(stunde: &Fachleistungsstunde, rundung: Rundungsregel) -> Self {
        let (arbeitszeit, stunden) = Arbeitszeit::calculate(&stunde.jahresarbeitszeit);
        let satz = Satz::calculate(&stunde.bestandteile, stunde.betrag, stunden, rundung);
        Self {
            bezeichnung: stunde.bezeichnung.clone(),
            qualifikation: stunde.qualifikation.clone(),
            arbeitszeit: (stunde.jahresarbeitszeit != Jahresarbeitszeit::default()).then_some(arbeitszeit),
            ..Self::of_satz(satz, &stunde.schritte, rundung)
        }
    }
}
