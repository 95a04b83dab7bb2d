//! Evaluation across agreements: any mix of folders, JSON, JSON Lines and PDFs in, an
//! [`Auswertung`](vereinbar::auswertung::Auswertung) out, and that as CSV, XLSX and
//! iCalendar.
//!
//! Files are read by as many workers as there are cores, and each agreement is dropped
//! once it is counted: memory grows by what an
//! [`Auswerter`](vereinbar::auswertung::Auswerter) keeps of it. The result depends
//! neither on the number of workers nor on the order of the input. A file that cannot
//! be read is a finding, not the end. See [`evaluate()`] for an example.

mod csv;
mod error;
mod ics;
mod inputs;
mod read;
mod run;
mod text;
mod walk;
mod worker;
mod xlsx;

pub use self::csv::csv;
pub use self::error::EvaluateError;
pub use self::ics::ics;
pub use self::inputs::{Input, InputResult, Inputs};
pub use self::run::{EvaluateOptions, Evaluated, evaluate};
pub use self::xlsx::xlsx;
