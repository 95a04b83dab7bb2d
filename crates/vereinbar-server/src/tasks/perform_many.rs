//! Doing a task that is about several agreements.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use vereinbar::auswertung::Auswertung;
use vereinbar::{Art, EngineError, PageSelection, RenderError, Renderer, ReportOptions, compare};
use vereinbar_batch::table_from_by;
use vereinbar_evaluate::{EvaluateOptions, Inputs, RunOptions, evaluate, ics, xlsx};
use vereinbar_tables::{Source, TableError, TableFormat, TableOptions, propose, table};
use vereinbar_workers::{DrawnPage, Processes, WorkerOptions, read_pdf};

use super::handed_over::{not_made, read};
use super::{Done, Failed, ReportFormat};
use crate::data::NEVER;
use crate::file_words::name_of;

pub(super) fn compared(processes: Option<&Processes>, before: &[u8], after: &[u8]) -> Result<Done, Failed> {
    let which = |word: &'static str| {
        move |failed| match failed {
            Failed::Findings { message, findings } => {
                Failed::Findings { message: format!("{word}: {message}"), findings }
            }
            other => other,
        }
    };
    let before = read(before, processes).map_err(which("Frühere Vereinbarung"))?;
    let after = read(after, processes).map_err(which("Spätere Vereinbarung"))?;
    let differences = compare(&before, &after).map_err(|error| Failed::Asked(error.to_string()))?;
    Ok(Done::Compared { art: after.art(), differences })
}

/// On one thread: it is one of several tasks.
pub(super) fn evaluated(
    workers: &WorkerOptions,
    files: &[PathBuf],
    options: &EvaluateOptions,
    has_gone: &dyn Fn() -> bool,
) -> Result<Done, Failed> {
    let cancel = AtomicBool::new(false);
    let run = RunOptions { jobs: NonZeroUsize::new(1), workers: workers.clone() };
    let evaluated = evaluate(Inputs::paths(files), options, run, &cancel, &mut |_| {
        if has_gone() {
            cancel.store(true, Ordering::Relaxed);
        }
    });
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
    .map(|pages| Done::Pages(pages.into_iter().map(DrawnPage::from).collect()))
    .map_err(not_made)
}

pub(super) fn proposed(path: &Path, art: Option<Art>) -> Result<Done, Failed> {
    propose(Source::file(path), art).map(Done::Proposed).map_err(|error| refused(path.parent(), &error))
}

pub(super) fn tabled(
    processes: Option<&Processes>,
    files: &[PathBuf],
    art: Option<Art>,
    entries: usize,
    format: TableFormat,
) -> Result<Done, Failed> {
    let options = TableOptions { entries, ..TableOptions::default() };
    let folder = files.first().and_then(|file| file.parent());
    if files.is_empty() {
        let art = art
            .ok_or_else(|| Failed::Asked("Für eine leere Tabelle fehlt die Art der Vereinbarung: „art“.".to_owned()))?;
        return table(art, &options, format).map(Done::File).map_err(|error| refused(folder, &error));
    }
    let read = |pdf: &[u8]| match processes {
        Some(processes) => processes.extract_all(pdf, &NEVER).map_err(|lost| lost.message())?,
        None => read_pdf(pdf),
    };
    let made = table_from_by(files, art, &options, format, &read).map_err(|error| refused(folder, &error))?;
    // A table that lacks what was sent, or makes other forms, would be a wrong one.
    let left_out = made.left_out.iter().map(|(file, why)| format!("{}: {why}", name_of(file)));
    let said: Vec<String> = left_out.chain(made.notes).collect();
    if said.is_empty() {
        return Ok(Done::File(made.bytes));
    }
    let more = said.len().saturating_sub(NAMED);
    let more = if more > 0 { format!(" … und {more} weitere.") } else { String::new() };
    let said = said.get(..NAMED).unwrap_or(&said).join(" ");
    Err(Failed::Asked(format!("Aus der Tabelle würden nicht dieselben Formulare wieder. {said}{more}")))
}

/// How many sentences a refusal has.
const NAMED: usize = 20;

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
