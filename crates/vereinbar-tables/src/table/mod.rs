//! Tables to be filled in: empty, or with the agreements that are there already.

mod fields;
mod format;
mod from_agreements;
mod guide;
mod list;
mod make;
mod mapping;
mod shared;

pub use self::format::TableFormat;
pub use self::from_agreements::{FilledRow, FilledTable, filled};
pub use self::make::{TableOptions, table};
pub use self::mapping::proposed;
