//! The second pass: workers make documents, this thread keeps the order.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, SyncSender};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use vereinbar::Renderer;
use vereinbar_tables::files::Digest;
use vereinbar_tables::{Phase, Progress, TICK, jobs};

use super::workshop::{Made, Outcome, Refused, Seats, Task, Workshop};
use crate::check::{Spooled, SpooledRow, SpooledRows};
use crate::output::{Archive, Folder, Manifest, ManifestEntry, Status};
use crate::{BatchError, BatchOptions, FailedDocument, Report};

/// Workers beyond those that render: they wait for the disk.
const WAITING_WORKERS: usize = 3;
/// How far the quickest worker may be ahead of the slowest, per worker.
const AHEAD_PER_WORKER: usize = 8;
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
    /// Documents handed out, and what of them is in order so far.
    handed: usize,
    settled: usize,
    /// Done out of order.
    waiting: BTreeMap<usize, Outcome>,
    /// The row of each document.
    rows: Vec<usize>,
    fatal: Option<BatchError>,
}

impl Production<'_> {
    /// Makes the documents of the spool. `place` names the output in errors.
    pub(crate) fn run(
        mut self,
        spooled: &mut Spooled,
        place: &Path,
        files: &BTreeSet<Digest>,
    ) -> Result<(), BatchError> {
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
        let (job_sender, job_receiver) = mpsc::sync_channel(jobs * AHEAD_PER_WORKER + workers);
        let (sender, receiver) = mpsc::channel();
        let job_receiver = Mutex::new(job_receiver);
        let mut items = spooled.items().map_err(BatchError::unwritable(place))?;
        let mut state = State::default();
        thread::scope(|scope| {
            for _ in 0..workers {
                let (workshop, jobs, sender) = (&workshop, &job_receiver, sender.clone());
                scope.spawn(move || {
                    loop {
                        let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
                        let Ok(job) = job else { return };
                        if sender.send(workshop.work(job)).is_err() {
                            return;
                        }
                    }
                });
            }
            drop(sender);
            let result = self.supervise(&mut items, &mut state, &job_sender, &receiver, jobs * AHEAD_PER_WORKER);
            drop(job_sender);
            result.map_err(BatchError::unwritable(place))
        })?;
        self.close(state, place, files)
    }

    /// Hands out documents and takes them back in order.
    fn supervise(
        &mut self,
        items: &mut SpooledRows<'_>,
        state: &mut State,
        jobs: &SyncSender<Task>,
        outcomes: &Receiver<Outcome>,
        ahead: usize,
    ) -> io::Result<()> {
        let begun = Instant::now();
        let (mut told, mut synced) = (begun, begun);
        let mut is_over = false;
        let mut under_way = 0;
        loop {
            while !is_over && state.handed - state.settled < ahead {
                is_over = self.cancel.load(Ordering::Relaxed) || state.fatal.is_some();
                let Some(item) = (if is_over { None } else { items.next().transpose()? }) else {
                    is_over = true;
                    break;
                };
                let index = state.handed;
                state.handed += 1;
                state.rows.push(item.row);
                if item.reason.is_some() {
                    // Failed when it was checked; only its line is to be written, when its turn comes.
                    let input = Digest::of(b"");
                    let result = Err(Refused { reason: String::new(), fatal: None });
                    state.waiting.insert(index, Outcome { index, item, input, result, ms: 0 });
                    continue;
                }
                let earlier = self.manifest.as_ref().and_then(|manifest| manifest.earlier(item.file.as_deref()?));
                under_way += 1;
                // There is room for as many as are ever under way.
                let _ = jobs.send(Task { index, item, earlier });
            }
            self.settle(state)?;
            if under_way == 0 {
                if is_over && state.waiting.is_empty() {
                    break;
                }
                continue;
            }
            match outcomes.recv_timeout(TICK) {
                Ok(outcome) => {
                    under_way -= 1;
                    state.waiting.insert(outcome.index, outcome);
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Err(io::Error::other("the workers are gone")),
            }
            self.settle(state)?;
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

    /// Takes up the documents whose turn it is.
    fn settle(&mut self, state: &mut State) -> io::Result<()> {
        while let Some(outcome) = state.waiting.remove(&state.settled) {
            state.settled += 1;
            self.take(outcome, state)?;
        }
        Ok(())
    }

    fn take(&mut self, outcome: Outcome, state: &mut State) -> io::Result<()> {
        let Outcome { item, input, result, ms, .. } = outcome;
        let file = item.file.clone();
        let mut entry = ManifestEntry {
            row: item.row,
            source: item.source.clone(),
            form: item.form.clone(),
            status: Status::Failed,
            file: item.file.clone(),
            input: None,
            context: None,
            output: None,
            pages: None,
            bytes: None,
            ms: None,
            reason: item.reason.clone(),
            findings: item.findings.clone(),
        };
        let bytes = match result {
            Ok(Made::New { output, pages, size, bytes }) => {
                self.report.done += 1;
                self.report.pages += pages;
                self.report.bytes += size as u64;
                entry.status = Status::Done;
                entry.input = Some(input.to_string());
                entry.context = Some(self.context.to_string());
                entry.output = Some(output.to_string());
                entry.pages = Some(pages);
                entry.bytes = Some(size);
                entry.ms = Some(ms);
                self.line(&entry)?;
                bytes
            }
            Ok(Made::Unchanged { earlier, bytes }) => {
                self.report.unchanged += 1;
                if let Some(manifest) = &mut self.manifest {
                    manifest.keep(earlier);
                }
                bytes
            }
            Err(refused) => {
                if item.reason.is_none() {
                    self.fail(item, &refused);
                    entry.reason = Some(refused.reason);
                }
                if let Some((path, error)) = refused.fatal {
                    state.fatal = Some(BatchError::Unwritable { path, error });
                }
                self.line(&entry)?;
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

    fn fail(&mut self, item: SpooledRow, refused: &Refused) {
        self.report.failed += 1;
        let SpooledRow { row, source, form, file, .. } = item;
        let reason = refused.reason.clone();
        self.report.failures.push(FailedDocument { row, source, form, file, reason, findings: Vec::new() });
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
    fn close(self, state: State, place: &Path, files: &BTreeSet<Digest>) -> Result<(), BatchError> {
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
            self.report.orphans = manifest.orphans(files).map_err(BatchError::unwritable(place))?;
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
