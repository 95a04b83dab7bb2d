//! Hands out work, tells progress, puts together what the workers have counted.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use vereinbar::auswertung::{Auswertung, Befund};
use vereinbar::evaluate::{EvaluateOptions, Evaluator};
use vereinbar_tables::files::orphans;
use vereinbar_tables::workers::{self, Phase, Progress, Queue, TICK, Worker as _, work_off};
use vereinbar_workers::WorkerOptions;

use super::run_options::RunOptions;
use super::work::{Counter, Piece};
use crate::EvaluateError;
use crate::input::{self, Input, Inputs, InputsFrom, PdfReader, Tally, is_lines};

/// How many pieces of work may wait, per worker.
const AHEAD_PER_WORKER: usize = 4;

/// What came out.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Evaluated {
    /// The evaluation.
    pub auswertung: Auswertung,
    /// Agreements that were read, copies and older versions included.
    pub read: usize,
    /// Files, lines and entries that could not be read; each is a finding.
    pub failed: usize,
    /// Whether the run was interrupted. Then the evaluation is of what was read so far,
    /// and not to be published.
    pub interrupted: bool,
    /// What of [`RunOptions`] was otherwise than asked for: German sentences.
    pub notes: Vec<String>,
}

/// What was read, not evaluated yet.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Collected {
    /// What it was read into.
    pub evaluator: Evaluator,
    /// As in [`Evaluated`].
    pub read: usize,
    /// As in [`Evaluated`].
    pub failed: usize,
    /// As in [`Evaluated`].
    pub interrupted: bool,
    /// As in [`Evaluated`].
    pub notes: Vec<String>,
}

/// Reads all agreements and evaluates them.
///
/// `run` says how many are read at the same time, and where; a number of jobs alone is such
/// options, too, and `None` those by default.
///
/// `on_progress` is called on this thread, about ten times a second, with the phase
/// [`Phase::Evaluate`]. Setting `cancel`, from there or from another thread, finishes
/// what is under way and leaves the rest.
///
/// # Errors
/// [`EvaluateError`] when a path that is named does not exist, or the iterator fails.
///
/// ```
/// use std::sync::atomic::AtomicBool;
/// use vereinbar_evaluate::{EvaluateOptions, Inputs, evaluate};
///
/// let folder = tempfile::tempdir()?;
/// let agreement = r#"{"art": "qualitaetsentwicklungsvereinbarung", "ziele": [{"ziel": "Kinder bringen ihre Sicht ein."}]}"#;
/// std::fs::write(folder.path().join("a.json"), agreement)?;
/// std::fs::write(folder.path().join("b.pdf"), "kein PDF")?;
///
/// let cancel = AtomicBool::new(false);
/// let evaluated = evaluate(Inputs::paths([folder.path()]), &EvaluateOptions::default(), None, &cancel, &mut |_| {})?;
/// assert_eq!((evaluated.read, evaluated.failed), (1, 1));
/// assert_eq!(evaluated.auswertung.kennzahlen.ziele.anzahl, 1);
/// assert_eq!(evaluated.auswertung.befunde.len(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn evaluate(
    inputs: Inputs<'_>,
    options: &EvaluateOptions,
    run: impl Into<RunOptions>,
    cancel: &AtomicBool,
    on_progress: &mut dyn FnMut(&Progress),
) -> Result<Evaluated, EvaluateError> {
    let Collected { evaluator, read, failed, interrupted, notes } = collect(inputs, options, run, cancel, on_progress)?;
    Ok(Evaluated { auswertung: evaluator.finish(), read, failed, interrupted, notes })
}

