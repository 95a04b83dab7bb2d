//! Processes that make and read documents of `vereinbar`, so that one that hangs, takes too
//! much memory or crashes costs a document and not the program.
//!
//! [`Processes`] starts them and hands them work; [`work()`] is what such a process does from
//! its beginning to its end. What is handed over goes through the pipes of standard input and
//! output, and so each process ends with the one that started it, however that ends.
//!
//! A program that wants processes of its own calls [`work()`] when it is started for that, and
//! says with a [`WorkerCommand`] how it is:
//!
//! ```no_run
//! use std::process::ExitCode;
//! use vereinbar_workers::WorkerCommand;
//!
//! fn main() -> ExitCode {
//!     if std::env::args().nth(1).as_deref() == Some("worker") {
//!         return vereinbar_workers::work();
//!     }
//!     let Ok(program) = std::env::current_exe() else { return ExitCode::FAILURE };
//!     let worker = WorkerCommand::new(program).argument("worker");
//!     // For `BatchOptions::workers` of vereinbar-batch, and `evaluate` of vereinbar-evaluate.
//!     # drop(worker);
//!     ExitCode::SUCCESS
//! }
//! ```

mod courier;
mod drawn;
mod finding_data;
mod lost;
mod options;
mod pipe_message;
mod process;
mod processes;
mod protocol;
mod work_loop;
mod written_options;

pub use self::drawn::{DrawnPage, Undrawn};
pub use self::lost::{Lost, NotStarted};
pub use self::options::{
    DEFAULT_MEMORY_LIMIT, DEFAULT_TIME_LIMIT, HOLDS_MEMORY, Limits, MAX_MEMORY_LIMIT, MAX_TIME_LIMIT, WorkerCommand,
    WorkerOptions,
};
pub use self::processes::{PrintedPdf, Processes, Read, ReadFile, Unread, read_pdf};
pub use self::work_loop::{FAULT, work};
pub use self::written_options::WrittenOptions;
