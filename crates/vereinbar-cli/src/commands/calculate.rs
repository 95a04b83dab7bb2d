use std::process::ExitCode;

use vereinbar::{Vereinbarung, calculate, to_json};

use crate::args::{CalculateCommand, Format};
use crate::failure::Failure;
use crate::files;

/// `vereinbar calculate`
pub(super) fn run(command: &CalculateCommand) -> Result<ExitCode, Failure> {
    files::check_output(&command.output.output, command.output.overwrite, Some(&command.file))?;
    let nothing = || Failure::NothingToCalculate(command.file.clone());
    let Vereinbarung::LeqVereinbarung(vereinbarung) = files::read_vereinbarung(&command.file, Format::Text)? else {
        return Err(nothing());
    };
    let berechnung = calculate(&vereinbarung);
    if berechnung.is_empty() {
        return Err(nothing());
    }
    files::write(&command.output.output, to_json::document(&berechnung).as_bytes(), command.output.overwrite)?;
    Ok(ExitCode::SUCCESS)
}
