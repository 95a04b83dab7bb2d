//! `vereinbar evaluate`: many agreements in, one report out.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::Ordering;

use vereinbar::ReportOptions;
use vereinbar::auswertung::{Auswertung, FruehereAuswertung, Vorlage};
use vereinbar::evaluate::{ResultCell, ResultTable, tables};
use vereinbar_evaluate::{EvaluateOptions, Evaluated, Inputs, RunOptions, csv, evaluate, ics, xlsx};
use vereinbar_tables::files::ending;

use super::bar::Bar;
use super::interruption::{INTERRUPTED, interruption};
use crate::args::EvaluateCommand;
use crate::failure::{FINDINGS, Failure};
use crate::output_options::{EvaluationFormat, Format};
use crate::tell::tell;
use crate::{files, worker_process};

/// As many findings are listed; the evaluation has them all.
const LISTED: usize = 20;

/// `vereinbar evaluate`
pub(super) fn run(command: &EvaluateCommand) -> Result<ExitCode, Failure> {
    let format = output_format(command)?;
    if format != EvaluationFormat::Csv {
        for input in &command.paths {
            files::check_output(&command.output.output, command.output.overwrite, Some(input))?;
        }
    }
    if format == EvaluationFormat::Ics && command.stichtag.is_none() {
        return Err(Failure::NoStichtag);
    }
    let options = options(command)?;
    let cancel = interruption();
    let mut bar = Bar::new(Format::Text);
    let run = RunOptions { jobs: command.jobs, workers: worker_process::options(&command.limits) };
    let evaluated = evaluate(Inputs::paths(&command.paths), &options, run, &cancel, &mut |progress| {
        bar.show(progress, cancel.load(Ordering::Relaxed));
    });
    bar.finish();
    let evaluated = evaluated.map_err(Failure::Evaluate)?;
    evaluated.notes.iter().for_each(tell);
    let is_interrupted = || cancel.load(Ordering::Relaxed);
    if evaluated.interrupted || is_interrupted() {
        return Ok(interrupted());
    }
    if evaluated.auswertung.is_empty() {
        tell_befunde(&evaluated.auswertung);
        return Err(Failure::NothingToEvaluate);
    }
    let outputs = outputs(&evaluated.auswertung, format, command)?;
    if is_interrupted() {
        return Ok(interrupted());
    }
    for (name, _) in &outputs {
        files::check_output(name, command.output.overwrite, None)?;
    }
    for (name, bytes) in &outputs {
        files::write(name, bytes, command.output.overwrite)?;
        files::tell_written(name);
    }
    tell_result(&evaluated, format, command);
    Ok(if evaluated.failed > 0 { ExitCode::from(FINDINGS) } else { ExitCode::SUCCESS })
}

/// How it is evaluated, with the files read.
fn options(command: &EvaluateCommand) -> Result<EvaluateOptions, Failure> {
    let text = |file: &PathBuf| files::read(file).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let vorher = command.vorher.as_ref().map(|file| {
        FruehereAuswertung::parse(&text(file)?).map_err(|error| Failure::Vorher { file: file.clone(), error })
    });
    let vorlage = command
        .vorlage
        .as_ref()
        .map(|file| Vorlage::parse(&text(file)?).map_err(|error| Failure::Vorlage { file: file.clone(), error }));
    Ok(EvaluateOptions {
        stichtag: command.stichtag,
        anonym: command.anonym,
        vorher: vorher.transpose()?,
        vorlage: vorlage.transpose()?,
    })
}

fn interrupted() -> ExitCode {
    tell("Unterbrochen; es wurde nichts geschrieben.");
    ExitCode::from(INTERRUPTED)
}

/// The form that is asked for, by name or by the file's ending; a name that ends
/// otherwise would open in the wrong program.
fn output_format(command: &EvaluateCommand) -> Result<EvaluationFormat, Failure> {
    let output = &command.output.output;
    let ending = ending(output);
    let by_ending = match ending.as_deref() {
        Some("pdf") => Some(EvaluationFormat::Pdf),
        Some("json") => Some(EvaluationFormat::Json),
        Some("csv") => Some(EvaluationFormat::Csv),
        Some("xlsx") => Some(EvaluationFormat::Xlsx),
        Some("ics") => Some(EvaluationFormat::Ics),
        _ => None,
    };
    match (command.format, by_ending, ending) {
        (Some(format), Some(other), _) if format != other => Err(Failure::OtherEnding(output.clone())),
        (Some(format), ..) | (None, Some(format), _) => Ok(format),
        (None, None, None) => Ok(EvaluationFormat::Pdf),
        (None, None, Some(_)) => Err(Failure::OtherEnding(output.clone())),
    }
}

