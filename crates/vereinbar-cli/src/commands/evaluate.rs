//! `vereinbar evaluate`: many agreements in, one report out.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::Ordering;

use vereinbar::auswertung::{Auswertung, AuswertungOptions, tables};
use vereinbar_batch::evaluate::{EvaluateOptions, Evaluated, Inputs, csv, evaluate, ics, xlsx};

use super::interruption::{INTERRUPTED, interruption};
use super::progress::Bar;
use crate::args::{EvaluateCommand, EvaluationFormat, Format};
use crate::failure::{FINDINGS, Failure};
use crate::files;

/// As many findings are listed; the evaluation has them all.
const LISTED: usize = 20;

/// `vereinbar evaluate`
pub(super) fn run(command: &EvaluateCommand) -> Result<ExitCode, Failure> {
    let format = command.format.unwrap_or_else(|| of_ending(&command.output.output));
    for input in &command.paths {
        files::check_output(&command.output.output, command.output.force, Some(input))?;
    }
    if format == EvaluationFormat::Ics && command.stichtag.is_none() {
        return Err(Failure::NoStichtag);
    }
    let options = EvaluateOptions {
        auswertung: AuswertungOptions { stichtag: command.stichtag, anonym: command.anonym },
        jobs: command.jobs,
    };
    let cancel = interruption();
    let mut bar = Bar::new(Format::Text);
    let evaluated = evaluate(Inputs::paths(&command.paths), &options, &cancel, &mut |progress| {
        bar.show(progress, cancel.load(Ordering::Relaxed));
    });
    bar.finish();
    let evaluated = evaluated.map_err(Failure::Evaluate)?;
    if evaluated.interrupted {
        // Nothing can be said when standard error is closed.
        let _ = writeln!(anstream::stderr(), "Unterbrochen; es wurde nichts geschrieben.");
        return Ok(ExitCode::from(INTERRUPTED));
    }
    if evaluated.auswertung.is_empty() {
        return Err(Failure::NothingToEvaluate);
    }
    write(&evaluated.auswertung, format, command)?;
    tell(&evaluated, command);
    Ok(if evaluated.failed > 0 { ExitCode::from(FINDINGS) } else { ExitCode::SUCCESS })
}

/// The form that a file's ending asks for.
fn of_ending(output: &Path) -> EvaluationFormat {
    match output.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase).as_deref() {
        Some("json") => EvaluationFormat::Json,
        Some("csv") => EvaluationFormat::Csv,
        Some("xlsx") => EvaluationFormat::Xlsx,
        Some("ics") => EvaluationFormat::Ics,
        _ => EvaluationFormat::Pdf,
    }
}

fn write(auswertung: &Auswertung, format: EvaluationFormat, command: &EvaluateCommand) -> Result<(), Failure> {
    let (output, force) = (&command.output.output, command.output.force);
    let bytes = match format {
        EvaluationFormat::Pdf => {
            let options = super::layout_options(&command.layout)?;
            let rendered = super::renderer(&command.layout)?.render_auswertung(auswertung, &options);
            rendered.map_err(|error| Failure::Render { file: None, error, format: Format::Text })?.pdf
        }
        EvaluationFormat::Json => auswertung.to_json().into_bytes(),
        EvaluationFormat::Xlsx => xlsx(auswertung),
        EvaluationFormat::Ics => ics(auswertung).ok_or(Failure::NoStichtag)?,
        EvaluationFormat::Csv => return write_tables(auswertung, output, force),
    };
    files::write(output, &bytes, force)?;
    written(output);
    Ok(())
}

/// A file for each table: `bericht.csv` becomes `bericht-matrix.csv` and so on.
fn write_tables(auswertung: &Auswertung, output: &Path, force: bool) -> Result<(), Failure> {
    if files::is_standard_stream(output) {
        return Err(Failure::SeveralTables);
    }
    let tables = tables(auswertung);
    let names: Vec<PathBuf> = tables.iter().map(|table| named(output, table.name)).collect();
    for name in &names {
        files::check_output(name, force, None)?;
    }
    for (name, table) in names.iter().zip(&tables) {
        files::write(name, &csv(table), force)?;
        written(name);
    }
    Ok(())
}

fn named(output: &Path, table: &str) -> PathBuf {
    let stem = output.file_stem().unwrap_or_default().to_string_lossy();
    output.with_file_name(format!("{stem}-{table}.csv"))
}

fn written(file: &Path) {
    if !files::is_standard_stream(file) {
        // Nothing can be said when standard error is closed.
        let _ = writeln!(anstream::stderr(), "{} geschrieben.", file.display());
    }
}

/// How many were read, and what was found.
fn tell(evaluated: &Evaluated, command: &EvaluateCommand) {
    let mut stderr = anstream::stderr();
    let befunde = &evaluated.auswertung.befunde;
    // Nothing can be said when standard error is closed.
    let _ = befunde.iter().take(LISTED).try_for_each(|befund| {
        let sources = befund.quellen.join(", ");
        let separator = if sources.is_empty() { "" } else { ": " };
        writeln!(stderr, "{sources}{separator}{}", befund.meldung)
    });
    if befunde.len() > LISTED {
        let _ = writeln!(stderr, "… und {} weitere Befunde; alle stehen in der Auswertung.", befunde.len() - LISTED);
    }
    let _ = writeln!(
        stderr,
        "{} Vereinbarungen ausgewertet, {} gelesen, {} nicht lesbar.",
        evaluated.auswertung.kennzahlen.vereinbarungen.anzahl, evaluated.read, evaluated.failed
    );
    if command.stichtag.is_none() {
        let _ = writeln!(stderr, "Ohne --stichtag bleibt offen, was überfällig ist und was bevorsteht.");
    }
}
