//! Evaluation across agreements: any mix of folders, JSON, JSON Lines and PDFs in, an
//! [`Auswertung`](vereinbar::auswertung::Auswertung) out, and that as CSV, XLSX and
//! iCalendar.
//!
//! Files are read by as many workers as there are cores, and each agreement is dropped
//! once it is counted: memory grows by what an
//! [`Evaluator`] keeps of it. The result depends
//! neither on the number of workers nor on the order of the input. A file that cannot
//! be read is a finding, not the end. See [`evaluate()`] for an example, and [`collect()`]
//! for agreements that are read in several places.

mod error;
mod input;
mod output;
mod run;

pub use vereinbar::evaluate::{EvaluateOptions, Evaluator};
pub use vereinbar_tables::workers::{Phase, Progress};
pub use vereinbar_workers::{WorkerCommand, WorkerOptions};

pub use self::error::EvaluateError;
pub use self::input::{Input, InputResult, Inputs};
pub use self::output::{csv, ics, xlsx};
pub use self::run::{Collected, Evaluated, RunOptions, collect, collect_one, evaluate};
