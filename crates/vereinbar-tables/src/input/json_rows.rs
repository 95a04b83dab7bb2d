//! Rows as JSON: a line each, or a list.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::record::{Record, RecordSink, RowPlace};
use crate::TableError;
use crate::files::{self, Lines, without_bom};

/// What a row of JSON may take, as `parse` allows for a whole agreement.
const MAX_ROW_BYTES: u64 = vereinbar::limits::MAX_INPUT_BYTES as u64;

const NO_JSON: &str = "Das ist kein gültiges JSON-Objekt.";
const TOO_LONG: &str = "Die Zeile ist länger als 8 MiB.";

/// JSON Lines: an object a line.
pub(super) fn read_lines<S: RecordSink>(path: &Path, sink: &mut S) -> Result<(), S::Error> {
    let refuse = |error| TableError::unreadable(path, error);
    for (index, line) in Lines::open(path, MAX_ROW_BYTES).map_err(refuse)?.enumerate() {
        let record = match line.map_err(refuse)? {
            None => Record::Broken(TOO_LONG),
            Some(line) if line.iter().all(u8::is_ascii_whitespace) => continue,
            Some(line) => from_json(&line),
        };
        if sink.record(RowPlace { row: index + 1, file: None }, record)?.is_break() {
            break;
        }
    }
    Ok(())
}

/// A list of objects, or one object: an agreement of its own.
pub(super) fn read_list<S: RecordSink>(path: &Path, sink: &mut S) -> Result<(), S::Error> {
    let bytes = fs::read(path).map_err(|error| TableError::unreadable(path, error))?;
    let rows = match serde_json::from_slice(without_bom(&bytes)) {
        Ok(Value::Array(rows)) => rows,
        Ok(value @ Value::Object(_)) => vec![value],
        _ => {
            let detail = "Erwartet wird eine JSON-Liste von Objekten. Ein Objekt je Zeile heißt .jsonl.";
            return Err(TableError::no_table(path, detail).into());
        }
    };
    for (index, row) in rows.into_iter().enumerate() {
        if sink.record(RowPlace { row: index + 1, file: None }, Record::from_json(row))?.is_break() {
            break;
        }
    }
    Ok(())
}

/// A file of a folder: one row.
pub(super) fn read_one(path: &Path) -> Record {
    match files::read(path, MAX_ROW_BYTES) {
        Err(_) => Record::Broken("Die Datei kann nicht gelesen werden."),
        Ok(None) => Record::Broken("Die Datei ist größer als 8 MiB."),
        Ok(Some(bytes)) => from_json(without_bom(&bytes)),
    }
}

fn from_json(text: &[u8]) -> Record {
    serde_json::from_slice(text).map_or(Record::Broken(NO_JSON), Record::from_json)
}
