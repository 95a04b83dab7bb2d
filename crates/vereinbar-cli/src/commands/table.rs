use std::path::Path;
use std::process::ExitCode;

use vereinbar_batch::table_from;
use vereinbar_tables::{Columns, TableFormat, TableOptions, table};

use crate::args::TableCommand;
use crate::failure::{FINDINGS, Failure};
use crate::files;
use crate::tell::tell;

/// `vereinbar table`
pub(super) fn run(command: &TableCommand) -> Result<ExitCode, Failure> {
    let output = &command.output;
    files::check_output(&output.output, output.overwrite, None)?;
    let format = if files::is_standard_stream(&output.output) {
        TableFormat::Xlsx
    } else {
        TableFormat::of(&output.output).map_err(Failure::Table)?
    };
    let columns = command.columns.as_deref().map(columns).transpose()?.unwrap_or_default();
    let options = TableOptions { entries: command.entries.get(), columns };
    if command.from.is_empty() {
        // clap asks for the kind where nothing is to be read.
        let art = command.art.ok_or(Failure::Table(vereinbar_tables::TableError::NoArtOfList))?;
        let bytes = table(art, &options, format).map_err(Failure::Table)?;
        files::write(&output.output, &bytes, output.overwrite)?;
        files::tell_written(&output.output);
        if format == TableFormat::Csv {
            tell(format_args!("Eine CSV-Datei sagt nicht, für welche Art sie ist: batch braucht dann --art {art}."));
        }
        return Ok(ExitCode::SUCCESS);
    }
    let made = table_from(&command.from, command.art, &options, format).map_err(Failure::Table)?;
    files::write(&output.output, &made.bytes, output.overwrite)?;
    for (file, why) in &made.left_out {
        tell(format_args!("{}: {why}", file.display()));
    }
    for note in &made.notes {
        tell(note);
    }
    files::tell_written(&output.output);
    let agreements = if made.agreements == 1 { "Vereinbarung" } else { "Vereinbarungen" };
    let files = if made.left_out.len() == 1 { "Datei" } else { "Dateien" };
    let empty = match made.empty {
        0 => String::new(),
        1 => ", 1 leere nicht".to_owned(),
        empty => format!(", {empty} leere nicht"),
    };
    tell(format_args!("{} {agreements} übernommen{empty}, {} {files} nicht.", made.agreements, made.left_out.len()));
    Ok(if made.left_out.is_empty() && made.notes.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(FINDINGS) })
}

/// A file with the office's own headings, or the headings themselves.
fn columns(text: &str) -> Result<Columns, Failure> {
    let is_file = ["json", "xlsx", "ods", "csv"].iter().any(|ending| text.ends_with(&format!(".{ending}")));
    if is_file {
        return Columns::read(Path::new(text)).map_err(Failure::Table);
    }
    Ok(Columns::new(
        text.split(',')
            .map(str::trim)
            .filter(|heading| !heading.is_empty())
            .map(|heading| (heading, vec![heading.to_owned()])),
    ))
}
