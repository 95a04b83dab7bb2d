//! A folder of JSON files, one row each, in the order of their names.

use std::fs;
use std::path::Path;

use super::json_rows;
use super::record::{RecordSink, RowPlace};
use crate::TableError;

pub(super) fn read<S: RecordSink>(folder: &Path, sink: &mut S) -> Result<(), S::Error> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| TableError::unreadable(folder, error))? {
        let entry = entry.map_err(|error| TableError::unreadable(folder, error))?;
        let name = entry.file_name();
        let is_json = Path::new(&name).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
        if is_json && !name.to_string_lossy().starts_with('.') && entry.path().is_file() {
            names.push(name);
        }
    }
    if names.is_empty() {
        return Err(TableError::no_table(folder, "Im Ordner liegt keine JSON-Datei.").into());
    }
    // The order of a folder is the file system's.
    names.sort();
    for (index, name) in names.into_iter().enumerate() {
        let place = RowPlace { row: index + 1, file: Some(name.to_string_lossy().into_owned()) };
        if sink.record(place, json_rows::read_one(&folder.join(&name)))?.is_break() {
            break;
        }
    }
    Ok(())
}