/// Reads all agreements as [`evaluate()`] does, and leaves the evaluation open: what was read
/// elsewhere can be [merged](Evaluator::merge), or it can travel [as bytes](Evaluator::to_bytes).
///
/// # Errors
/// As [`evaluate()`].
///
/// ```
/// use std::sync::atomic::AtomicBool;
/// use vereinbar_evaluate::{EvaluateOptions, Evaluator, Input, Inputs, collect};
///
/// let part = |text: &str, quelle: &str| {
///     let input = Input::Content { bytes: text.into(), quelle: quelle.into() };
///     let options = EvaluateOptions::default();
///     collect(Inputs::items([Ok(input)]), &options, None, &AtomicBool::new(false), &mut |_| {})
/// };
/// let north = part(r#"{"art": "qualitaetsentwicklungsvereinbarung", "aktenzeichen": "51-1"}"#, "nord.json")?;
/// let south = part("kein JSON", "süd.json")?;
/// let mut all = Evaluator::from_bytes(&north.evaluator.to_bytes()?)?;
/// all.merge(south.evaluator)?;
/// let auswertung = all.finish();
/// assert_eq!((auswertung.kennzahlen.vereinbarungen.anzahl, auswertung.befunde.len()), (1, 1));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn collect(
    inputs: Inputs<'_>,
    options: &EvaluateOptions,
    run: impl Into<RunOptions>,
    cancel: &AtomicBool,
    on_progress: &mut dyn FnMut(&Progress),
) -> Result<Collected, EvaluateError> {
    let RunOptions { jobs, workers } = run.into();
    let jobs = workers::jobs(jobs);
    let pdfs = PdfReader::new(workers, jobs);
    let new = || Evaluator::new(options.clone());
    let counters = (0..jobs).map(|_| Counter { evaluator: new(), pdfs: &pdfs, cancel }).collect();
    let begun = Instant::now();
    let (fed, counters) = work_off(counters, jobs * AHEAD_PER_WORKER, cancel, |queue| {
        let mut feeder = Feeder {
            queue,
            on_progress,
            tally: Tally::default(),
            total: None,
            seen: BTreeSet::new(),
            own: new(),
            interrupted: false,
            begun,
            told: begun,
        };
        feeder.feed(inputs)?;
        let Feeder { own, tally, interrupted, .. } = feeder;
        Ok::<_, EvaluateError>((own, tally, interrupted))
    });
    let (mut evaluator, Tally { read, failed }, interrupted) = fed?;
    for counter in counters {
        evaluator.merge(counter.evaluator)?;
    }
    Ok(Collected { evaluator, read, failed, interrupted, notes: pdfs.into_notes() })
}

/// Reads one input on this thread, as [`collect()`] does for many; a PDF, too, without a
/// process of its own.
///
/// # Errors
/// As [`evaluate()`].
pub fn collect_one(input: Input, options: &EvaluateOptions) -> Result<Evaluator, EvaluateError> {
    let cancel = AtomicBool::new(false);
    let pdfs = PdfReader::new(WorkerOptions::default(), 1);
    let mut counter = Counter { evaluator: Evaluator::new(options.clone()), pdfs: &pdfs, cancel: &cancel };
    let piece = match input {
        // Of a folder or a file of lines there is more to do.
        path @ Input::Path(_) => {
            return Ok(collect(Inputs::items([Ok(path)]), options, None, &cancel, &mut |_| {})?.evaluator);
        }
        Input::Vereinbarung { vereinbarung, quelle } => {
            Piece::Vereinbarung { vereinbarung: Box::new(vereinbarung), quelle }
        }
        Input::Content { bytes, quelle } => Piece::Content { bytes, quelle },
    };
    counter.work(piece);
    Ok(counter.evaluator)
}

/// Hands out work.
struct Feeder<'q, 'a> {
    queue: &'q mut Queue<'a, Piece, Tally>,
    on_progress: &'q mut dyn FnMut(&Progress),
    tally: Tally,
    /// How many there are, where that is known.
    total: Option<usize>,
    /// The files so far: one that is named twice is read once.
    seen: BTreeSet<PathBuf>,
    /// For what is found here.
    own: Evaluator,
    interrupted: bool,
    begun: Instant,
    told: Instant,
}

