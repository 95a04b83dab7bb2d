use std::process::ExitCode;

use vereinbar::extract;

use crate::args::{ExtractCommand, Format};
use crate::failure::Failure;
use crate::files;

/// `vereinbar extract`
pub(super) fn run(command: &ExtractCommand) -> Result<ExitCode, Failure> {
    files::check_output(&command.output.output, command.output.overwrite, Some(&command.file))?;
    let pdf = files::read(&command.file)?;
    let vereinbarung =
        extract(&pdf).map_err(|error| Failure::Extract { file: command.file.clone(), error, format: Format::Text })?;
    files::write(&command.output.output, vereinbarung.to_json().as_bytes(), command.output.overwrite)?;
    Ok(ExitCode::SUCCESS)
}
