use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use vereinbar::{Severity, ValidateOptions, validate};

use crate::args::ValidateCommand;
use crate::failure::{FINDINGS, Failure, files_name};
use crate::output_options::Format;
use crate::{files, finding_text};

/// `vereinbar validate`: every file, then one line that counts. A file that
/// cannot be read does not keep the others from being checked.
pub(super) fn run(command: &ValidateCommand) -> Result<ExitCode, Failure> {
    let format = command.format.format;
    let options = ValidateOptions {
        stage: command.stage,
        stichtag: command.check.stichtag,
        profile: super::options::profile(&command.check)?,
    };
    let codes = command.files.iter().map(|file| check(file, &options, format));
    // 2 weighs more than 1: what could not be read was not checked.
    Ok(ExitCode::from(codes.max().unwrap_or_default()))
}

fn check(file: &Path, options: &ValidateOptions, format: Format) -> u8 {
    let mut stdout = anstream::stdout();
    let vereinbarung = match files::read_vereinbarung(file, format) {
        Ok(vereinbarung) => vereinbarung,
        Err(failure) if format == Format::Json => {
            let (_, findings, _) = failure.details();
            finding_text::findings(&mut stdout, &files_name(file), findings, format, Some(&failure));
            return failure.exit_code();
        }
        Err(failure) => {
            failure.report();
            return failure.exit_code();
        }
    };
    let findings = validate(&vereinbarung, options);
    finding_text::findings(&mut stdout, &files_name(file), &findings, format, None);
    if format == Format::Text {
        // A reader that has gone away is no failure.
        let _ = writeln!(
            stdout,
            "{}: {} (Stufe {})",
            files_name(file),
            Severity::counted(findings.iter().map(|finding| finding.severity)),
            options.stage
        );
    }
    if findings.iter().any(|finding| finding.severity == Severity::Error) { FINDINGS } else { 0 }
}
