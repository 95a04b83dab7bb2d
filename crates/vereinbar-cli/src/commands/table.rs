use std::process::ExitCode;

use vereinbar_tables::table;

use crate::args::TableCommand;
use crate::failure::Failure;
use crate::files;

/// `vereinbar table`
pub(super) fn run(command: &TableCommand) -> Result<ExitCode, Failure> {
    let output = &command.output;
    files::check_output(&output.output, output.overwrite, None)?;
    files::write(&output.output, &table(command.art, command.entries.get()), output.overwrite)?;
    files::tell_written(&output.output);
    Ok(ExitCode::SUCCESS)
}
