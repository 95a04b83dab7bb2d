use std::process::ExitCode;

use vereinbar::{builder_schema, schema};

use crate::args::SchemaCommand;
use crate::failure::Failure;
use crate::files;

/// `vereinbar schema`
pub(super) fn run(command: &SchemaCommand) -> Result<ExitCode, Failure> {
    files::check_output(&command.output.output, command.output.overwrite, None)?;
    files::check_ending(&command.output.output, &["json"])?;
    let schema = match (command.art, command.builder) {
        (Some(art), Some(part)) => builder_schema(art, part),
        (art, _) => schema(art),
    };
    let json = format!("{schema:#}\n");
    files::write(&command.output.output, json.as_bytes(), command.output.overwrite)?;
    files::tell_written(&command.output.output);
    Ok(ExitCode::SUCCESS)
}
