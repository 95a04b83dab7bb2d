//! Reading a file attached to a PDF, from files of unknown origin.
//!
//! A PDF from outside may be damaged or built to do harm: to exhaust memory, to run for
//! hours, to overflow the stack. Reading here is bounded by [`Limits`] in all of these, on
//! a thread of its own, and gives the attachment or an error.
//!
//! ```no_run
//! use vereinbar_pdf::attachment::{self, Limits};
//!
//! let pdf = std::fs::read("vereinbarung.pdf")?;
//! let json = attachment::read(&pdf, "vereinbarung.json", &Limits::default())?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod budget;
mod scan;
mod stream;
mod tree;

use std::any::Any;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use lopdf::{DecompressError, Document, LoadOptions};

use self::budget::Budget;

/// Nested objects are read and dropped recursively, up to 100 levels.
const STACK_BYTES: usize = 16 << 20;

/// The most that a single object stream or cross-reference stream may hold, decompressed.
/// Writers put some hundred objects into one; the limit is for the memory that they take
/// when parsed, which is about 60 times as much.
const MAX_STRUCTURE_BYTES: usize = 4 << 20;

/// How much reading a PDF may take. The defaults fit any document that a person fills in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The size of the PDF file, in bytes. Default 64 MiB.
    pub max_file_bytes: usize,
    /// The number of objects in the PDF. Default 100,000.
    pub max_objects: usize,
    /// The size of the attachment, in bytes. Default 16 MiB.
    pub max_decompressed_bytes: usize,
    /// How long reading may take. Default 10 seconds; a document of usual size takes less
    /// than 10 milliseconds.
    pub max_time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_file_bytes: 64 << 20,
            max_objects: 100_000,
            max_decompressed_bytes: 16 << 20,
            max_time: Duration::from_secs(10),
        }
    }
}

/// Which of the [`Limits`] a PDF exceeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum Limit {
    /// [`Limits::max_file_bytes`].
    #[error("Die Datei ist zu groß")]
    FileSize,
    /// [`Limits::max_objects`], or what follows from it for the content of the objects.
    #[error("Die Datei enthält zu viele Einzelteile")]
    Objects,
    /// [`Limits::max_decompressed_bytes`], or the bound on a stream of objects.
    #[error("Der Inhalt ist entpackt zu groß")]
    Decompressed,
    /// [`Limits::max_time`].
    #[error("Das Lesen dauert zu lange")]
    Time,
}

/// Why a PDF gives no attachment.
///
/// `Display` is German and says what to do; it holds nothing from the file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AttachmentError {
    /// The file does not begin as a PDF does.
    #[error("Die Datei ist keine PDF-Datei. Bitte wählen Sie die PDF-Datei der Vereinbarung.")]
    NotAPdf,
    /// The PDF is encrypted, be it only against changes.
    #[error(
        "Die PDF-Datei ist verschlüsselt oder mit einem Kennwort geschützt. Bitte speichern Sie \
         sie ohne Schutz und versuchen Sie es erneut."
    )]
    Encrypted,
    /// The PDF or the attachment cannot be read.
    #[error(
        "Die PDF-Datei ist beschädigt oder unvollständig. Bitte fordern Sie sie erneut an oder \
         laden Sie sie noch einmal herunter."
    )]
    Damaged,
    /// The PDF is sound and has no attachment of this name.
    #[error(
        "Die PDF-Datei enthält die gesuchten Daten nicht ({}). Vermutlich wurde sie mit einem \
         anderen Programm erzeugt oder neu gedruckt. Bitte verwenden Sie die ursprüngliche Datei.",
        other_attachments(*.others)
    )]
    NotFound {
        /// How many other attachments it has.
        others: usize,
    },
    /// The PDF exceeds a limit.
    #[error("{which}; deshalb wurde sie nicht gelesen. Bitte prüfen Sie, ob es die richtige Datei ist.")]
    LimitExceeded {
        /// The limit.
        which: Limit,
    },
    /// The operating system gives no thread to read on.
    #[error(
        "Das Betriebssystem stellt keinen weiteren Thread bereit. Bitte beenden Sie andere \
         Programme und versuchen Sie es erneut."
    )]
    NoThread,
}

fn other_attachments(count: usize) -> String {
    match count {
        0 => "keine Anlagen".to_owned(),
        1 => "1 andere Anlage".to_owned(),
        _ => format!("{count} andere Anlagen"),
    }
}

