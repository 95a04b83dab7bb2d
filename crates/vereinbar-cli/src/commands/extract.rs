use std::path::Path;
use std::process::ExitCode;

use vereinbar::{Answers, Severity, Vereinbarung, extract_all, extract_answers, to_json};
use vereinbar_tables::files::ending;

use crate::args::ExtractCommand;
use crate::failure::{FINDINGS, Failure, files_name};
use crate::output_options::Format;
use crate::tell::tell;
use crate::{files, finding_text};

/// `vereinbar extract`
pub(super) fn run(command: &ExtractCommand) -> Result<ExitCode, Failure> {
    let output = &command.output.output;
    files::check_output(output, command.output.overwrite, Some(&command.file))?;
    files::check_ending(output, &["json", "jsonl"])?;
    let pdf = files::read_collection(&command.file)?;
    let answers = match extract_answers(&pdf) {
        Ok(answers) => answers,
        Err(error) => return collection(command, &pdf, error),
    };
    files::write(
        output,
        text(output, std::slice::from_ref(&answers.vereinbarung)).as_bytes(),
        command.output.overwrite,
    )?;
    files::tell_written(output);
    tell_changes(&answers);
    if !answers.findings.is_empty() {
        let file = files_name(&command.file);
        finding_text::findings(&mut anstream::stderr(), &file, &answers.findings, Format::Text, None);
    }
    let is_partial = answers.findings.iter().any(|finding| finding.severity == Severity::Error);
    Ok(if is_partial { ExitCode::from(FINDINGS) } else { ExitCode::SUCCESS })
}

/// A file of many agreements; `error` says why it is none of a single one.
fn collection(command: &ExtractCommand, pdf: &[u8], error: vereinbar::ExtractError) -> Result<ExitCode, Failure> {
    let refuse = |error| Failure::Extract { file: command.file.clone(), error, format: Format::Text };
    let Ok(found) = extract_all(pdf) else { return Err(refuse(error)) };
    let read = found.into_iter().map(|found| found.vereinbarung.map_err(|error| refuse(error.into())));
    let all: Vec<Vereinbarung> = read.collect::<Result<_, _>>()?;
    if all.is_empty() {
        // The report of an evaluation carries data, but no agreement.
        return Err(Failure::NoVereinbarung(command.file.clone()));
    }
    let output = &command.output.output;
    files::write(output, text(output, &all).as_bytes(), command.output.overwrite)?;
    files::tell_written(output);
    if !files::is_standard_stream(output) {
        tell(format_args!("Sammeldatei: {} Vereinbarungen.", all.len()));
    }
    Ok(ExitCode::SUCCESS)
}

/// One agreement; several as a list, which `batch` and `evaluate` read, or a line each.
fn text(output: &Path, all: &[Vereinbarung]) -> String {
    let is_lines = matches!(ending(output).as_deref(), Some("jsonl" | "ndjson"));
    match all {
        all if is_lines => all.iter().map(|one| to_json::text(one) + "\n").collect(),
        [one] => one.to_json(),
        all => to_json::document(&all),
    }
}

/// What the fields of a form say other than the data that it carries.
fn tell_changes(answers: &Answers) {
    for change in &answers.changes {
        tell(format_args!("{}: {}", change.place, change.kind.bezeichnung()));
    }
}
