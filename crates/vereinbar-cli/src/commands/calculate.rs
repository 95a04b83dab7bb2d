use std::process::ExitCode;

use vereinbar::{ValidateOptions, check, to_json};

use crate::args::CalculateCommand;
use crate::failure::Failure;
use crate::files;
use crate::output_options::Format;

/// `vereinbar calculate`
pub(super) fn run(command: &CalculateCommand) -> Result<ExitCode, Failure> {
    files::check_output(&command.output.output, command.output.overwrite, Some(&command.file))?;
    files::check_ending(&command.output.output, &["json"])?;
    let nothing = || Failure::NothingToCalculate(command.file.clone());
    let checked = check(files::read_vereinbarung(&command.file, Format::Text)?, ValidateOptions::default());
    // A kind without an Entgelt has nothing to calculate either.
    let berechnung = checked.berechnung().filter(|berechnung| !berechnung.is_empty()).ok_or_else(nothing)?;
    files::write(&command.output.output, to_json::document(berechnung).as_bytes(), command.output.overwrite)?;
    files::tell_written(&command.output.output);
    Ok(ExitCode::SUCCESS)
}
