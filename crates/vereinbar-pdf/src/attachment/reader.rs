//! Reading within the limits, on a thread of its own.

use std::any::Any;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;

use lopdf::{DecompressError, Document, LoadOptions};

use super::budget::{self, Budget, Keep};
use super::error::AttachmentError;
use super::limits::{MAX_STRUCTURE_BYTES, ReadLimit, ReadLimits};
use super::scan;
use super::tree::{self, Attachment};

/// Nested objects are read and dropped recursively, up to 100 levels.
const STACK_BYTES: usize = 16 << 20;

/// The content of the attachment called `name` in the PDF file `pdf`.
///
/// Finds it in the name tree of embedded files, else among the associated files of the
/// catalog, by either of its two names. Deflate and uncompressed attachments are read.
/// Files that other programs have saved again are read, incremental updates and object
/// streams included; damaged cross-reference tables are rebuilt.
///
/// # Errors
///
/// See [`AttachmentError`]. No input makes it panic. When [`ReadLimits::max_time`] runs out,
/// the call returns; its thread ends later, at the next object that it can parse. A file
/// made for the purpose can keep that thread busy for long without one, so a server that
/// takes files from strangers reads them in a process that it can end.
pub fn read(pdf: &[u8], name: &str, limits: &ReadLimits) -> Result<Vec<u8>, AttachmentError> {
    let name = name.to_owned();
    on_a_thread(pdf, limits, Keep::Data, move |document, limits| tree::find(&document, &name, limits))
}

/// Every attachment whose name is wanted, in the order of their names; none is no error.
///
/// Files are found as by [`read()`]. [`ReadLimits::max_decompressed_bytes`] holds for all
/// of them together.
///
/// # Errors
///
/// As [`read()`], except for [`AttachmentError::NotFound`].
pub fn read_all(
    pdf: &[u8],
    is_wanted: impl Fn(&str) -> bool + Send + 'static,
    limits: &ReadLimits,
) -> Result<Vec<Attachment>, AttachmentError> {
    on_a_thread(pdf, limits, Keep::Data, move |document, limits| tree::find_all(&document, is_wanted, limits))
}

/// Loads the PDF and works on it, within the limits.
pub(crate) fn on_a_thread<T: Send + 'static>(
    pdf: &[u8],
    limits: &ReadLimits,
    keep: Keep,
    work: impl FnOnce(Document, &ReadLimits) -> Result<T, AttachmentError> + Send + 'static,
) -> Result<T, AttachmentError> {
    scan::check(pdf, limits)?;

    let cancelled = Arc::new(AtomicBool::new(false));
    let budget = Budget::new(pdf.len(), limits, keep, Arc::clone(&cancelled));
    let (sender, receiver) = mpsc::sync_channel(1);
    let (pdf, limits) = (pdf.to_vec(), *limits);
    thread::Builder::new()
        .name("vereinbar-pdf".to_owned())
        .stack_size(STACK_BYTES)
        .spawn(move || {
            let result = panic::catch_unwind(AssertUnwindSafe(|| {
                let document = load(&pdf, budget, &limits)?;
                work(document, &limits)
            }));
            // The receiver is gone if time has run out.
            let _ = sender.send(result.unwrap_or_else(|payload| Err(after_panic(payload.as_ref()))));
        })
        .map_err(|_| AttachmentError::NoThread)?;

    match receiver.recv_timeout(limits.max_time) {
        Ok(result) => result,
        Err(RecvTimeoutError::Timeout) => {
            cancelled.store(true, Ordering::Relaxed);
            Err(ReadLimit::Time.into())
        }
        Err(RecvTimeoutError::Disconnected) => Err(AttachmentError::Damaged),
    }
}

/// Parses the PDF. The budget is spent object by object and ends parsing when it is used up.
fn load(pdf: &[u8], budget: Budget, limits: &ReadLimits) -> Result<Document, AttachmentError> {
    let options = LoadOptions {
        filter: Some(budget::spend),
        max_decompressed_size: Some(MAX_STRUCTURE_BYTES.min(limits.max_decompressed_bytes)),
        ..LoadOptions::default()
    };
    let document = budget.during(|| Document::load_mem_with_options(pdf, options));
    match document {
        Ok(document) if document.is_encrypted() || document.was_encrypted() => Err(AttachmentError::Encrypted),
        Ok(document) => Ok(document),
        Err(lopdf::Error::Decompress(DecompressError::MemoryLimitExceeded { .. })) => {
            Err(ReadLimit::Decompressed.into())
        }
        Err(lopdf::Error::InvalidPassword | lopdf::Error::UnsupportedSecurityHandler(_)) => {
            Err(AttachmentError::Encrypted)
        }
        Err(_) => Err(AttachmentError::Damaged),
    }
}

/// A panic is ours, with the limit that was reached, or the parser's.
fn after_panic(payload: &(dyn Any + Send)) -> AttachmentError {
    payload.downcast_ref::<ReadLimit>().map_or(AttachmentError::Damaged, |&which| which.into())
}
