//! Who reads PDFs: this process, or one of its own for each that is read at a time.

use std::sync::OnceLock;
use std::sync::atomic::AtomicBool;

use vereinbar::{ExtractError, Vereinbarung, extract_all};
use vereinbar_workers::{Lost, Processes, WorkerOptions};

/// Reads PDFs. Processes are started for the first one.
pub(crate) struct PdfReader {
    workers: WorkerOptions,
    jobs: usize,
    /// `Err` with a German sentence where this process reads instead.
    processes: OnceLock<Result<Processes, String>>,
}

/// What a PDF carries.
pub(crate) struct Carried {
    pub(crate) name: String,
    /// `None` where the data cannot be read.
    pub(crate) vereinbarung: Option<Vereinbarung>,
}

/// Why a PDF gives nothing.
pub(crate) enum NotRead {
    /// It carries nothing that can be read: a German sentence where the file is to blame, and
    /// `None` where its data are.
    Refused(Option<String>),
    Lost(Lost),
}

impl PdfReader {
    pub(crate) const fn new(workers: WorkerOptions, jobs: usize) -> Self {
        Self { workers, jobs, processes: OnceLock::new() }
    }

    pub(crate) fn read(&self, pdf: &[u8], cancel: &AtomicBool) -> Result<Vec<Carried>, NotRead> {
        let Some(Ok(processes)) = self.processes() else {
            let files = extract_all(pdf).map_err(|error| {
                NotRead::Refused(match error {
                    ExtractError::Attachment(error) => Some(error.to_string()),
                    _ => None,
                })
            })?;
            let carried =
                |file: vereinbar::Extracted| Carried { name: file.name, vereinbarung: file.vereinbarung.ok() };
            return Ok(files.into_iter().map(carried).collect());
        };
        let read = processes.extract_all(pdf, cancel).map_err(NotRead::Lost)?;
        let files = read.map_err(|reason| NotRead::Refused(Some(reason)))?;
        Ok(files.into_iter().map(|file| Carried { name: file.name, vereinbarung: file.vereinbarung }).collect())
    }

    fn processes(&self) -> Option<&Result<Processes, String>> {
        let worker = self.workers.worker.as_ref()?;
        Some(self.processes.get_or_init(|| {
            let processes = Processes::start(worker, self.workers.limits(), self.jobs, None);
            processes.map_err(|error| error.done_by_threads())
        }))
    }

    /// What was otherwise than asked for.
    pub(crate) fn into_notes(self) -> Vec<String> {
        match self.processes.into_inner() {
            None | Some(Ok(_)) => self.workers.remark().map(str::to_owned).into_iter().collect(),
            Some(Err(note)) => vec![note],
        }
    }
}
