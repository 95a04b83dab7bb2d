//! A run: check every row, then make the documents.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use vereinbar::Renderer;
use vereinbar_tables::files::says_other;
use vereinbar_tables::workers::Progress;
use vereinbar_tables::{Base, Source, TablePlace, is_marked};

use crate::check::{Check, Spool};
use crate::make::{Production, context};
use crate::output::{Archive, Folder, Manifest, combine, write};
use crate::{BatchError, BatchOptions, MAX_COMBINED, Report};

/// Reads and checks every row, then makes the documents.
///
/// `on_progress` is called on this thread, about ten times a second. Setting
/// `cancel`, from there or from another thread, finishes what is under way and
/// leaves the rest.
///
/// # Errors
/// [`BatchError`] when the run cannot begin or go on. A row that fails is in the
/// [`Report`], and the others are made.
///
/// ```
/// use std::sync::atomic::AtomicBool;
/// use vereinbar_batch::{BatchOptions, Source, run};
///
/// let base = vereinbar::parse(r#"{
///     "art": "qualitaetsentwicklungsvereinbarung",
///     "vereinbarungszeitraum": {"von": "2027-01-01", "bis": "2028-12-31"}
/// }"#)?;
/// let rows = ["Haus Nord", "Haus Süd"].map(|name| Ok(serde_json::json!({"traeger.name": name})));
/// let folder = tempfile::tempdir()?;
/// let options = BatchOptions { base: Some(base), out: Some(folder.path().into()), ..BatchOptions::default() };
///
/// let report = run(Source::rows(rows), &options, &AtomicBool::new(false), &mut |_| {})?;
/// assert_eq!((report.done, report.failed), (2, 0));
/// assert!(folder.path().join("Haus Süd.pdf").exists());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn run(
    source: Source<'_>,
    options: &BatchOptions,
    cancel: &AtomicBool,
    on_progress: &mut dyn FnMut(&Progress),
) -> Result<Report, BatchError> {
    let begun = Instant::now();
    let mut report = Report { version: env!("CARGO_PKG_VERSION"), ..Report::default() };
    let base = Base::new(options.base.as_ref(), options.art);
    let table = source.path().map(Path::to_owned);
    if options.marked.is_some() && table.as_ref().is_none_or(|path| path.is_dir()) {
        return Err(BatchError::NothingToMark);
    }
    refuse_endings(options)?;
    refuse_marked(table.as_deref(), options)?;
    if options.check {
        let mut check = Check::new(options, base.art(), cancel, on_progress, &mut report, None)?;
        source.read(base, &mut check)?;
        refuse_missing(&check)?;
        let (.., place) = check.finish();
        mark(table.as_deref(), place, options, &mut report)?;
        return Ok(finished(report, begun));
    }
    let renderer = renderer(options)?;
    if options.duplex && options.combined.is_none() {
        return Err(BatchError::DuplexWithoutCombined);
    }
    refuse_existing(options)?;
    refuse_inside(options)?;
    let place = spool_folder(options)?;
    let parts = folder_of_parts(options);
    let folder = options.out.as_deref().or(parts.as_deref()).map(Folder::open).transpose()?;
    let spool = Spool::new(&place).map_err(BatchError::unwritable(&place))?;
    let mut check = Check::new(options, base.art(), cancel, on_progress, &mut report, Some(spool))?;
    source.read(base, &mut check)?;
    refuse_missing(&check)?;
    let (names, spool, place_in_table) = check.finish();
    mark(table.as_deref(), place_in_table, options, &mut report)?;
    let Some(spool) = spool else { return Ok(finished(report, begun)) };
    let mut spooled = spool.finish().map_err(BatchError::unwritable(&place))?;
    if report.interrupted {
        report.left = report.documents - report.failed;
        return Ok(finished(report, begun));
    }
    if options.combined.is_some() && report.documents - report.failed > MAX_COMBINED {
        return Err(BatchError::TooManyCombined { documents: report.documents - report.failed });
    }

    if folder.is_some() || options.zip.is_some() {
        let manifest = folder.as_ref().map(|folder| Manifest::open(folder.path())).transpose()?;
        let archive =
            options.zip.as_ref().map(|zip| Archive::begin(zip).map_err(BatchError::unwritable(zip))).transpose()?;
        let production = Production {
            options,
            renderer: &renderer,
            context: context(&options.render, options.templates.as_deref())?,
            folder: folder.as_ref(),
            manifest,
            archive,
            cancel,
            on_progress: &mut *on_progress,
            report: &mut report,
        };
        production.run(&mut spooled, &place, &names)?;
    }
    if let (Some(parts), false) = (parts, report.interrupted) {
        // The archive has them all.
        report.outputs.retain(|output| *output != parts);
        // What an interrupted run has made for rows that are gone vanishes with the parts.
        report.orphans.clear();
        drop(folder);
        std::fs::remove_dir_all(&parts).map_err(BatchError::unwritable(&parts))?;
    }
    if let (Some(combined), false) = (&options.combined, report.interrupted) {
        let rows = spooled.rows(&names).map_err(BatchError::unwritable(combined))?;
        combine(&renderer, options, combined, rows, &mut report, cancel, on_progress)?;
    }
    Ok(finished(report, begun))
}

