//! Many agreements to many PDFs: rows over a base agreement in, a PDF for each out, as a
//! Serienbrief does it, but checked first, safe to interrupt, and with a report.
//!
//! A [`Source`] gives rows; each lays its values over the base agreement. First
//! every row is checked, then the documents are made, by as many workers as there
//! are cores; neither bytes nor order depend on how many. A file is written under
//! a temporary name, made to last, renamed, and then named in the manifest
//! `batch.jsonl`, so that a run that was killed goes on where it was. See
//! [`run()`] for an example.
//!
//! Manifest, report and errors hold no free text of the user beyond the names of
//! files, headings and sheets.

mod agreements;
mod check;
mod error;
mod make;
mod names;
mod options;
mod output;
mod report;
mod run;
mod selection;

pub use vereinbar_tables::files::BatchReportArt;
pub use vereinbar_tables::workers::{Phase, Progress};
pub use vereinbar_tables::{FoundInRows, RowFinding, RowResult, Source, TableError};
pub use vereinbar_workers::{WorkerCommand, WorkerOptions};

pub use self::agreements::{TableFrom, table_from, table_from_by};
pub use self::check::reason;
pub use self::error::BatchError;
pub use self::make::{content_key, context};
pub use self::options::{BatchOptions, MAX_COMBINED, MAX_ROWS};
pub use self::output::manifest_schema;
pub use self::report::{DocumentState, FailedDocument, Report, RowDocument, RowState, report_schema};
pub use self::run::run;
pub use self::selection::{InvalidRowSelection, RowSelection};
