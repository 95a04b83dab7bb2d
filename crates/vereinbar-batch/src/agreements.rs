//! Files of agreements, for the way back into a table.

use std::path::{Path, PathBuf};

use vereinbar::limits::MAX_COLLECTION_BYTES;
use vereinbar::{Art, Severity, extract_all, extract_answers, parse_bytes};
use vereinbar_tables::files::{self, ending};
use vereinbar_tables::{FilledRow, FilledTable, TableError, TableFormat, TableOptions, filled};

/// A table of agreements that are there already.
#[derive(Debug)]
#[non_exhaustive]
pub struct TableFrom {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many agreements are in it.
    pub agreements: usize,
    /// What a batch over the table would make otherwise than it was: German sentences.
    pub notes: Vec<String>,
    /// Files that gave no agreement, each with a German sentence that says why.
    pub unread: Vec<(PathBuf, String)>,
}

/// A table of the agreements in files and folders (`.pdf` of `vereinbar`, single or
/// collective, and `.json`), in the order of their names: what all share stands in its sheet
/// `Gemeinsam`, and a batch over it makes the same files again. Of two kinds, `art` says
/// which is taken.
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
    let mut rows = Vec::new();
    let mut unread = Vec::new();
    for path in paths {
        let mut files = Vec::new();
        files::walk(path, &is_wanted, &mut |file| files.push(file));
        for file in files {
            match file {
                Ok(file) => match read(&file) {
                    Ok(found) => rows.extend(found),
                    Err(why) => unread.push((file, why)),
                },
                Err((path, error)) => return Err(TableError::Unreadable { path, error }),
            }
        }
    }
    if let Some(art) = art {
        rows.retain(|row| row.vereinbarung.art() == art);
    }
    let agreements = rows.len();
    let FilledTable { bytes, notes, .. } = filled(&rows, options, format)?;
    Ok(TableFrom { bytes, agreements, notes, unread })
}

/// Of a folder, what may hold an agreement.
fn is_wanted(path: &Path) -> bool {
    matches!(ending(path).as_deref(), Some("pdf" | "json"))
}

fn read(path: &Path) -> Result<Vec<FilledRow>, String> {
    let bytes = match files::read(path, MAX_COLLECTION_BYTES as u64) {
        Ok(Some(bytes)) => bytes,
        Ok(None) => return Err(format!("Die Datei ist größer als {} MiB.", MAX_COLLECTION_BYTES >> 20)),
        Err(_) => return Err("Die Datei kann nicht gelesen werden.".to_owned()),
    };
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    if !bytes.get(..1024).unwrap_or(&bytes).windows(5).any(|window| window == b"%PDF-") {
        let parsed = parse_bytes(&bytes);
        return parsed.map(|vereinbarung| vec![FilledRow { name: stem, vereinbarung }]).map_err(|_| {
            "Die Datei ist keine lesbare Vereinbarung; `vereinbar validate` nennt die Stellen.".to_owned()
        });
    }
    if let Ok(answers) = extract_answers(&bytes) {
        // Of a form that somebody has filled in, the answers.
        if answers.findings.iter().any(|finding| finding.severity == Severity::Error) {
            return Err(
                "Im ausgefüllten Formular stehen Angaben, die sich nicht lesen lassen; `vereinbar extract` nennt sie."
                    .to_owned(),
            );
        }
        return Ok(vec![FilledRow { name: stem, vereinbarung: answers.vereinbarung }]);
    }
    let extracted = extract_all(&bytes).map_err(|error| error.to_string())?;
    let is_collection = extracted.len() > 1;
    extracted
        .into_iter()
        .map(|file| {
            // In a collective file none has a name of its own.
            let name = if is_collection { String::new() } else { stem.clone() };
            let vereinbarung =
                file.vereinbarung.map_err(|_| format!("{} im PDF ist keine lesbare Vereinbarung.", file.name))?;
            Ok(FilledRow { name, vereinbarung })
        })
        .collect()
}
