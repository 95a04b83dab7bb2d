//! The collective file for the printer.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use vereinbar::{CollectionOptions, Renderer};
use vereinbar_tables::workers::{Phase, Progress};

use super::folder;
use crate::check::SpooledRows;
use crate::{BatchError, BatchOptions, Report};

/// Makes one PDF of all documents, in one go: what is merged afterwards
/// is neither PDF/A nor PDF/UA any more. `cancel` leaves the file unwritten.
pub(crate) fn combine(
    renderer: &Renderer,
    options: &BatchOptions,
    path: &Path,
    rows: SpooledRows<'_>,
    report: &mut Report,
    cancel: &AtomicBool,
    on_progress: &mut dyn FnMut(&Progress),
) -> Result<(), BatchError> {
    let begun = Instant::now();
    let mut vereinbarungen = Vec::new();
    for row in rows {
        vereinbarungen.extend(row.map_err(BatchError::unwritable(path))?.content);
    }
    if vereinbarungen.is_empty() {
        return Ok(());
    }
    let total = vereinbarungen.len();
    let is_alone = options.out.is_none() && options.zip.is_none();
    let mut tell = |done| {
        let elapsed = begun.elapsed();
        on_progress(&Progress { phase: Phase::Combine, done, failed: 0, unchanged: 0, total: Some(total), elapsed });
        // It may be there that the caller says to stop.
        cancel.load(Ordering::Relaxed)
    };
    let collection = if tell(0) {
        None
    } else {
        let options = CollectionOptions { render: options.render.clone(), duplex: options.duplex };
        Some(renderer.render_collection(&vereinbarungen, &options)?)
    };
    let Some(collection) = collection.filter(|_| !tell(0)) else {
        report.interrupted = true;
        if is_alone {
            report.left = total;
        }
        return Ok(());
    };
    folder::write(path, &collection.pdf).map_err(BatchError::unwritable(path))?;
    tell(total);
    if is_alone {
        report.done = total;
        report.pages = collection.pages;
        report.bytes = collection.pdf.len() as u64;
    }
    report.outputs.push(path.to_owned());
    Ok(())
}
