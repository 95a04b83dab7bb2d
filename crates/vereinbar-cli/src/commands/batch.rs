//! `vereinbar batch`: a table in, many PDFs out.

mod outcome;
mod progress;

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;
use vereinbar::RenderOptions;
use vereinbar_batch::{BatchOptions, Report, Source};

use self::progress::Bar;
use crate::args::{BatchCommand, Format};
use crate::failure::{FINDINGS, Failure};
use crate::files;

/// As a shell reports a program that Ctrl-C has ended (128 + SIGINT).
const INTERRUPTED: i32 = 130;

/// `vereinbar batch`
pub(super) fn run(command: &BatchCommand) -> Result<ExitCode, Failure> {
    let format = command.format.format;
    for input in [Some(&command.table), command.base.as_ref()].into_iter().flatten() {
        for (output, force) in
            [(&command.zip, command.force), (&command.combined, command.force), (&command.report, true)]
        {
            if let Some(output) = output {
                files::check_output(output, force, Some(input))?;
            }
        }
    }
    let base = command.base.as_deref().map(|base| files::read_vereinbarung(base, format)).transpose()?;
    let options = BatchOptions {
        base,
        art: command.art,
        render: RenderOptions {
            require_complete: command.require_complete,
            ..super::render_options(&command.document)?
        },
        templates: command.document.templates.clone(),
        name: command.name.clone(),
        per_massstab: command.per_massstab,
        jobs: command.jobs,
        out: command.out.clone(),
        zip: command.zip.clone(),
        combined: command.combined.clone(),
        check_only: command.check,
        resume: !command.no_resume,
        overwrite: command.force,
    };
    let source = Source::file(command.table.as_path());
    let source = match &command.sheet {
        Some(sheet) => source.sheet(sheet.as_str()),
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
        files::write(file, json(&report).as_bytes(), true)?;
    }
    match format {
        Format::Json => files::write("-".as_ref(), json(&report).as_bytes(), false)?,
        Format::Text => outcome::write(&mut anstream::stdout(), &report, command),
    }
    Ok(if report.interrupted {
        ExitCode::from(u8::try_from(INTERRUPTED).unwrap_or(u8::MAX))
    } else if report.failed > 0 {
        ExitCode::from(FINDINGS)
    } else {
        ExitCode::SUCCESS
    })
}

fn json(report: &Report) -> String {
    // Numbers, texts and lists are always written.
    let mut json = serde_json::to_string_pretty(report).unwrap_or_default();
    json.push('\n');
    json
}

/// Set by Ctrl-C. A second one ends the process at once: what is done is done,
/// and the next run goes on from there.
fn interruption() -> Arc<AtomicBool> {
    let cancel = Arc::new(AtomicBool::new(false));
    for signal in [SIGINT, SIGTERM] {
        // Where a signal cannot be caught, it ends the process, which a run survives.
        let _ = flag::register_conditional_shutdown(signal, INTERRUPTED, Arc::clone(&cancel));
        let _ = flag::register(signal, Arc::clone(&cancel));
    }
    cancel
}
