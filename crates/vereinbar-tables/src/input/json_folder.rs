//! A folder of JSON files, one row each, in the order of their names.

use std::path::Path;

use super::json_rows;
use super::record::{RecordSink, RowPlace};
use crate::TableError;
use crate::files::{ending, entries};

pub(super) fn read<S: RecordSink>(folder: &Path, sink: &mut S) -> Result<(), S::Error> {
    let files = entries(folder).map_err(|error| TableError::unreadable(folder, error))?.into_iter();
    let mut files = files.filter(|file| ending(file).as_deref() == Some("json") && file.is_file()).peekable();
    if files.peek().is_none() {
        return Err(TableError::no_table(folder, "Im Ordner liegt keine JSON-Datei. Aus PDFs wird mit `vereinbar table --from ORDNER -o liste.xlsx` wieder eine Tabelle.").into());
    }
    for (index, file) in files.enumerate() {
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned());
        if sink.record(RowPlace { row: index + 1, file: name }, json_rows::read_one(&file))?.is_break() {
            break;
        }
    }
    Ok(())
}
