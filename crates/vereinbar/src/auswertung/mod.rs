//! What an evaluation across agreements says: an [`Auswertung`], in which every number
//! names the agreements behind it.
//!
//! [`evaluate`](crate::evaluate) counts it. The doc comments are published text, as those
//! of [`modell`](crate::modell) are.

mod befund;
mod ergebnisse;
mod gesamt;
mod listen;
mod zaehlung;

pub use self::befund::{Befund, Befundart};
pub(crate) use self::ergebnisse::OHNE_ANGABE;
pub use self::ergebnisse::{
    BearbeiteterMassstab, Ergebnisse, MassnahmenBeiderSeiten, Massstabszeile, Matrixzelle, Namensgruppe, Staende,
};
pub use self::gesamt::{Artgruppe, Auswertung, AuswertungArt, Dimensionszeile, Kennzahlen};
pub use self::listen::{Termin, Terminart, UeberfaelligeMassnahme, VereinbarungEintrag};
pub use self::zaehlung::Zaehlung;
