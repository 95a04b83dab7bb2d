//! Reading a file attached to a PDF, from files of unknown origin.
//!
//! A PDF from outside may be damaged or built to do harm: to exhaust memory, to run for
//! hours, to overflow the stack. Reading here is bounded by [`ReadLimits`] in all of these, on
//! a thread of its own, and gives the attachment or an error.
//!
//! ```no_run
//! use vereinbar_pdf::attachment::{self, ReadLimits};
//!
//! let pdf = std::fs::read("vereinbarung.pdf")?;
//! let json = attachment::read(&pdf, "vereinbarung.json", &ReadLimits::default())?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod budget;
mod error;
mod limits;
mod reader;
mod scan;
mod stream;
mod tree;

pub(crate) use self::budget::Keep;
pub use self::error::AttachmentError;
pub use self::limits::{ReadLimit, ReadLimits};
pub(crate) use self::reader::on_a_thread;
pub use self::reader::{read, read_all};
pub use self::tree::Attachment;
pub(crate) use self::tree::find;
