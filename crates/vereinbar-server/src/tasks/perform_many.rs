//! Doing a job that is about several agreements.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use vereinbar::auswertung::Auswertung;
use vereinbar::{Art, EngineError, PageSelection, RenderError, Renderer, ReportOptions, compare};
use vereinbar_batch::table_from;
use vereinbar_evaluate::{EvaluateOptions, Inputs, RunOptions, evaluate, ics, xlsx};
use vereinbar_tables::{Source, TableError, TableFormat, TableOptions, propose, table};

use super::handed_over::{NEVER, not_made};
use super::perform::Performer;
use super::{Done, Failed, ReportFormat};

pub(super) fn compared(performer: &Performer, before: &[u8], after: &[u8]) -> Result<Done, Failed> {
    let which = |word: &'static str| {
        move |failed| match failed {
            Failed::Findings { message, findings } => {
                Failed::Findings { message: format!("{word}: {message}"), findings }
            }
            other => other,
        }
    };
    let before = performer.read(before).map_err(which("Frühere Vereinbarung"))?;
    let after = performer.read(after).map_err(which("Spätere Vereinbarung"))?;
    let differences = compare(&before, &after).map_err(|error| Failed::Asked(error.to_string()))?;
    Ok(Done::Compared { art: after.art(), differences })
}

/// On one thread: it is one of several jobs.
pub(super) fn evaluated(performer: &Performer, files: &[PathBuf], options: &EvaluateOptions) -> Result<Done, Failed> {
    let run = RunOptions { jobs: NonZeroUsize::new(1), workers: performer.workers.clone() };
    let evaluated = evaluate(Inputs::paths(files), options, run, &NEVER, &mut |_| {});
    evaluated.map(|evaluated| Done::Evaluated(Box::new(evaluated))).map_err(|error| Failed::Asked(error.to_string()))
}

pub(super) fn report(renderer: &Renderer, auswertung: &Auswertung, format: ReportFormat) -> Result<Done, Failed> {
    let bytes = match format {
        ReportFormat::Json => auswertung.to_json().into_bytes(),
        ReportFormat::Pdf => renderer.render_auswertung(auswertung, &ReportOptions::default()).map_err(not_made)?.pdf,
        ReportFormat::Xlsx => xlsx(auswertung).map_err(|error| Failed::Fault(error.to_string()))?,
        ReportFormat::Ics => ics(auswertung).ok_or_else(|| {
            Failed::Asked(
                "Ein Kalender braucht den Stichtag, von dem an er gilt; die Auswertung hat keinen.".to_owned(),
            )
        })?,
    };
    Ok(Done::File(bytes))
}

pub(super) fn report_page(renderer: &Renderer, auswertung: &Auswertung, page: usize, ppi: f32) -> Result<Done, Failed> {
    let draw =
        |page| renderer.preview_auswertung(auswertung, &ReportOptions::default(), &PageSelection::page(page), ppi);
    match draw(page) {
        Err(RenderError::Engine(EngineError::NoSuchPage { pages: last, .. })) => draw(last),
        drawn => drawn,
    }
    .map(Done::Pages)
    .map_err(not_made)
}

pub(super) fn proposed(path: &Path, art: Option<Art>) -> Result<Done, Failed> {
    propose(Source::file(path), art).map(Done::Proposed).map_err(|error| refused(path.parent(), &error))
}

pub(super) fn tabled(files: &[PathBuf], art: Option<Art>, entries: usize, format: TableFormat) -> Result<Done, Failed> {
    let options = TableOptions { entries, ..TableOptions::default() };
    let made = if files.is_empty() {
        let art = art
            .ok_or_else(|| Failed::Asked("Für eine leere Tabelle fehlt die Art der Vereinbarung: „art“.".to_owned()))?;
        table(art, &options, format)
    } else {
        table_from(files, art, &options, format).map(|made| made.bytes)
    };
    made.map(Done::File).map_err(|error| refused(files.first().and_then(|file| file.parent()), &error))
}

/// The sentence, without what the command is told otherwise, and with files under the names that they were sent with.
fn refused(folder: Option<&Path>, error: &TableError) -> Failed {
    if matches!(error, TableError::NoArt | TableError::NoArtOfList) {
        return Failed::Asked(
            "Welche Art von Vereinbarung soll entstehen? Wählen Sie sie aus, oder nennen Sie eine Grundlage."
                .to_owned(),
        );
    }
    Failed::Asked(crate::file_words::without_folder(folder, &error.to_string()))
}
