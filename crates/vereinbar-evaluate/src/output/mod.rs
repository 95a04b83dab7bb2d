//! An evaluation as CSV, XLSX and iCalendar.

mod csv;
mod ics;
mod text;
mod xlsx;

pub use self::csv::csv;
pub use self::ics::ics;
pub use self::xlsx::xlsx;