impl From<Limit> for AttachmentError {
    fn from(which: Limit) -> Self {
        Self::LimitExceeded { which }
    }
}

/// The content of the attachment called `name` in the PDF file `pdf`.
///
/// Finds it in the name tree of embedded files, else among the associated files of the
/// catalog, by either of its two names. Deflate and uncompressed attachments are read.
/// Files that other programs have saved again are read, incremental updates and object
/// streams included; damaged cross-reference tables are rebuilt.
///
/// # Errors
///
/// See [`AttachmentError`]. No input makes it panic. When [`Limits::max_time`] runs out,
/// the call returns; its thread ends later, at the next object that it can parse. A file
/// made for the purpose can keep that thread busy for long without one, so a server that
/// takes files from strangers reads them in a process that it can end.
pub fn read(pdf: &[u8], name: &str, limits: &Limits) -> Result<Vec<u8>, AttachmentError> {
    let name = name.to_owned();
    on_a_thread(pdf, limits, move |document, limits| tree::find(document, &name, limits))
}

/// An attached file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Attachment {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub content: Vec<u8>,
}

/// Every attachment whose name is wanted, in the order of their names; none is no error.
///
/// Files are found as by [`read()`]. [`Limits::max_decompressed_bytes`] holds for all
/// of them together.
///
/// # Errors
///
/// As [`read()`], except for [`AttachmentError::NotFound`].
pub fn read_all(
    pdf: &[u8],
    is_wanted: impl Fn(&str) -> bool + Send + 'static,
    limits: &Limits,
) -> Result<Vec<Attachment>, AttachmentError> {
    on_a_thread(pdf, limits, move |document, limits| tree::find_all(document, is_wanted, limits))
}

/// Loads the PDF and works on it, within the limits.
fn on_a_thread<T: Send + 'static>(
    pdf: &[u8],
    limits: &Limits,
    work: impl FnOnce(&Document, &Limits) -> Result<T, AttachmentError> + Send + 'static,
) -> Result<T, AttachmentError> {
    scan::check(pdf, limits)?;

    let cancelled = Arc::new(AtomicBool::new(false));
    let budget = Budget::new(pdf.len(), limits, Arc::clone(&cancelled));
    let (sender, receiver) = mpsc::sync_channel(1);
    let (pdf, limits) = (pdf.to_vec(), *limits);
    thread::Builder::new()
        .name("vereinbar-pdf".to_owned())
        .stack_size(STACK_BYTES)
        .spawn(move || {
            let result = panic::catch_unwind(AssertUnwindSafe(|| {
                let document = load(&pdf, budget, &limits)?;
                work(&document, &limits)
            }));
            // The receiver is gone if time has run out.
            let _ = sender.send(result.unwrap_or_else(|payload| Err(after_panic(payload.as_ref()))));
        })
        .map_err(|_| AttachmentError::NoThread)?;

    match receiver.recv_timeout(limits.max_time) {
        Ok(result) => result,
        Err(RecvTimeoutError::Timeout) => {
            cancelled.store(true, Ordering::Relaxed);
            Err(Limit::Time.into())
        }
        Err(RecvTimeoutError::Disconnected) => Err(AttachmentError::Damaged),
    }
}

/// Parses the PDF. The budget is spent object by object and ends parsing when it is used up.
fn load(pdf: &[u8], budget: Budget, limits: &Limits) -> Result<Document, AttachmentError> {
    let options = LoadOptions {
        filter: Some(budget::spend),
        max_decompressed_size: Some(MAX_STRUCTURE_BYTES.min(limits.max_decompressed_bytes)),
        ..LoadOptions::default()
    };
    let document = budget.during(|| Document::load_mem_with_options(pdf, options));
    match document {
        Ok(document) if document.is_encrypted() || document.was_encrypted() => Err(AttachmentError::Encrypted),
        Ok(document) => Ok(document),
        Err(lopdf::Error::Decompress(DecompressError::MemoryLimitExceeded { .. })) => Err(Limit::Decompressed.into()),
        Err(lopdf::Error::InvalidPassword | lopdf::Error::UnsupportedSecurityHandler(_)) => {
            Err(AttachmentError::Encrypted)
        }
        Err(_) => Err(AttachmentError::Damaged),
    }
}

/// A panic is ours, with the limit that was reached, or the parser's.
fn after_panic(payload: &(dyn Any + Send)) -> AttachmentError {
    payload.downcast_ref::<Limit>().map_or(AttachmentError::Damaged, |&which| which.into())
}
