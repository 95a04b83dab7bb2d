//! The second pass: workers make documents, this thread keeps the order.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use serde_json::Value;
use vereinbar::Renderer;
use vereinbar::digest::Digest;
use vereinbar_tables::workers::{Phase, Progress, Queue, TICK, jobs, work_off};
use vereinbar_tables::{RowFinding, RowFindings};

use super::press::Press;
use super::workshop::{Finished, Product, Refused, Task, Workshop};
use crate::check::{NotMade, Spooled, SpooledRow, SpooledRows};
use crate::names::Names;
use crate::output::{Archive, Earlier, Folder, Manifest, ManifestEntry, Outcome, moved};
use crate::{BatchError, BatchOptions, DocumentState, FailedDocument, Report, RowState};

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
    /// The row of each line of the manifest.
    rows: Vec<usize>,
    /// The files of all documents, made or not.
    files: BTreeSet<Digest>,
    /// What was found only when the documents were made: what kept them from it, and what
    /// shows only once they are laid out.
    findings: RowFindings,
    fatal: Option<BatchError>,
}

impl Production<'_> {
    /// Makes the documents of the spool. `place` names the output in errors.
    pub(crate) fn run(mut self, spooled: &mut Spooled, place: &Path, names: &Names) -> Result<(), BatchError> {
        let jobs = jobs(self.options.jobs);
        let documents = self.report.documents - self.report.failed;
        let (press, remark) = Press::new(self.options, self.renderer, jobs, documents, self.cancel);
        self.report.notes.extend(remark);
        let workshop = Workshop {
            press,
            context: self.context,
            folder: self.folder.map(Folder::path),
            gives_bytes: self.archive.is_some(),
            overwrite: self.options.overwrite,
            resume: self.options.resume,
        };
        let workers = if workshop.folder.is_some() { jobs + WAITING_WORKERS } else { jobs };
        let mut rows = spooled.rows(names).map_err(BatchError::unwritable(place))?;
        let mut state = State::default();
        let cancel = self.cancel;
        let (result, _) = work_off(vec![&workshop; workers], jobs * AHEAD_PER_WORKER, cancel, |queue| {
            self.supervise(&mut rows, &mut state, queue)
        });
        result.map_err(BatchError::unwritable(place))?;
        self.report.findings.extend(std::mem::take(&mut state.findings).into_found());
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
        let manifest = self.manifest.as_ref();
        let earlier = manifest.and_then(|manifest| manifest.earlier(document.file.as_deref()?));
        match content {
            Ok(sealed) => queue.hand_out(Task { document, findings, sealed, earlier }),
            // Only its line is to be written, when its turn comes.
            Err(why) => {
                let earlier = earlier.map(Box::new);
                let result = Err(match why {
                    NotMade::Failed(reason) => Refused::Before { reason, earlier },
                    NotMade::PassedOver => Refused::NotNow(earlier),
                });
                queue.set_aside(Finished { document, findings, result });
            }
        }
    }

    fn take(&mut self, finished: Finished, state: &mut State) -> io::Result<()> {
        let Finished { document, findings, result } = finished;
        let (file, row) = (document.file.clone(), document.row);
        let mut told = DocumentState { document: document.clone(), state: RowState::Failed };
        let line = |outcome| ManifestEntry { document, outcome, findings, orphan: false };
        let bytes = match result {
            Ok(Product::New(made, bytes, of_layout)) => {
                told.state = RowState::Made;
                self.report.done += 1;
                self.report.pages += made.pages;
                self.report.bytes += made.bytes as u64;
                self.report.warnings += of_layout.len();
                let mut entry = line(Outcome::Done(made));
                for finding in &of_layout {
                    state.findings.add(row, entry.document.source.as_deref(), finding);
                    if let Value::Array(findings) = &mut entry.findings {
                        findings.push(vereinbar::to_json::value(finding));
                    }
                }
                self.line(&entry)?;
                bytes
            }
            Ok(Product::Unchanged(earlier, bytes)) => {
                told.state = RowState::Unchanged;
                self.report.unchanged += 1;
                if earlier.is_failed {
                    self.line(&line(Outcome::Done(earlier.made)))?;
                } else {
                    self.keep(earlier);
                }
                bytes
            }
            Err(Refused::NotNow(earlier)) => {
                told.state = RowState::PassedOver;
                let Some(earlier) = earlier else {
                    self.report.states.push(told);
                    return Ok(());
                };
                self.keep(*earlier);
                None
            }
            Err(Refused::Interrupted) => return Ok(()),
            Err(Refused::Before { reason, earlier }) => {
                self.line(&line(Outcome::Failed { reason, made: earlier.map(|earlier| earlier.made) }))?;
                None
            }
            Err(Refused::Now { finding, fatal, earlier }) => {
                let finding = RowFinding::new(*finding);
                let made = earlier.map(|earlier| earlier.made);
                let mut entry = line(Outcome::Failed { reason: NOT_MADE.to_owned(), made });
                if let Value::Array(findings) = &mut entry.findings {
                    findings.push(vereinbar::to_json::value(&finding));
                }
                self.line(&entry)?;
                self.report.failed += 1;
                let (document, reason) = (entry.document, NOT_MADE.to_owned());
                let (source, file) = (document.source.as_deref(), document.file.as_deref());
                state.findings.add_of_file(row, source, file, &finding);
                self.report.fail(FailedDocument { document, reason, findings: vec![finding] });
                if let Some((path, error)) = fatal {
                    state.fatal = Some(BatchError::Unwritable { path, error });
                }
                None
            }
        };
        state.rows.push(row);
        self.report.states.push(told);
        if let (Some(archive), Some(bytes), Some(file)) = (&mut self.archive, bytes, file)
            && let Err(error) = archive.add(&file, &bytes)
        {
            state.fatal = Some(BatchError::Unwritable { path: archive.path().to_owned(), error });
        }
        Ok(())
    }

    fn keep(&mut self, earlier: Earlier) {
        if let Some(manifest) = &mut self.manifest {
            manifest.keep(earlier);
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
            let mut orphans = manifest.orphans(&state.files).map_err(BatchError::unwritable(place))?;
            orphans.retain(|entry| entry.document.file.as_ref().is_some_and(|file| folder.path().join(file).exists()));
            if let Some(to) = &self.options.move_orphans {
                self.report.moved = moved(folder.path(), to, &orphans)?;
                orphans.clear();
            }
            manifest.finish(&state.rows, &orphans).map_err(BatchError::unwritable(place))?;
            self.report.orphans = orphans.into_iter().filter_map(|entry| entry.document.file).collect();
            folder.sync();
            self.report.outputs.push(folder.path().to_owned());
        }
        if let (Some(archive), Some(zip)) = (self.archive, &self.options.zip)
            && archive.finish().map_err(BatchError::unwritable(zip))?
        {
            self.report.outputs.push(zip.clone());
        }
        Ok(())
    }
}
