//! The workers: each with an `Evaluator` of its own.

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use vereinbar::Vereinbarung;
use vereinbar::evaluate::Evaluator;
use vereinbar_tables::files::Line;
use vereinbar_tables::workers::Worker;

use crate::input::{self, PdfReader, Tally};

/// A piece of work.
pub(super) enum Piece {
    File(PathBuf),
    Lines { quelle: String, first: usize, lines: Vec<Line> },
    Vereinbarung { vereinbarung: Box<Vereinbarung>, quelle: String },
    Content { bytes: Vec<u8>, quelle: String },
}

/// Reads pieces and counts what is in them.
pub(super) struct Counter<'a> {
    pub(super) evaluator: Evaluator,
    pub(super) pdfs: &'a PdfReader,
    pub(super) cancel: &'a AtomicBool,
}

impl Worker for Counter<'_> {
    type Job = Piece;
    type Outcome = Tally;

    fn work(&mut self, piece: Piece) -> Tally {
        match piece {
            Piece::File(path) => input::file(&path, &mut self.evaluator, self.pdfs, self.cancel),
            Piece::Lines { quelle, first, lines } => input::lines(&quelle, first, &lines, &mut self.evaluator),
            Piece::Vereinbarung { vereinbarung, quelle } => {
                self.evaluator.add(&vereinbarung, &quelle);
                Tally::READ
            }
            Piece::Content { bytes, quelle } => {
                input::content(&bytes, quelle, &mut self.evaluator, self.pdfs, self.cancel)
            }
        }
    }
}