/// The files to write: one, or with CSV one for each table.
fn outputs(
    auswertung: &Auswertung,
    format: EvaluationFormat,
    command: &EvaluateCommand,
) -> Result<Vec<(PathBuf, Vec<u8>)>, Failure> {
    let output = &command.output.output;
    let bytes = match format {
        EvaluationFormat::Pdf => {
            let letterhead = super::options::letterhead(&command.layout)?;
            let options = ReportOptions { standard: command.layout.standard, letterhead, listen: command.listen };
            let rendered = super::options::renderer(&command.layout)?
                .render_auswertung(auswertung, &options)
                .map_err(|error| Failure::Render { file: None, error, format: Format::Text })?;
            rendered.of_layout().for_each(tell);
            super::render::tell_of_templates(&rendered);
            rendered.pdf
        }
        EvaluationFormat::Json => auswertung.to_json().into_bytes(),
        EvaluationFormat::Xlsx => xlsx(auswertung).map_err(Failure::Evaluate)?,
        EvaluationFormat::Ics => ics(auswertung).ok_or(Failure::NoStichtag)?,
        EvaluationFormat::Csv if files::is_standard_stream(output) => return Err(Failure::SeveralTables),
        EvaluationFormat::Csv => {
            let file = |table: &ResultTable| Ok((named(output, table.name), csv(table).map_err(Failure::Evaluate)?));
            return tables(auswertung).iter().map(file).collect();
        }
    };
    Ok(vec![(output.clone(), bytes)])
}

/// `bericht.csv` becomes `bericht-matrix.csv` and so on.
fn named(output: &Path, table: &str) -> PathBuf {
    let stem = output.file_stem().unwrap_or_default().to_string_lossy();
    output.with_file_name(format!("{stem}-{table}.csv"))
}

/// What was found, as far as it fits on a screen.
fn tell_befunde(auswertung: &Auswertung) {
    let befunde = &auswertung.befunde;
    for befund in befunde.iter().take(LISTED) {
        // Where it names no files, it is known by its numbers.
        let sources = if befund.quellen.is_empty() {
            ResultCell::from(befund.vereinbarungen.as_slice()).deutsch()
        } else {
            befund.quellen.join(", ")
        };
        let separator = if sources.is_empty() { "" } else { ": " };
        tell(format_args!("{sources}{separator}{}", befund.meldung));
    }
    let counted: u64 = befunde.iter().filter_map(|befund| befund.weitere).map(u64::from).sum();
    let named = befunde.iter().filter(|befund| befund.weitere.is_none()).count();
    if named > LISTED {
        let more = (named - LISTED) as u64 + counted;
        let which = if counted > 0 { format!("die ersten {named}") } else { "alle".to_owned() };
        tell(format_args!("… und {more} weitere Befunde; {which} stehen in der Auswertung."));
    }
}

/// What was found, and how many were read.
fn tell_result(evaluated: &Evaluated, format: EvaluationFormat, command: &EvaluateCommand) {
    tell_befunde(&evaluated.auswertung);
    let counted = evaluated.auswertung.kennzahlen.vereinbarungen.anzahl;
    tell(format_args!(
        "{counted} {} ausgewertet, {} gelesen, {} nicht lesbar.",
        if counted == 1 { "Vereinbarung" } else { "Vereinbarungen" },
        evaluated.read,
        evaluated.failed
    ));
    if command.stichtag.is_none() {
        tell("Ohne --stichtag bleibt offen, was überfällig ist, was beendet ist und was bevorsteht.");
    }
    if command.anonym.is_none() && evaluated.auswertung.anonym {
        tell(
            "Die Vorlage ist öffentlich: Die Namen der Träger sind weggelassen. Mit --anonym=nein stehen sie darin; \
             eine interne Fassung entsteht mit \"oeffentlich\": false.",
        );
    }
    let undated = evaluated.auswertung.termine.iter().flatten().filter(|termin| termin.von.is_none()).count();
    if format == EvaluationFormat::Ics && undated > 0 {
        tell(format_args!(
            "{undated} {} nicht im Kalender: Die Vereinbarungen nennen dafür keinen bestimmten Tag.",
            if undated == 1 { "Termin steht" } else { "Termine stehen" }
        ));
    }
}
