//! What an evaluation across agreements says: an [`Auswertung`], in which every number
//! names the agreements behind it.
//!
//! [`evaluate`](crate::evaluate) counts it. The doc comments are published text, as those
//! of [`modell`](crate::modell) are.

mod auswertung_art;
mod befund;
mod ende;
mod ergebnisse;
mod gesamt;
mod kennzahlen;
mod listen;
mod vergleich;
mod vorlage;
mod vorlage_file;
mod zaehlung;
mod zeilen;
mod ziele;

pub use self::auswertung_art::AuswertungArt;
pub use self::befund::{Befund, Befundart};
pub use self::ende::{BeendeteVereinbarung, VerstrichenesGespraech};
pub(crate) use self::ergebnisse::OHNE_ANGABE;
pub use self::ergebnisse::{BearbeiteterMassstab, Ergebnisse, MassnahmenBeiderSeiten, Namensgruppe, Staende};
pub use self::gesamt::{Artgruppe, Auswertung};
pub use self::kennzahlen::{Kennzahl, Kennzahlen};
pub use self::listen::{FaelligeMassnahme, Termin, Terminart, VereinbarungEintrag};
pub use self::vergleich::{
    FruehereAuswertung, FruehereAuswertungError, Kennzahlvergleich, Massstabsvergleich, Vergleich,
};
pub use self::vorlage::Vorlage;
pub use self::vorlage_file::{VorlageError, vorlage_schema};
pub use self::zaehlung::Zaehlung;
pub(crate) use self::zeilen::RowCounts;
pub use self::zeilen::{BearbeiteteHilfeart, Dimensionszeile, Hilfeartzeile, Massstabszeile, Matrixzelle};
pub use self::ziele::{Anteile, AnteileAnAllen, AnteileAnDenBewerteten, GemessenerIndikator, Zielergebnis, Ziellage};
