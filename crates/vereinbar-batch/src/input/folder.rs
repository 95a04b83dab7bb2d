//! A folder of JSON files, one row each, in the order of their names.

use std::fs;
use std::path::Path;

use super::{json, no_table, unreadable};
use crate::BatchError;
use crate::source::{Place, Sink};

pub(super) fn read(folder: &Path, sink: &mut dyn Sink) -> Result<(), BatchError> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| unreadable(folder, error))? {
        let entry = entry.map_err(|error| unreadable(folder, error))?;
        let name = entry.file_name();
        let is_json = Path::new(&name).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
        if is_json && !name.to_string_lossy().starts_with('.') && entry.path().is_file() {
            names.push(name);
        }
    }
    if names.is_empty() {
        return Err(no_table(folder, "Im Ordner liegt keine JSON-Datei."));
    }
    // The order of a folder is the file system's.
    names.sort();
    for (index, name) in names.into_iter().enumerate() {
        let place = Place { row: index + 1, file: Some(name.to_string_lossy().into_owned()) };
        if sink.row(place, json::read_one(&folder.join(&name)))?.is_break() {
            break;
        }
    }
    Ok(())
}
