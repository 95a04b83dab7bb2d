//! A table over a base, from its upload to the documents that were made of it.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tempfile::TempDir;
use tokio::sync::watch;
use vereinbar::{Art, Vereinbarung};
use vereinbar_batch::{Progress, Report};
use vereinbar_tables::{Columns, Proposal};

use super::Shelved;

pub(crate) struct List {
    pub(crate) folder: TempDir,
    /// The table, in that folder.
    pub(crate) table: PathBuf,
    pub(crate) base: Option<Vereinbarung>,
    /// What the base is called.
    pub(crate) base_name: Option<String>,
    pub(crate) art: Art,
    /// Stops what is under way.
    pub(crate) cancel: Arc<AtomicBool>,
    state: Mutex<ListState>,
    progress: watch::Sender<RunState>,
}

/// How far a run is.
#[derive(Debug, Clone, Copy)]
pub(crate) enum RunState {
    /// None was begun.
    None,
    Running(Option<Progress>),
    Ended,
}

#[derive(Clone)]
pub(crate) struct ListState {
    /// What the headings may mean, of which some are to be confirmed.
    pub(crate) proposals: Vec<Proposal>,
    /// What was confirmed.
    pub(crate) columns: Option<Columns>,
    /// Whether the last run checked, or made documents.
    pub(crate) is_check: bool,
    /// What was found in the rows.
    pub(crate) checked: Option<Arc<Report>>,
    /// What was made of them.
    pub(crate) made: Option<Arc<MadeOfList>>,
    /// Why the last run came to no end: a German sentence, and what was found in the headings.
    pub(crate) problem: Option<Arc<ListProblem>>,
}

/// What was made.
pub(crate) struct MadeOfList {
    pub(crate) report: Report,
    /// The archive or collective file, where there is one.
    pub(crate) file: Option<PathBuf>,
}

pub(crate) struct ListProblem {
    pub(crate) message: String,
    /// What was found in the headings, or on another sheet.
    pub(crate) details: Vec<String>,
}

impl Shelved for List {
    fn is_busy(&self) -> bool {
        matches!(*self.progress.borrow(), RunState::Running(_))
    }
}

impl List {
    pub(crate) fn new(
        folder: TempDir,
        table: PathBuf,
        base: Option<(String, Vereinbarung)>,
        art: Art,
        proposals: Vec<Proposal>,
    ) -> Self {
        let (base_name, base) = base.unzip();
        Self {
            folder,
            table,
            base,
            base_name,
            art,
            cancel: Arc::default(),
            state: Mutex::new(ListState {
                proposals,
                columns: None,
                is_check: false,
                checked: None,
                made: None,
                problem: None,
            }),
            progress: watch::Sender::new(RunState::None),
        }
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, ListState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A file of the run, in the folder that goes with it.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.output().join(name)
    }

    /// Beside the table; the name of no upload begins with a point.
    pub(crate) fn output(&self) -> PathBuf {
        self.folder.path().join(".ergebnis")
    }

    pub(crate) fn table_name(&self) -> &str {
        self.table.file_name().and_then(|name| name.to_str()).unwrap_or_default()
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn progress(&self) -> watch::Receiver<RunState> {
        self.progress.subscribe()
    }

    pub(crate) fn run_state(&self) -> RunState {
        *self.progress.borrow()
    }

    /// Begins a run; `false` while another goes on.
    pub(crate) fn begin(&self) -> bool {
        self.progress.send_if_modified(|state| {
            let is_free = !matches!(state, RunState::Running(_));
            if is_free {
                self.cancel.store(false, Ordering::Relaxed);
                *state = RunState::Running(None);
            }
            is_free
        })
    }

    pub(crate) fn tell(&self, progress: &Progress) {
        self.progress.send_replace(RunState::Running(Some(*progress)));
    }

    pub(crate) fn end(&self) {
        self.progress.send_replace(RunState::Ended);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_run_at_a_time_begins_and_none_as_it_was_stopped() {
        let folder = tempfile::tempdir().unwrap();
        let table = folder.path().join("liste.csv");
        let list = List::new(folder, table, None, Art::LeqVereinbarung, Vec::new());
        assert!(!list.is_busy() && list.begin() && list.is_busy());
        assert!(!list.begin());
        list.cancel.store(true, Ordering::Relaxed);
        // What does not begin stops nothing, and lets nothing go on.
        assert!(!list.begin() && list.cancel.load(Ordering::Relaxed));
        list.end();
        assert!(list.begin() && !list.cancel.load(Ordering::Relaxed));
    }
}
