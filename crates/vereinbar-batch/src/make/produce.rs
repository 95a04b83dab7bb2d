//! The second pass: workers make documents, this thread keeps the order.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use serde_json::Value;
use vereinbar::Renderer;
use vereinbar_tables::RowFinding;
use vereinbar_tables::files::Digest;
use vereinbar_tables::workers::{Phase, Progress, Queue, TICK, jobs, work_off};

use super::workshop::{Finished, Product, Refused, Seats, Task, Workshop};
use crate::check::{Spooled, SpooledRow, SpooledRows};
use crate::names::Names;
use crate::output::{Archive, Folder, Manifest, ManifestEntry, Outcome};
use crate::{BatchError, BatchOptions, FailedDocument, Report};

/// Workers beyond those that render: they wait for the disk.
const WAITING_WORKERS: usize = 3;
/// How far the quickest worker may be ahead of the slowest, per worker.
const AHEAD_PER_WORKER: usize = 8;
/// The reason where the row is in order; what the matter is, the finding says.
const NOT_MADE: &str = "Das Dokument ist nicht entstanden.";
/// How often the manifest is made to last. What is lost of it is made again.
const SYNC: Duration = Duration::from_secs(1);

/// What a run works with.
pub(crate) struct Production<'a> {
    pub(crate) options: &'a BatchOptions,
    pub(crate) renderer: &'a Renderer,
    pub(crate) context: Digest,
    pub(crate) folder: Option<&'a Folder>,
    pub(crate) manifest: Option<Manifest>,
    pub(crate) archive: Option<Archive>,
    pub(crate) cancel: &'a AtomicBool,
    pub(crate) on_progress: &'a mut dyn FnMut(&Progress),
    pub(crate) report: &'a mut Report,
}

/// What the run has come to.
#[derive(Default)]
struct State {
    /// The row of each document.
    rows: Vec<usize>,
    /// The files of all documents, made or not.
    files: BTreeSet<Digest>,
    fatal: Option<BatchError>,
}

