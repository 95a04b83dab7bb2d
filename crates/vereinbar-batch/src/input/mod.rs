//! Readers of the files that offices have.

mod csv;
mod encoding;
mod folder;
mod json;
mod sheet;
mod table;

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

use crate::BatchError;
use crate::source::Sink;

/// The largest file that is read.
const MAX_FILE_BYTES: u64 = 512 << 20;
/// What a row of JSON may take, as `parse` allows for a whole agreement.
const MAX_ROW_BYTES: u64 = vereinbar::limits::MAX_INPUT_BYTES as u64;

/// Reads a file or folder of any kind that is known.
pub(crate) fn read(path: &Path, sheet: Option<&str>, sink: &mut dyn Sink) -> Result<(), BatchError> {
    let metadata = fs::metadata(path).map_err(|error| unreadable(path, error))?;
    if metadata.is_dir() {
        return folder::read(path, sink);
    }
    if metadata.len() > MAX_FILE_BYTES {
        return Err(no_table(path, "Die Datei ist größer als 512 MiB. Teilen Sie sie auf."));
    }
    let mut start = Vec::new();
    File::open(path).and_then(|file| file.take(8).read_to_end(&mut start)).map_err(|error| unreadable(path, error))?;
    if start.starts_with(b"PK\x03\x04") {
        return sheet::read(path, sheet, sink);
    }
    if start.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(no_table(path, "Das ist eine Datei im alten Excel-Format. Speichern Sie sie als .xlsx."));
    }
    if start.starts_with(b"%PDF-") {
        return Err(no_table(path, "Das ist ein PDF, keine Tabelle."));
    }
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default().to_lowercase();
    match extension.as_str() {
        "jsonl" | "ndjson" => json::read_lines(path, sink),
        "json" => json::read_list(path, sink),
        _ => csv::read(path, sink),
    }
}

fn unreadable(path: &Path, error: io::Error) -> BatchError {
    BatchError::Unreadable { path: path.to_owned(), error }
}

fn no_table(path: &Path, detail: impl Into<String>) -> BatchError {
    BatchError::NoTable { path: path.to_owned(), detail: detail.into() }
}
