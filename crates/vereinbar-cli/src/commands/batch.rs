//! `vereinbar batch`: a table in, many PDFs out.

mod outcome;

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::Ordering;

use tempfile::TempDir;
use vereinbar::{RenderOptions, to_json};
use vereinbar_batch::BatchOptions;
use vereinbar_tables::{Columns, Source};

use super::bar::Bar;
use super::interruption::{INTERRUPTED, interruption};
use crate::args::BatchCommand;
use crate::failure::{FINDINGS, Failure};
use crate::output_options::Format;
use crate::{files, worker_process};

/// Standard input as a file in a folder of its own, which vanishes with the command; what kind
/// of table it is shows in its beginning.
fn spooled(command: &BatchCommand) -> Result<(TempDir, PathBuf), Failure> {
    let bytes = files::read(&command.table)?;
    let ending = match bytes.iter().find(|byte| !byte.is_ascii_whitespace()) {
        Some(b'{') => "jsonl",
        Some(b'[') => "json",
        _ => "csv",
    };
    let unwritable = |error| Failure::Unwritable { file: std::env::temp_dir(), error };
    let folder = tempfile::tempdir().map_err(unwritable)?;
    let file = folder.path().join("standardeingabe").with_extension(ending);
    std::fs::write(&file, bytes).map_err(unwritable)?;
    Ok((folder, file))
}

/// `vereinbar batch`
pub(super) fn run(command: &BatchCommand) -> Result<ExitCode, Failure> {
    let format = command.format.format;
    for input in [Some(&command.table), command.base.as_ref()].into_iter().flatten() {
        // An earlier report is replaced, as the manifest is; nothing else is by accident.
        let replaces = command.overwrite || command.report.as_deref().is_some_and(files::is_batch_report);
        for (output, overwrite) in
            [(&command.zip, command.overwrite), (&command.combined, command.overwrite), (&command.report, replaces)]
        {
            if let Some(output) = output {
                files::check_output(output, overwrite, Some(input))?;
            }
        }
    }
    command.report.as_ref().map_or(Ok(()), |report| files::check_ending(report, &["json"]))?;
    if [Some(command.table.as_path()), command.base.as_deref()] == [Some(Path::new("-")); 2] {
        return Err(Failure::OneStandardInput);
    }
    let base = command.base.as_deref().map(|base| files::read_vereinbarung(base, format)).transpose()?;
    let options = BatchOptions {
        base,
        art: command.art,
        render: RenderOptions {
            require_complete: command.require_complete,
            fillable: command.fillable,
            signature_fields: command.signature_fields,
            ..super::options::render_options(&command.document)?
        },
        templates: command.document.layout.templates.clone(),
        name: command.name.clone(),
        per_massstab: command.per_massstab,
        jobs: command.jobs,
        workers: worker_process::options(&command.limits),
        out: command.out.clone(),
        zip: command.zip.clone(),
        combined: command.combined.clone(),
        duplex: command.duplex,
        check: command.check,
        marked: command.marked.clone(),
        resume: !command.no_resume,
        overwrite: command.overwrite,
        only: command.only.clone(),
        move_orphans: command.move_orphans.clone(),
    };
    let standard_input = files::is_standard_stream(&command.table).then(|| spooled(command)).transpose()?;
    let table = standard_input.as_ref().map_or(command.table.as_path(), |(_, file)| file);
    let source = source(table, command.sheet.as_deref(), command.header_row);
    let source = match &command.columns {
        Some(file) => source.columns(Columns::read(file).map_err(Failure::Table)?),
        None => source,
    };
    let cancel = interruption();
    let mut bar = Bar::new(format);
    let result = vereinbar_batch::run(source, &options, &cancel, &mut |progress| {
        bar.show(progress, cancel.load(Ordering::Relaxed));
    });
    bar.finish();
    let report = result.map_err(|error| {
        let standard_input = standard_input.as_ref().map(|(_, file)| file.clone());
        Failure::Batch { error, format, standard_input }
    })?;
    if let Some(file) = &command.report {
        files::write(file, to_json::document(&report).as_bytes(), true)?;
    }
    match format {
        Format::Json => files::write("-".as_ref(), to_json::document(&report).as_bytes(), false)?,
        Format::Text => outcome::write(&mut anstream::stdout(), &report, command),
    }
    Ok(if report.interrupted {
        ExitCode::from(INTERRUPTED)
    } else if report.failed > 0 || report.rows == 0 {
        ExitCode::from(FINDINGS)
    } else {
        ExitCode::SUCCESS
    })
}

/// The rows of a table, as the options say.
pub(super) fn source(table: &Path, sheet: Option<&str>, header_row: Option<NonZeroUsize>) -> Source<'static> {
    let mut source = Source::file(table);
    if let Some(sheet) = sheet {
        source = source.sheet(sheet);
    }
    if let Some(row) = header_row {
        source = source.header_row(row.get());
    }
    source
}
