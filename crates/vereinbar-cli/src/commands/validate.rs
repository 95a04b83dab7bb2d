use std::io::Write as _;
use std::process::ExitCode;

use vereinbar::{Severity, validate};

use crate::args::{Format, ValidateCommand};
use crate::failure::{FINDINGS, files_name};
use crate::{files, report};

/// `vereinbar validate`: every file, then one line that counts. A file that
/// cannot be read does not keep the others from being checked.
pub(super) fn run(command: &ValidateCommand) -> ExitCode {
    let format = command.format.format;
    let mut code = ExitCode::SUCCESS;
    let mut is_unreadable = false;
    for file in &command.files {
        let vereinbarung = match files::read_vereinbarung(file, format) {
            Ok(vereinbarung) => vereinbarung,
            Err(failure) => {
                code = failure.report();
                is_unreadable = true;
                continue;
            }
        };
        let findings = validate(&vereinbarung, command.stage);
        let mut stdout = anstream::stdout();
        report::findings(&mut stdout, &files_name(file), &findings, format);
        if format == Format::Text {
            // A reader that has gone away is no failure.
            let _ = writeln!(stdout, "{}: {} (Stufe {})", files_name(file), report::count(&findings), command.stage);
        }
        if !is_unreadable && findings.iter().any(|finding| finding.severity == Severity::Error) {
            code = ExitCode::from(FINDINGS);
        }
    }
    code
}
