//! The head of a paper for a committee.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::modell::Datum;

/// # Vorlage
///
/// Was eine Vorlage für ein Gremium im Kopf nennt, und der Beschluss. Alles kann fehlen.
///
/// ```
/// use vereinbar::auswertung::Vorlage;
/// let vorlage = Vorlage::parse(r#"{
///     "vorlage_nr": "2028/117",
///     "gremium": "Jugendhilfeausschuss",
///     "sitzung": "2028-03-14",
///     "oeffentlich": true
/// }"#)?;
/// assert!(vorlage.is_public());
/// # Ok::<(), vereinbar::auswertung::VorlageError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Vorlage {
    /// # Vorlage-Nr.
    ///
    /// Die Nummer der Vorlage, zum Beispiel „2028/117“.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vorlage_nr: Option<String>,
    /// # Betreff
    ///
    /// Worum es geht; ohne Angabe der Titel der Auswertung.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub betreff: Option<String>,
    /// # Gremium
    ///
    /// Wer berät oder beschließt; ohne Angabe der Jugendhilfeausschuss.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gremium: Option<String>,
    /// # Sitzung
    ///
    /// Der Tag der Sitzung.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sitzung: Option<Datum>,
    /// # Dienststelle
    ///
    /// Wer die Vorlage erstellt hat, zum Beispiel ein Amt oder Fachdienst.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dienststelle: Option<String>,
    /// # Öffentlich
    ///
    /// Ob die Vorlage öffentlich ist. Fehlt die Angabe, gilt sie als öffentlich. In einer öffentlichen Vorlage sind die Namen der Träger weggelassen, solange nichts anderes verlangt ist, und Dateinamen immer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub oeffentlich: Option<bool>,
    /// # Finanzielle Auswirkungen
    ///
    /// Was die Vorlage kostet, zum Beispiel „keine“.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finanzielle_auswirkungen: Option<String>,
    /// # Beschluss
    ///
    /// Der vorgeschlagene Beschluss in Absätzen; ohne Angabe wird er aus den Daten vorgeschlagen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub beschluss: Vec<String>,
}

impl Vorlage {
    /// Whether everybody can read it: unless it says that it is not public.
    #[must_use]
    pub fn is_public(&self) -> bool {
        self.oeffentlich != Some(false)
    }
}
