use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use vereinbar::{Severity, Stage, validate};

use crate::args::{Format, ValidateCommand};
use crate::failure::{FINDINGS, files_name};
use crate::{files, report};

/// `vereinbar validate`: every file, then one line that counts. A file that
/// cannot be read does not keep the others from being checked.
pub(super) fn run(command: &ValidateCommand) -> ExitCode {
    let format = command.format.format;
    let codes = command.files.iter().map(|file| check(file, command.stage, format));
    // 2 weighs more than 1: what could not be read was not checked.
    ExitCode::from(codes.max().unwrap_or_default())
}

fn check(file: &Path, stage: Stage, format: Format) -> u8 {
    let mut stdout = anstream::stdout();
    let vereinbarung = match files::read_vereinbarung(file, format) {
        Ok(vereinbarung) => vereinbarung,
        Err(failure) if format == Format::Json => {
            let (_, findings, _) = failure.details();
            report::findings(&mut stdout, &files_name(file), findings, format, Some(&failure));
            return failure.exit_code();
        }
        Err(failure) => {
            failure.report();
            return failure.exit_code();
        }
    };
    let findings = validate(&vereinbarung, stage);
    report::findings(&mut stdout, &files_name(file), &findings, format, None);
    if format == Format::Text {
        // A reader that has gone away is no failure.
        let _ = writeln!(stdout, "{}: {} (Stufe {stage})", files_name(file), report::count(&findings));
    }
    if findings.iter().any(|finding| finding.severity == Severity::Error) { FINDINGS } else { 0 }
}