impl Feeder<'_, '_> {
    fn feed(&mut self, inputs: Inputs<'_>) -> Result<(), EvaluateError> {
        match inputs.0 {
            InputsFrom::Paths(paths) => {
                let files = self.files(&paths)?;
                // A file of lines has as many agreements as it has.
                self.total = (!files.iter().any(|file| is_lines(file))).then_some(files.len());
                for file in files {
                    if !self.file(file) {
                        break;
                    }
                }
            }
            InputsFrom::Items(items) => {
                for item in items {
                    let goes_on = match item.map_err(EvaluateError::Inputs)? {
                        Input::Vereinbarung { vereinbarung, quelle } => {
                            self.hand_out(Piece::Vereinbarung { vereinbarung: Box::new(vereinbarung), quelle })
                        }
                        Input::Content { bytes, quelle } => self.hand_out(Piece::Content { bytes, quelle }),
                        Input::Path(path) => {
                            let files = self.files(&[path])?;
                            files.into_iter().all(|file| self.file(file))
                        }
                    };
                    if !goes_on {
                        break;
                    }
                }
            }
        }
        while !self.queue.is_empty() {
            self.take();
        }
        self.tell();
        // Whatever was under way then may be incomplete.
        self.interrupted |= self.queue.is_cancelled();
        Ok(())
    }

    /// The files below these paths that were not there before.
    fn files(&mut self, paths: &[PathBuf]) -> Result<Vec<PathBuf>, EvaluateError> {
        if let Some(path) = paths.iter().find(|path| !path.exists()) {
            return Err(EvaluateError::NotFound(path.clone()));
        }
        let mut files = Vec::new();
        for path in paths {
            input::files_below(path, &mut |found| match found {
                Ok(file) => {
                    let place = file.canonicalize().unwrap_or_else(|_| file.clone());
                    if self.seen.insert(place) {
                        files.push(file);
                    }
                }
                Err((folder, error)) => {
                    let reason = input::unreadable(&error);
                    self.tally.add(input::fail(&mut self.own, folder.display().to_string(), reason));
                }
            });
        }
        self.report_orphans(&files);
        Ok(files)
    }

    /// Says which of the files belong to no row of the table that their folder was made of.
    fn report_orphans(&mut self, files: &[PathBuf]) {
        let folders: BTreeSet<&Path> = files.iter().filter_map(|file| file.parent()).collect();
        for folder in folders {
            // A manifest that cannot be read says nothing about the agreements.
            let names = orphans(folder).unwrap_or_default();
            let found = names.iter().map(|name| folder.join(name)).filter(|file| files.contains(file));
            let quellen: Vec<String> = found.map(|file| file.display().to_string()).collect();
            if !quellen.is_empty() {
                self.own.report(Befund::without_row(quellen));
            }
        }
    }

    /// Hands out a file; whether to go on.
    fn file(&mut self, path: PathBuf) -> bool {
        if is_lines(&path) { self.lines(&path) } else { self.hand_out(Piece::File(path)) }
    }

    fn lines(&mut self, path: &Path) -> bool {
        let quelle = path.display().to_string();
        let mut goes_on = true;
        let read = input::pieces(path, &mut |first, lines| {
            goes_on = self.hand_out(Piece::Lines { quelle: quelle.clone(), first, lines });
            goes_on
        });
        if let Err(error) = read {
            self.tally.add(input::fail(&mut self.own, quelle, input::unreadable(&error)));
        }
        goes_on
    }

    /// Hands out work as soon as there is room for it; whether to go on.
    fn hand_out(&mut self, piece: Piece) -> bool {
        while !self.queue.has_room() {
            self.take();
        }
        if self.queue.is_cancelled() {
            self.interrupted = true;
            return false;
        }
        self.queue.hand_out(piece);
        true
    }

    /// Waits for outcomes, or until progress is to be told. Their order does not matter.
    fn take(&mut self) {
        self.queue.wait();
        while let Some(tally) = self.queue.take_any() {
            self.tally.add(tally);
        }
        if self.told.elapsed() >= TICK {
            self.tell();
        }
    }

    fn tell(&mut self) {
        self.told = Instant::now();
        let Tally { read, failed } = self.tally;
        (self.on_progress)(&Progress {
            phase: Phase::Evaluate,
            done: read + failed,
            failed,
            unchanged: 0,
            total: self.total,
            elapsed: self.begun.elapsed(),
        });
    }
}
