//! Evaluation across agreements: what came of quality development, for instance for
//! a report to the Jugendhilfeausschuss.
//!
//! The Ausfüllhilfe asks for dimension and Maßstab as categories so that the bilateral
//! agreements can be evaluated across all of them. An [`Auswerter`] takes agreements of
//! both kinds (of a LEQ agreement its Part II counts) and gives an [`Auswertung`], in
//! which every number names the agreements behind it; [`tables`] gives the same as
//! tables.
//!
//! What counts once:
//! - an agreement that is there twice, say as JSON and as PDF,
//! - versions of an agreement: same kind, Aktenzeichen, Träger, first day, and in form
//!   A the same dimensions and Maßstäbe. The later `stand` counts; with equal ones that
//!   with more results entered; where that is equal, too, all count and a [`Befund`]
//!   says so.
//!
//! What counts several times: a form with several dimensions or Maßstäbe counts at each
//! of them, so rows and cells need not add up to the total.

mod anonymise;
mod auswerter;
mod befund;
mod count;
mod entry;
mod ergebnisse;
mod gesamt;
mod listen;
mod tabelle;
mod tabellen;
#[cfg(test)]
mod tests;
mod versions;
mod wann;
mod zaehlung;

pub use self::auswerter::{Auswerter, AuswertungOptions};
pub use self::befund::{Befund, Befundart};
pub use self::ergebnisse::{
    BearbeiteterMassstab, Ergebnisse, Gruppe, MassnahmenBeiderSeiten, Massstabszeile, Matrixzelle, Staende,
};
pub use self::gesamt::{Artgruppe, Auswertung, AuswertungArt, Dimensionszeile, Kennzahlen};
pub use self::listen::{Termin, Terminart, UeberfaelligeMassnahme, VereinbarungEintrag};
pub use self::tabelle::{Spalte, Spaltenart, Tabelle, Zelle};
pub use self::tabellen::tables;
pub use self::zaehlung::Zaehlung;
