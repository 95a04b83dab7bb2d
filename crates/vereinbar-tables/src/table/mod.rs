//! Tables to be filled in: empty, or with the agreements that are there already.

mod fields;
mod format;
mod from_agreements;
mod guide_sheet;
mod list_sheet;
mod make;
mod mapping_sheet;
mod shared_sheet;

pub use self::format::TableFormat;
pub use self::from_agreements::{FilledRow, FilledTable, filled};
pub use self::make::{TableOptions, table};
pub use self::mapping_sheet::proposed;
