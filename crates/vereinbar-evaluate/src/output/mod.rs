//! An evaluation as CSV, XLSX and iCalendar.

mod cell_text;
mod to_csv;
mod to_ics;
mod to_xlsx;

pub use self::to_csv::csv;
pub use self::to_ics::ics;
pub use self::to_xlsx::xlsx;
