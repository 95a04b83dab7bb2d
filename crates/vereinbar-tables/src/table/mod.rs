//! Tables to be filled in: empty, or with the agreements that are there already.

mod anleitung;
mod fields;
mod format;
mod from_agreements;
mod gemeinsam;
mod liste;
mod make;
mod spalten;

pub use self::format::TableFormat;
pub use self::from_agreements::{FilledRow, FilledTable, filled};
pub use self::make::{TableOptions, table};
pub use self::spalten::proposed;
