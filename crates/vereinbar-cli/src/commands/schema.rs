use std::process::ExitCode;

use vereinbar::schema;

use crate::args::SchemaCommand;
use crate::failure::Failure;
use crate::files;

/// `vereinbar schema`
pub(super) fn run(command: &SchemaCommand) -> Result<ExitCode, Failure> {
    files::check_output(&command.output.output, command.output.overwrite, None)?;
    let json = format!("{:#}\n", schema(command.art));
    files::write(&command.output.output, json.as_bytes(), command.output.overwrite)?;
    Ok(ExitCode::SUCCESS)
}
