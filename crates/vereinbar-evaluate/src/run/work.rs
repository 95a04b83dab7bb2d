//! The workers: each with an `Evaluator` of its own.

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::{Receiver, Sender};
use std::sync::{Mutex, PoisonError};

use vereinbar::Vereinbarung;
use vereinbar::evaluate::Evaluator;
use vereinbar_tables::files::Line;

use crate::input::{self, Tally};

/// A piece of work.
pub(super) enum Piece {
    File(PathBuf),
    Lines { quelle: String, first: usize, lines: Vec<Line> },
    Vereinbarung { vereinbarung: Box<Vereinbarung>, quelle: String },
}

/// Works off jobs until there are no more, and gives what was counted.
pub(super) fn work(
    jobs: &Mutex<Receiver<Piece>>,
    done: &Sender<Tally>,
    cancel: &AtomicBool,
    mut evaluator: Evaluator,
) -> Evaluator {
    loop {
        let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(job) = job else { return evaluator };
        let tally = match job {
            Piece::File(path) => input::file(&path, &mut evaluator, cancel),
            Piece::Lines { quelle, first, lines } => input::lines(&quelle, first, &lines, &mut evaluator),
            Piece::Vereinbarung { vereinbarung, quelle } => {
                evaluator.add(&vereinbarung, &quelle);
                Tally::READ
            }
        };
        // Nobody listens any more once the evaluation has failed.
        let _ = done.send(tally);
    }
}
