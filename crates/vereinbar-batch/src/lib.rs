//! Agreements for a whole table: rows over a base agreement in, a PDF for each
//! out, as a Serienbrief does it, but checked first, safe to interrupt, and with
//! a report.
//!
//! A [`Source`] gives rows; each lays its values over the base agreement. First
//! every row is checked, then the documents are made, by as many workers as there
//! are cores; neither bytes nor order depend on how many. A file is written under
//! a temporary name, made to last, renamed, and then named in the manifest
//! `batch.jsonl`, so that a run that was killed goes on where it was. See
//! [`run()`] for an example.
//!
//! The way back is [`evaluate`]: what came of the agreements, counted across all of
//! them.
//!
//! Manifest, report and errors hold no free text of the user beyond the names of
//! files, headings and sheets.

mod archive;
mod cell;
mod check;
mod combine;
mod context;
mod digest;
mod error;
pub mod evaluate;
mod field;
mod finding;
mod folder;
mod forms;
mod heading;
mod input;
mod lay;
mod manifest;
mod name;
mod names;
mod options;
mod produce;
mod progress;
mod report;
mod row;
mod run;
mod source;
mod spool;
mod table;
mod worker;

pub use self::error::BatchError;
pub use self::finding::RowFinding;
pub use self::heading::HeadingProblem;
pub use self::options::BatchOptions;
pub use self::progress::{Phase, Progress};
pub use self::report::{Failure, Report};
pub use self::run::{MAX_COMBINED, run};
pub use self::source::{RowResult, Source};
pub use self::table::table;
