use std::io::Write as _;
use std::process::ExitCode;

use vereinbar_tables::table;

use crate::args::TableCommand;
use crate::failure::Failure;
use crate::files;

/// `vereinbar table`
pub(super) fn run(command: &TableCommand) -> Result<ExitCode, Failure> {
    let output = &command.output;
    files::check_output(&output.output, output.force, None)?;
    files::write(&output.output, &table(command.art, command.entries.get()), output.force)?;
    if !files::is_standard_stream(&output.output) {
        // Nothing can be said when standard error is closed.
        let _ = writeln!(anstream::stderr(), "{} geschrieben.", output.output.display());
    }
    Ok(ExitCode::SUCCESS)
}
