//! Runs over a whole table, on a thread of their own: they take longer than a task may.

use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::thread;

use vereinbar_batch::{BatchError, BatchOptions, Progress, Report};
use vereinbar_tables::{Columns, Source, TableError};

use crate::app::App;
use crate::file_words::without_folder;
use crate::tasks::Busy;

/// A table, and what is to be made of it.
pub(crate) struct Run {
    pub(crate) table: PathBuf,
    pub(crate) columns: Columns,
    pub(crate) options: BatchOptions,
    /// What stops it.
    pub(crate) cancel: Arc<AtomicBool>,
}

/// How a run ended; `None` is a fault of the program.
pub(crate) type Ended = Option<Result<Report, BatchError>>;

/// Begins a run where there is room for one.
pub(crate) fn start(
    app: &Arc<App>,
    mut run: Run,
    on_progress: impl FnMut(&Progress) + Send + 'static,
    on_end: impl FnOnce(Ended) + Send + 'static,
) -> Result<(), Busy> {
    let Ok(permit) = Arc::clone(&app.runs).try_acquire_owned() else {
        app.metrics.busy();
        return Err(Busy);
    };
    run.options.workers = app.workers.clone();
    let cancel = Arc::clone(&run.cancel);
    let begun = thread::Builder::new().name("vereinbar-list".to_owned()).spawn(move || {
        let ended = catch_unwind(AssertUnwindSafe(|| work(run, on_progress)));
        drop(permit);
        on_end(ended.ok());
    });
    app.under_way.add(cancel, begun.map_err(|_| Busy)?);
    Ok(())
}

fn work(run: Run, mut on_progress: impl FnMut(&Progress)) -> Result<Report, BatchError> {
    let Run { table, columns, mut options, cancel } = run;
    // One core is left to who fills in forms.
    let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    options.jobs = NonZeroUsize::new(cores.saturating_sub(1).max(1));
    let source = Source::file(table);
    let source = if columns.is_empty() { source } else { source.columns(columns) };
    vereinbar_batch::run(source, &options, &cancel, &mut on_progress)
}

/// Why a run did not begin or came to no end: a sentence, and what
/// was found in the headings or on another sheet.
pub(crate) fn told(error: &BatchError, folder: &Path) -> (String, Vec<String>) {
    match error {
        BatchError::Table(TableError::NoArt) => {
            let words = "Welche Art von Vereinbarung soll entstehen? Nennen Sie sie mit „art“, oder senden Sie eine Grundlage \
                 im Teil „base“.";
            (words.to_owned(), Vec::new())
        }
        BatchError::Table(TableError::Headings(findings)) => (
            "Die Überschriften der Tabelle stimmen nicht; es wurde nichts erzeugt.".to_owned(),
            findings.iter().map(ToString::to_string).collect(),
        ),
        BatchError::Table(TableError::Shared(findings)) => (
            "Das Blatt „Gemeinsam“ stimmt nicht; es wurde nichts erzeugt.".to_owned(),
            findings.iter().map(|(row, finding)| format!("Zeile {row}: {finding}")).collect(),
        ),
        other => (without_folder(Some(folder), &other.to_string()), Vec::new()),
    }
}
