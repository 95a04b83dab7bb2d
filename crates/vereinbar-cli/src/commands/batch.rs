//! `vereinbar batch`: a table in, many PDFs out.

mod outcome;

use std::process::ExitCode;
use std::sync::atomic::Ordering;

use vereinbar::{RenderOptions, to_json};
use vereinbar_batch::BatchOptions;
use vereinbar_tables::Source;

use super::bar::Bar;
use super::interruption::{INTERRUPTED, interruption};
use crate::args::{BatchCommand, Format};
use crate::failure::{FINDINGS, Failure};
use crate::files;

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
    let base = command.base.as_deref().map(|base| files::read_vereinbarung(base, format)).transpose()?;
    let options = BatchOptions {
        base,
        art: command.art,
        render: RenderOptions {
            require_complete: command.require_complete,
            ..super::options::render_options(&command.document)?
        },
        templates: command.document.layout.templates.clone(),
        name: command.name.clone(),
        per_massstab: command.per_massstab,
        jobs: command.jobs,
        out: command.out.clone(),
        zip: command.zip.clone(),
        combined: command.combined.clone(),
        check: command.check,
        resume: !command.no_resume,
        overwrite: command.overwrite,
    };
    let source = Source::file(command.table.as_path());
    let source = match &command.sheet {
        Some(sheet) => source.sheet(sheet.as_str()),
        None => source,
    };
    let source = match command.header_row {
        Some(row) => source.header_row(row.get()),
        None => source,
    };
    let cancel = interruption();
    let mut bar = Bar::new(format);
    let result = vereinbar_batch::run(source, &options, &cancel, &mut |progress| {
        bar.show(progress, cancel.load(Ordering::Relaxed));
    });
    bar.finish();
    let report = result.map_err(|error| Failure::Batch { error, format })?;
    if let Some(file) = &command.report {
        files::write(file, to_json::document(&report).as_bytes(), true)?;
    }
    match format {
        Format::Json => files::write("-".as_ref(), to_json::document(&report).as_bytes(), false)?,
        Format::Text => outcome::write(&mut anstream::stdout(), &report, command),
    }
    Ok(if report.interrupted {
        ExitCode::from(INTERRUPTED)
    } else if report.failed > 0 {
        ExitCode::from(FINDINGS)
    } else {
        ExitCode::SUCCESS
    })
}
