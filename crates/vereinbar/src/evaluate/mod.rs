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
//!   several, all count,
//! - versions under one Aktenzeichen in which Träger, first day, dimension or Maßstab were
//!   corrected: those of the same public side whose periods are nearly the same, whose
//!   Träger have a name alike (but for spelling, legal form, an added word, a typing
//!   error) or the same address, and that are about the same: where dimensions or Maßstäbe
//!   differ, the wording of most Ziele has to be the same.
//!
//! What counts as two: Träger of the same name at different addresses, agreements that share
//! all but the Aktenzeichen, and under one Aktenzeichen those of Träger that are not alike.
//! A [`Befund`](crate::auswertung::Befund) says so in any of these cases.
//!
//! What counts several times: a form with several dimensions or Maßstäbe counts at each
//! of them, so rows and cells need not add up to the total.

mod anonymise;
mod count;
mod decision;
mod entry;
mod evaluator;
mod last;
mod names;
mod options;
mod result_table;
mod same;
mod state;
mod state_error;
mod tables;
#[cfg(test)]
mod tests;
mod time;
mod unreadable;
mod versions;
mod wording;

pub use self::evaluator::Evaluator;
pub use self::options::EvaluateOptions;
pub use self::result_table::{ColumnKind, ResultCell, ResultColumn, ResultTable};
pub use self::state_error::{MAX_STATE_BYTES, OtherOptions, StateError};
pub use self::tables::tables;
