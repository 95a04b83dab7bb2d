//! Which reader reads a file: told by what it is, not by its name alone.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;

use vereinbar::limits::MAX_COLLECTION_BYTES;

use super::record::{Choice, RecordSink};
use super::{csv, json_folder, json_rows, workbook};
use crate::TableError;
use crate::files::ending;

/// So begins an archive, which XLSX and ODS are.
pub(super) const ZIP: &[u8] = b"PK\x03\x04";

/// The first bytes of a file, which say what it is.
pub(super) fn start(path: &Path) -> Result<Vec<u8>, TableError> {
    let mut start = Vec::new();
    let file = File::open(path).map_err(|error| TableError::unreadable(path, error))?;
    file.take(8).read_to_end(&mut start).map_err(|error| TableError::unreadable(path, error))?;
    Ok(start)
}

/// Reads a file or folder of any kind that is known.
pub(crate) fn read<S: RecordSink>(path: &Path, choice: Choice<'_>, sink: &mut S) -> Result<(), S::Error> {
    let metadata = fs::metadata(path).map_err(|error| TableError::unreadable(path, error))?;
    if metadata.is_dir() {
        return json_folder::read(path, sink);
    }
    if metadata.len() > MAX_COLLECTION_BYTES as u64 {
        let most = MAX_COLLECTION_BYTES >> 20;
        return Err(
            TableError::no_table(path, format!("Die Datei ist größer als {most} MiB. Teilen Sie sie auf.")).into()
        );
    }
    let start = start(path)?;
    if start.starts_with(ZIP) {
        return workbook::read(path, choice, sink);
    }
    if start.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(TableError::no_table(
            path,
            "Das ist eine Datei im alten Excel-Format. Speichern Sie sie als .xlsx.",
        )
        .into());
    }
    if start.starts_with(b"%PDF-") {
        return Err(TableError::no_table(path, "Das ist ein PDF, keine Tabelle.").into());
    }
    match ending(path).as_deref() {
        Some("jsonl" | "ndjson") => json_rows::read_lines(path, sink),
        Some("json") => json_rows::read_list(path, sink),
        _ => csv::read(path, choice.header_row, sink),
    }
}
