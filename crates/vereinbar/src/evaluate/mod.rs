//! Evaluation across agreements: what came of quality development, for instance for
//! a report to the Jugendhilfeausschuss.
//!
//! The Ausfüllhilfe asks for dimension and Maßstab as categories so that the bilateral
//! agreements can be evaluated across all of them. An [`Evaluator`] takes agreements of
//! both kinds (of a LEQ-Vereinbarung its Part II counts) and gives an [`Auswertung`](crate::auswertung::Auswertung), in
//! which every number names the agreements behind it; [`tables`] gives the same as
//! tables.
//!
//! What counts once:
//! - an agreement that is there twice, say as JSON and as PDF,
//! - versions of an agreement: same kind, Aktenzeichen, Träger, first day, and in form
//!   A the same dimensions and Maßstäbe. Where one or both lack the Aktenzeichen, the
//!   same public side, the same Angebot, and in the LEQ-Vereinbarung the same Einrichtung, say so
//!   instead; where the Träger's name is missing, too, nothing does. The later `stand` counts; with equal
//!   ones that with the later day of a result (`ergebnis.datum`, `erledigt_am`), then
//!   that with more degrees and states other than `offen`, then that with more entered.
//!   Where that is equal, too, or an agreement without Aktenzeichen may be a version of
//!   several, all count. A [`Befund`](crate::auswertung::Befund) says so in any case.
//!
//! What counts several times: a form with several dimensions or Maßstäbe counts at each
//! of them, so rows and cells need not add up to the total.

mod anonymise;
mod count;
mod entry;
mod evaluator;
mod options;
mod result_table;
mod tables;
#[cfg(test)]
mod tests;
mod versions;

pub use self::evaluator::Evaluator;
pub use self::options::EvaluateOptions;
pub use self::result_table::{ColumnKind, ResultCell, ResultColumn, ResultTable};
pub use self::tables::tables;
