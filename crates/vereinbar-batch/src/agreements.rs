//! Files of agreements, for the way back into a table.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use vereinbar::limits::MAX_COLLECTION_BYTES;
use vereinbar::{Art, parse_bytes};
use vereinbar_tables::files::{self, ending};
use vereinbar_tables::{FilledRow, FilledTable, TableError, TableFormat, TableOptions, filled};
use vereinbar_workers::{Read, read_pdf};

/// A table of agreements that are there already.
#[derive(Debug)]
#[non_exhaustive]
pub struct TableFrom {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many agreements are in it.
    pub agreements: usize,
    /// How many said nothing and are not; the notes name each.
    pub empty: usize,
    /// What a batch over the table would make otherwise than it was: German sentences.
    pub notes: Vec<String>,
    /// Files of which nothing was taken, each with a German sentence that says why: they
    /// cannot be read, are of another kind, or belong to no row of the table that their
    /// folder was made of.
    pub left_out: Vec<(PathBuf, String)>,
}

/// A table of the agreements in files and folders (`.pdf` of `vereinbar`, single or
/// collective, and `.json`), in the order of their names: what all share stands in its sheet
/// `Gemeinsam`, and a batch over it makes the same files again. Of two kinds, `art` says
/// which is taken. Of a folder, what an earlier batch has left without a row stays out, or
/// the overtaken paper would be a row again; a file that is named itself is taken.
///
/// # Errors
/// [`TableError`] where a path cannot be read, no agreement is there, or they are of several
/// kinds.
pub fn table_from(
    paths: &[PathBuf],
    art: Option<Art>,
    options: &TableOptions,
    format: TableFormat,
) -> Result<TableFrom, TableError> {
    table_from_by(paths, art, options, format, &read_pdf)
}

/// As [`table_from`], with who reads PDFs: another process, where they come from elsewhere.
///
/// # Errors
/// As [`table_from`].
pub fn table_from_by(
    paths: &[PathBuf],
    art: Option<Art>,
    options: &TableOptions,
    format: TableFormat,
    pdf_reader: &dyn Fn(&[u8]) -> Read,
) -> Result<TableFrom, TableError> {
    let mut rows = Vec::new();
    let mut left_out = Vec::new();
    for path in paths {
        std::fs::metadata(path).map_err(|error| TableError::Unreadable { path: path.clone(), error })?;
        let mut files = Vec::new();
        files::walk(path, &is_wanted, &mut |file| files.push(file));
        let files: Vec<PathBuf> = files
            .into_iter()
            .collect::<Result<_, _>>()
            .map_err(|(path, error)| TableError::Unreadable { path, error })?;
        let without_row = if path.is_dir() { without_row(&files)? } else { BTreeSet::new() };
        for file in files {
            if without_row.contains(&file) {
                left_out.push((file, WITHOUT_ROW.to_owned()));
                continue;
            }
            match read(&file, pdf_reader) {
                Ok(found) => {
                    let (wanted, other): (Vec<_>, Vec<_>) =
                        found.into_iter().partition(|row| art.is_none_or(|art| row.vereinbarung.art() == art));
                    rows.extend(wanted);
                    if let Some(row) = other.first() {
                        let kind = row.vereinbarung.art().bezeichnung();
                        left_out.push((file, format!("Das ist von anderer Art ({kind}) und nicht übernommen.")));
                    }
                }
                Err(why) => left_out.push((file, why)),
            }
        }
    }
    let FilledTable { bytes, rows: agreements, notes, .. } = filled(&rows, options, format)?;
    Ok(TableFrom { bytes, agreements, empty: rows.len() - agreements, notes, left_out })
}

const WITHOUT_ROW: &str = "Zu dieser Datei gehört in der Tabelle, aus der ihr Ordner entstand, keine Zeile mehr; sie ist \
                           nicht übernommen. Soll sie doch in die Tabelle, nennen Sie die Datei selbst.";

/// Those of the files that a batch has left without a row.
fn without_row(files: &[PathBuf]) -> Result<BTreeSet<PathBuf>, TableError> {
    let folders: BTreeSet<&Path> = files.iter().filter_map(|file| file.parent()).collect();
    let mut found = BTreeSet::new();
    for folder in folders {
        let names =
            files::orphans(folder).map_err(|error| TableError::Unreadable { path: folder.to_owned(), error })?;
        found.extend(names.iter().map(|name| folder.join(name)));
    }
    Ok(found)
}

/// Of a folder, what may hold an agreement.
fn is_wanted(path: &Path) -> bool {
    matches!(ending(path).as_deref(), Some("pdf" | "json"))
}

fn read(path: &Path, pdf_reader: &dyn Fn(&[u8]) -> Read) -> Result<Vec<FilledRow>, String> {
    let bytes = match files::read(path, MAX_COLLECTION_BYTES as u64) {
        Ok(Some(bytes)) => bytes,
        Ok(None) => return Err(format!("Die Datei ist größer als {} MiB.", MAX_COLLECTION_BYTES >> 20)),
        Err(_) => return Err("Die Datei kann nicht gelesen werden.".to_owned()),
    };
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    if !bytes.get(..1024).unwrap_or(&bytes).windows(5).any(|window| window == b"%PDF-") {
        match parse_bytes(&bytes) {
            Ok(vereinbarung) => return Ok(vec![FilledRow { name: stem, vereinbarung }]),
            // Its reader says what is wrong with a PDF that is none.
            Err(_) if ending(path).as_deref() == Some("pdf") => {}
            Err(_) => {
                return Err(
                    "Die Datei ist keine lesbare Vereinbarung; `vereinbar validate` nennt die Stellen.".to_owned()
                );
            }
        }
    }
    let extracted = pdf_reader(&bytes)?;
    let is_collection = extracted.len() > 1;
    extracted
        .into_iter()
        .map(|file| {
            // In a collective file none has a name of its own.
            let name = if is_collection { String::new() } else { stem.clone() };
            let vereinbarung = file.vereinbarung.ok_or_else(|| {
                format!(
                    "{}, oder was in die Felder eingetragen ist, ist keine lesbare Vereinbarung; `vereinbar extract` nennt \
                     die Stellen.",
                    file.name
                )
            })?;
            Ok(FilledRow { name, vereinbarung })
        })
        .collect()
}
