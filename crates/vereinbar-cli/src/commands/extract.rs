use std::process::ExitCode;

use vereinbar::{Vereinbarung, extract_all, to_json};
use vereinbar_tables::files::ending;

use crate::args::{ExtractCommand, Format};
use crate::failure::Failure;
use crate::files;
use crate::tell::tell;

/// `vereinbar extract`
pub(super) fn run(command: &ExtractCommand) -> Result<ExitCode, Failure> {
    let output = &command.output.output;
    files::check_output(output, command.output.overwrite, Some(&command.file))?;
    let pdf = files::read_collection(&command.file)?;
    let refuse = |error| Failure::Extract { file: command.file.clone(), error, format: Format::Text };
    let found = extract_all(&pdf).map_err(refuse)?;
    let read = found.into_iter().map(|found| found.vereinbarung.map_err(|error| refuse(error.into())));
    let vereinbarungen: Vec<Vereinbarung> = read.collect::<Result<_, _>>()?;
    let is_lines = matches!(ending(output).as_deref(), Some("jsonl" | "ndjson"));
    let text = match vereinbarungen.as_slice() {
        // The report of an evaluation carries data, but no agreement.
        [] => return Err(Failure::NoVereinbarung(command.file.clone())),
        all if is_lines => all.iter().map(|one| to_json::text(one) + "\n").collect(),
        [one] => one.to_json(),
        // As a list, which `batch` and `evaluate` read.
        all => to_json::document(&all),
    };
    files::write(output, text.as_bytes(), command.output.overwrite)?;
    if vereinbarungen.len() > 1 && !files::is_standard_stream(output) {
        tell(format_args!("Sammeldatei: {} Vereinbarungen.", vereinbarungen.len()));
    }
    Ok(ExitCode::SUCCESS)
}
