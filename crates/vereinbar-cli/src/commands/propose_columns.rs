//! `vereinbar columns`: what the headings of a list may mean.

use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

use vereinbar_tables::{Confidence, Proposal, Proposals, TableError, TableFormat, propose, proposed};

use crate::args::ColumnsCommand;
use crate::failure::Failure;
use crate::files;
use crate::tell::tell;

/// `vereinbar columns`
pub(super) fn run(command: &ColumnsCommand) -> Result<ExitCode, Failure> {
    if let Some(output) = &command.output {
        files::check_output(output, command.overwrite, Some(&command.table))?;
    }
    let source = super::batch::source(&command.table, command.sheet.as_deref(), command.header_row);
    let Proposals { art, proposals, .. } = propose(source, command.art).map_err(Failure::Table)?;
    let mut text = String::new();
    for proposal in &proposals {
        let field = proposal.fields.first().map_or("# (Bemerkung)", String::as_str);
        let mark = if proposal.confidence == Confidence::Known { "" } else { "? " };
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{} → {mark}{field}\n    {}", proposal.heading, proposal.hint());
    }
    let Some(output) = &command.output else {
        files::write(Path::new("-"), text.as_bytes(), false)?;
        tell(
            "Mit -o spalten.xlsx (oder .json, .csv) entsteht daraus eine Datei, die Sie bestätigen und batch mit --columns geben.",
        );
        return Ok(ExitCode::SUCCESS);
    };
    let bytes = if files::is_standard_stream(output)
        || vereinbar_tables::files::ending(output).as_deref() == Some("json")
    {
        Proposal::columns(&proposals).to_json().into_bytes()
    } else {
        let format = TableFormat::of(output).map_err(|error| {
            Failure::Table(match error {
                TableError::Ending { path, .. } => {
                    TableError::Ending { path, detail: "Nennen Sie einen Namen, der auf .json, .xlsx oder .csv endet." }
                }
                error => error,
            })
        })?;
        proposed(art, &proposals, format).map_err(Failure::Table)?
    };
    files::write(output, &bytes, command.overwrite)?;
    if !files::is_standard_stream(output) {
        tell(text.trim_end());
        files::tell_written(output);
        tell("Bestätigen Sie jeden Vorschlag, indem Sie das Fragezeichen streichen; vorher entsteht damit nichts.");
    }
    Ok(ExitCode::SUCCESS)
}
