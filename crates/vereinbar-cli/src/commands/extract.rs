use std::process::ExitCode;

use vereinbar::{Answers, Severity, extract_answers};

use crate::args::{ExtractCommand, Format};
use crate::failure::{FINDINGS, Failure, files_name};
use crate::tell::tell;
use crate::{files, finding_text};

/// `vereinbar extract`
pub(super) fn run(command: &ExtractCommand) -> Result<ExitCode, Failure> {
    files::check_output(&command.output.output, command.output.overwrite, Some(&command.file))?;
    let pdf = files::read(&command.file)?;
    let answers = extract_answers(&pdf).map_err(|error| Failure::Extract {
        file: command.file.clone(),
        error,
        format: Format::Text,
    })?;
    files::write(&command.output.output, answers.vereinbarung.to_json().as_bytes(), command.output.overwrite)?;
    tell_changes(&answers);
    if !answers.findings.is_empty() {
        let file = files_name(&command.file);
        finding_text::findings(&mut anstream::stderr(), &file, &answers.findings, Format::Text, None);
    }
    let is_partial = answers.findings.iter().any(|finding| finding.severity == Severity::Error);
    Ok(if is_partial { ExitCode::from(FINDINGS) } else { ExitCode::SUCCESS })
}

/// What the fields of a form say other than the data that it carries.
fn tell_changes(answers: &Answers) {
    for change in &answers.changes {
        tell(format_args!("{}: {}", change.place, change.kind.bezeichnung()));
    }
}