impl Production<'_> {
    /// Makes the documents of the spool. `place` names the output in errors.
    pub(crate) fn run(mut self, spooled: &mut Spooled, place: &Path, names: &Names) -> Result<(), BatchError> {
        let jobs = jobs(self.options.jobs);
        let workshop = Workshop {
            renderer: self.renderer,
            options: &self.options.render,
            context: self.context,
            folder: self.folder.map(Folder::path),
            gives_bytes: self.archive.is_some(),
            overwrite: self.options.overwrite,
            resume: self.options.resume,
            seats: Seats::new(jobs),
        };
        let workers = if workshop.folder.is_some() { jobs + WAITING_WORKERS } else { jobs };
        let mut rows = spooled.rows(names).map_err(BatchError::unwritable(place))?;
        let mut state = State::default();
        let cancel = self.cancel;
        let (result, _) = work_off(vec![&workshop; workers], jobs * AHEAD_PER_WORKER, cancel, |queue| {
            self.supervise(&mut rows, &mut state, queue)
        });
        result.map_err(BatchError::unwritable(place))?;
        self.close(state, place)
    }

    /// Hands out documents and takes them back in order.
    fn supervise(
        &mut self,
        rows: &mut SpooledRows<'_>,
        state: &mut State,
        queue: &mut Queue<'_, Task, Finished>,
    ) -> io::Result<()> {
        let begun = Instant::now();
        let (mut told, mut synced) = (begun, begun);
        let mut is_over = false;
        while !is_over || !queue.is_empty() {
            while !is_over && queue.has_room() {
                is_over = queue.is_cancelled() || state.fatal.is_some();
                match if is_over { None } else { rows.next().transpose()? } {
                    Some(row) => self.hand_out(row, state, queue),
                    None => is_over = true,
                }
            }
            queue.wait();
            while let Some(finished) = queue.take_next() {
                self.take(finished, state)?;
            }
            if told.elapsed() >= TICK {
                told = Instant::now();
                self.tell(begun);
            }
            if synced.elapsed() >= SYNC {
                synced = Instant::now();
                self.sync()?;
            }
        }
        self.tell(begun);
        self.sync()
    }

    fn hand_out(&self, row: SpooledRow, state: &mut State, queue: &mut Queue<'_, Task, Finished>) {
        let SpooledRow { document, findings, content, .. } = row;
        state.files.extend(document.file.as_deref().map(|file| Digest::of(file.as_bytes())));
        state.rows.push(document.row);
        match content {
            Ok(sealed) => {
                let manifest = self.manifest.as_ref();
                let earlier = manifest.and_then(|manifest| manifest.earlier(document.file.as_deref()?));
                queue.hand_out(Task { document, findings, sealed, earlier });
            }
            // Only its line is to be written, when its turn comes.
            Err(reason) => queue.set_aside(Finished { document, findings, result: Err(Refused::Before(reason)) }),
        }
    }

    fn take(&mut self, finished: Finished, state: &mut State) -> io::Result<()> {
        let Finished { document, findings, result } = finished;
        let (file, line) = (document.file.clone(), |outcome| ManifestEntry { document, outcome, findings });
        let bytes = match result {
            Ok(Product::New(made, bytes)) => {
                self.report.done += 1;
                self.report.pages += made.pages;
                self.report.bytes += made.bytes as u64;
                self.line(&line(Outcome::Done(made)))?;
                bytes
            }
            Ok(Product::Unchanged(earlier, bytes)) => {
                self.report.unchanged += 1;
                if let Some(manifest) = &mut self.manifest {
                    manifest.keep(earlier);
                }
                bytes
            }
            Err(Refused::Before(reason)) => {
                self.line(&line(Outcome::Failed { reason }))?;
                None
            }
            Err(Refused::Now { finding, fatal }) => {
                let finding = RowFinding::new(*finding);
                let mut entry = line(Outcome::Failed { reason: NOT_MADE.to_owned() });
                if let Value::Array(findings) = &mut entry.findings {
                    findings.push(vereinbar::to_json::value(&finding));
                }
                self.line(&entry)?;
                self.report.failed += 1;
                let (document, reason) = (entry.document, NOT_MADE.to_owned());
                self.report.failures.push(FailedDocument { document, reason, findings: vec![finding] });
                if let Some((path, error)) = fatal {
                    state.fatal = Some(BatchError::Unwritable { path, error });
                }
                None
            }
        };
        match (&mut self.archive, bytes, file) {
            (Some(archive), Some(bytes), Some(file)) => archive.add(&file, &bytes),
            _ => Ok(()),
        }
    }

    fn line(&mut self, entry: &ManifestEntry) -> io::Result<()> {
        self.manifest.as_mut().map_or(Ok(()), |manifest| manifest.push(entry))
    }

    fn tell(&mut self, begun: Instant) {
        let Report { done, failed, unchanged, documents, .. } = *self.report;
        (self.on_progress)(&Progress {
            phase: Phase::Render,
            done: done + failed + unchanged,
            failed,
            unchanged,
            total: Some(documents),
            elapsed: begun.elapsed(),
        });
    }

    fn sync(&self) -> io::Result<()> {
        if let Some(folder) = self.folder {
            folder.sync();
        }
        self.manifest.as_ref().map_or(Ok(()), Manifest::sync)
    }

    /// Finishes manifest and archive, and counts what is left.
    fn close(self, state: State, place: &Path) -> Result<(), BatchError> {
        if let Some(fatal) = state.fatal {
            return Err(fatal);
        }
        let settled = self.report.done + self.report.unchanged + self.report.failed;
        self.report.left = self.report.documents.saturating_sub(settled);
        self.report.interrupted = self.report.left > 0;
        if self.report.interrupted {
            return Ok(());
        }
        if let (Some(mut manifest), Some(folder)) = (self.manifest, self.folder) {
            // On a system that lets go of open files, writing goes on without a word.
            if !folder.path().is_dir() {
                return Err(BatchError::Gone(folder.path().to_owned()));
            }
            self.report.orphans = manifest.orphans(&state.files).map_err(BatchError::unwritable(place))?;
            manifest.finish(&state.rows).map_err(BatchError::unwritable(place))?;
            folder.sync();
            self.report.outputs.push(folder.path().to_owned());
        }
        if let (Some(archive), Some(zip)) = (self.archive, &self.options.zip) {
            archive.finish().map_err(BatchError::unwritable(zip))?;
            self.report.outputs.push(zip.clone());
        }
        Ok(())
    }
}
