//! Rows as JSON: a line each, or a list.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;

use serde_json::Value;

use super::{MAX_ROW_BYTES, no_table, unreadable};
use crate::BatchError;
use crate::source::{Place, Record, Sink};

const NO_JSON: &str = "Das ist kein gültiges JSON-Objekt.";
const TOO_LONG: &str = "Die Zeile ist länger als 8 MiB.";

/// JSON Lines: an object a line.
pub(super) fn read_lines(path: &Path, sink: &mut dyn Sink) -> Result<(), BatchError> {
    let mut reader = BufReader::new(File::open(path).map_err(|error| unreadable(path, error))?);
    let mut line = Vec::new();
    let mut row = 0;
    loop {
        line.clear();
        let limit = MAX_ROW_BYTES + 1;
        let read = reader.by_ref().take(limit).read_until(b'\n', &mut line).map_err(|error| unreadable(path, error))?;
        if read == 0 {
            return Ok(());
        }
        row += 1;
        let record = if read as u64 == limit && !line.ends_with(b"\n") {
            reader.skip_until(b'\n').map_err(|error| unreadable(path, error))?;
            Record::Broken(TOO_LONG)
        } else {
            let text = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line);
            if text.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            serde_json::from_slice(text).map_or(Record::Broken(NO_JSON), Record::from_json)
        };
        if sink.row(Place { row, file: None }, record)?.is_break() {
            return Ok(());
        }
    }
}

/// A list of objects, or one object: an agreement of its own.
pub(super) fn read_list(path: &Path, sink: &mut dyn Sink) -> Result<(), BatchError> {
    let bytes = fs::read(path).map_err(|error| unreadable(path, error))?;
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let rows = match serde_json::from_slice(text) {
        Ok(Value::Array(rows)) => rows,
        Ok(value @ Value::Object(_)) => vec![value],
        _ => {
            let detail = "Erwartet wird eine JSON-Liste von Objekten. Ein Objekt je Zeile heißt .jsonl.";
            return Err(no_table(path, detail));
        }
    };
    for (index, row) in rows.into_iter().enumerate() {
        if sink.row(Place { row: index + 1, file: None }, Record::from_json(row))?.is_break() {
            break;
        }
    }
    Ok(())
}

/// A file of a folder: one row.
pub(super) fn read_one(path: &Path) -> Record {
    let mut bytes = Vec::new();
    match File::open(path).and_then(|file| file.take(MAX_ROW_BYTES + 1).read_to_end(&mut bytes)) {
        Err(_) => Record::Broken("Die Datei kann nicht gelesen werden."),
        Ok(read) if read as u64 > MAX_ROW_BYTES => Record::Broken("Die Datei ist größer als 8 MiB."),
        Ok(_) => {
            let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
            serde_json::from_slice(text).map_or(Record::Broken(NO_JSON), Record::from_json)
        }
    }
}
