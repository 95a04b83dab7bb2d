//! Rows as JSON: a line each, or a list.

use std::ops::ControlFlow;
use std::path::Path;

use super::record::{Record, RecordSink, RowPlace};
use super::unique::{self, NoValue};
use crate::TableError;
use crate::files::{self, Lines, without_bom};

/// What a row of JSON may take, as `parse` allows for a whole agreement.
const MAX_ROW_BYTES: u64 = vereinbar::limits::MAX_INPUT_BYTES as u64;

/// What a list may take, whose text is in memory as a whole: of JSON Lines it is a row.
const MAX_LIST_BYTES: u64 = 32 << 20;

const NO_JSON: &str = "Das ist kein gültiges JSON-Objekt.";
const TWICE: &str = "Ein Feld steht im selben Objekt zweimal. Streichen Sie eines.";
const TOO_MANY: &str = "Eine Zeile hat mehr Angaben, als eine Vereinbarung haben kann.";
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
    let Some(bytes) = files::read(path, MAX_LIST_BYTES).map_err(|error| TableError::unreadable(path, error))? else {
        const DETAIL: &str = "Eine JSON-Liste darf 32 MiB groß sein. Schreiben Sie ein Objekt je Zeile, als .jsonl.";
        return Err(TableError::no_table(path, DETAIL).into());
    };
    let mut index = 0;
    let mut failed = None;
    let end = unique::each(without_bom(&bytes), |row| {
        index += 1;
        match sink.record(RowPlace { row: index, file: None }, Record::from_json(row)) {
            Ok(flow) => flow,
            Err(error) => {
                failed = Some(error);
                ControlFlow::Break(())
            }
        }
    });
    if let Some(error) = failed {
        return Err(error);
    }
    let why = match end {
        Ok(()) => return Ok(()),
        Err(NoValue::NoJson) => "Erwartet wird eine JSON-Liste von Objekten. Ein Objekt je Zeile heißt .jsonl.",
        Err(NoValue::Twice) => TWICE,
        Err(NoValue::TooMany) => TOO_MANY,
    };
    Err(TableError::no_table(path, why).into())
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
    match unique::value(text) {
        Ok(value) => Record::from_json(value),
        Err(NoValue::NoJson) => Record::Broken(NO_JSON),
        Err(NoValue::Twice) => Record::Broken(TWICE),
        Err(NoValue::TooMany) => Record::Broken(TOO_MANY),
    }
}
