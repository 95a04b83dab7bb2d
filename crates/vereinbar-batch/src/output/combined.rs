//! The collective file for the printer.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Instant;

use vereinbar::{CollectionOptions, Rendered, Renderer, Sealed};
use vereinbar_tables::workers::{Phase, Progress, TICK};

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
    let tell = &mut |done| {
        let elapsed = begun.elapsed();
        on_progress(&Progress { phase: Phase::Combine, done, failed: 0, unchanged: 0, total: Some(total), elapsed });
        // It may be there that the caller says to stop.
        cancel.load(Ordering::Relaxed)
    };
    let collection = if tell(0) { None } else { rendered(renderer, options, vereinbarungen, || tell(0)) };
    let Some(collection) = collection else {
        report.interrupted = true;
        if is_alone {
            report.left = total;
        }
        return Ok(());
    };
    let collection = collection?;
    let of_layout = collection.of_layout().map(|finding| format!("{}: {finding}", path.display()));
    report.notes.extend(of_layout);
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

/// The collective file; `None` once `is_over`, which is asked about ten times a second.
///
/// Typst cannot be stopped: the thread that waits for it is left to itself then, and ends
/// with the file that nobody wants any more, or with the process.
fn rendered(
    renderer: &Renderer,
    options: &BatchOptions,
    vereinbarungen: Vec<Sealed>,
    mut is_over: impl FnMut() -> bool,
) -> Option<Result<Rendered, BatchError>> {
    let (sender, receiver) = mpsc::sync_channel(1);
    let renderer = renderer.clone();
    let options = CollectionOptions { render: options.render.clone(), duplex: options.duplex };
    let spawned = thread::Builder::new().name("vereinbar-combine".to_owned()).spawn(move || {
        let _ = sender.send(renderer.render_collection(&vereinbarungen, &options));
    });
    if let Err(error) = spawned {
        return Some(Err(BatchError::Unwritable { path: PathBuf::from("."), error }));
    }
    loop {
        match receiver.recv_timeout(TICK) {
            Ok(collection) => return Some(collection.map_err(BatchError::from)),
            Err(RecvTimeoutError::Timeout) if !is_over() => {}
            Err(_) => return None,
        }
    }
}
