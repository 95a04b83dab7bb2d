use std::process::ExitCode;

use vereinbar::refresh;

use crate::args::RefreshCommand;
use crate::failure::Failure;
use crate::files;

/// `vereinbar refresh`
pub(super) fn run(command: &RefreshCommand) -> Result<ExitCode, Failure> {
    files::check_output(&command.output.output, command.output.overwrite, Some(&command.file))?;
    files::check_ending(&command.output.output, &["pdf"])?;
    let pdf = files::read(&command.file)?;
    let refreshed = refresh(&pdf).map_err(|error| Failure::Refresh { file: command.file.clone(), error })?;
    files::write(&command.output.output, &refreshed, command.output.overwrite)?;
    files::tell_written(&command.output.output);
    Ok(ExitCode::SUCCESS)
}
