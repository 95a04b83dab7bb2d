//! The Entgelt, calculated from the costs of an agreement: Tagessatz,
//! Fachleistungsstunde, Abwesenheit, Pauschalen, Jahresbudget and the steps that are agreed,
//! with every figure on the way.
//!
//! All arithmetic is exact, in fractions; only a result is rounded, and only
//! once. No input makes it fail: what cannot be calculated, because
//! something is missing, is divided by zero or leaves the range of a
//! [`Betrag`](crate::modell::Betrag), is absent from the result.
//!
//! The doc comments are published text as those of [`modell`](crate::modell) are:
//! `schema/berechnung.schema.json` is made from them. Each formula names its
//! source: *seen* there, or *inferred* where the source does not say it.

mod abwesenheit;
mod arbeitszeit;
mod berechnung;
mod bestandteil;
mod fachleistungsstunde;
mod fraction;
mod jahresbudget;
mod kosten;
mod pauschale;
mod rechenwert;
mod rundung;
mod satz;
mod schritt;
mod tagessatz;
#[cfg(test)]
mod tests;

pub use self::abwesenheit::Abwesenheitsentgelt;
pub use self::arbeitszeit::Arbeitszeit;
pub use self::berechnung::{Berechnung, BerechnungArt, NOTHING_TO_CALCULATE, calculate};
pub use self::bestandteil::Bestandteil;
pub use self::fachleistungsstunde::Fachleistungsstundenberechnung;
pub use self::jahresbudget::Jahresbudgetberechnung;
pub use self::kosten::{Kosten, Zwischensumme};
pub use self::pauschale::Tagespauschale;
pub use self::rechenwert::Rechenwert;
pub use self::rundung::Rundungsregel;
pub use self::schritt::Schritt;
pub use self::tagessatz::Tagessatzberechnung;
