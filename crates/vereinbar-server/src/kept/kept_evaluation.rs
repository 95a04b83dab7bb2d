//! An evaluation, without the files that it was made of.

use std::path::Path;
use std::sync::Arc;

use vereinbar::auswertung::Auswertung;
use vereinbar_evaluate::Evaluated;

use super::Shelved;
use crate::file_words::without_folder;

pub(crate) struct Evaluation {
    pub(crate) auswertung: Arc<Auswertung>,
    /// Agreements that were read, copies and older versions included.
    pub(crate) read: usize,
    /// What could not be read.
    pub(crate) failed: usize,
}

impl Shelved for Evaluation {}

impl Evaluation {
    /// What is said where nothing could be read.
    pub(crate) const NOTHING: &str =
        "Unter den Dateien ist keine lesbare Vereinbarung (PDF von vereinbar, JSON, JSON Lines).";

    /// Of files in this folder, which are called as they were sent.
    pub(crate) fn new(evaluated: Evaluated, folder: &Path) -> Self {
        let Evaluated { mut auswertung, read, failed, .. } = evaluated;
        let named = |quelle: &mut String| *quelle = without_folder(Some(folder), quelle);
        auswertung.vereinbarungen.iter_mut().filter_map(|one| one.quelle.as_mut()).for_each(named);
        auswertung.befunde.iter_mut().flat_map(|befund| &mut befund.quellen).for_each(named);
        Self { auswertung: Arc::new(auswertung), read, failed }
    }
}