/// Whoever opened a file under the name of another format would be told that it is broken.
fn refuse_endings(options: &BatchOptions) -> Result<(), BatchError> {
    for (path, ending) in [(&options.zip, "zip"), (&options.combined, "pdf")] {
        if let Some(path) = path
            && says_other(path, &[ending])
        {
            return Err(BatchError::OtherEnding { path: path.clone(), ending });
        }
    }
    Ok(())
}

/// The copy is a workbook, is not written over the table itself, and replaces only an
/// earlier copy.
fn refuse_marked(table: Option<&Path>, options: &BatchOptions) -> Result<(), BatchError> {
    let (Some(marked), Some(table)) = (&options.marked, table) else { return Ok(()) };
    if !marked.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx")) {
        return Err(BatchError::MarkedIsNoWorkbook(marked.clone()));
    }
    if let (Ok(copy), Ok(table)) = (marked.canonicalize(), table.canonicalize())
        && copy == table
    {
        return Err(BatchError::MarkedIsTable(marked.clone()));
    }
    if marked.exists() && !options.overwrite && !is_marked(marked) {
        return Err(BatchError::Exists(vec![marked.clone()]));
    }
    Ok(())
}

/// Writes the copy of the table in which what was found is marked.
fn mark(
    table: Option<&Path>,
    place: Option<TablePlace>,
    options: &BatchOptions,
    report: &mut Report,
) -> Result<(), BatchError> {
    let Some(marked) = &options.marked else { return Ok(()) };
    // A part of the rows would look as if the others were in order.
    if report.interrupted {
        return Ok(());
    }
    let (Some(table), Some(place)) = (table, place) else { return Err(BatchError::NothingToMark) };
    let copy = vereinbar_tables::marked(table, &place, &report.findings)?;
    write(marked, &copy).map_err(BatchError::unwritable(marked))?;
    report.outputs.push(marked.clone());
    Ok(())
}

fn refuse_missing(check: &Check<'_>) -> Result<(), BatchError> {
    check.missing_row().map_or(Ok(()), |row| Err(BatchError::NoSuchRow { row }))
}

/// What was moved below the folder would still be read with it.
fn refuse_inside(options: &BatchOptions) -> Result<(), BatchError> {
    let (Some(out), Some(to)) = (&options.out, &options.move_orphans) else { return Ok(()) };
    let absolute = |path: &PathBuf| std::path::absolute(path).unwrap_or_else(|_| path.clone());
    let (out, to) = (absolute(out), absolute(to));
    if to.starts_with(&out) { Err(BatchError::OrphansInside(to)) } else { Ok(()) }
}

fn renderer(options: &BatchOptions) -> Result<Renderer, BatchError> {
    let renderer = Renderer::new()?;
    Ok(match &options.templates {
        Some(folder) => renderer.with_templates(folder)?,
        None => renderer,
    })
}

/// An archive or collective file is never written over something by accident.
fn refuse_existing(options: &BatchOptions) -> Result<(), BatchError> {
    let files = [&options.zip, &options.combined].into_iter().flatten();
    let existing: Vec<PathBuf> = files.filter(|file| !options.overwrite && file.exists()).cloned().collect();
    if existing.is_empty() { Ok(()) } else { Err(BatchError::Exists(existing)) }
}

/// Where the parts of an archive are until it is done, where no folder was asked for: so a
/// run that was interrupted goes on.
fn folder_of_parts(options: &BatchOptions) -> Option<PathBuf> {
    let zip = options.zip.as_ref().filter(|_| options.out.is_none())?;
    let name = zip.file_name()?.to_string_lossy();
    Some(zip.with_file_name(format!(".{name}.teile")))
}

/// Where what was checked is kept: on the disk that has room for the documents.
fn spool_folder(options: &BatchOptions) -> Result<PathBuf, BatchError> {
    if let Some(out) = &options.out {
        std::fs::create_dir_all(out).map_err(BatchError::unwritable(out))?;
        return Ok(out.clone());
    }
    let file = options.zip.as_ref().or(options.combined.as_ref()).ok_or(BatchError::NoOutput)?;
    Ok(match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    })
}

#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
fn finished(mut report: Report, begun: Instant) -> Report {
    report.seconds = begun.elapsed().as_secs_f64();
    if report.seconds > 0.0 {
        report.per_second = report.done as f64 / report.seconds;
    }
    report.finish_failures();
    report
}
