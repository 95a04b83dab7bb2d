//! The files below a path, in the order of their names.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What a folder's file is, by its ending.
const ENDINGS: [&str; 4] = ["json", "jsonl", "ndjson", "pdf"];
/// The manifest of a run lies beside its PDFs and holds no agreements.
const MANIFEST: &str = "batch.jsonl";
/// A folder deeper than that is a mistake.
const MAX_DEPTH: usize = 64;

/// A file to read, or a folder that cannot be read.
pub(super) type Found = Result<PathBuf, (PathBuf, io::Error)>;

/// Hands over a file, or the files below a folder.
pub(super) fn walk(path: &Path, found: &mut impl FnMut(Found)) {
    if path.is_dir() {
        below(path, 0, &mut BTreeSet::new(), found);
    } else {
        found(Ok(path.to_owned()));
    }
}

fn below(folder: &Path, depth: usize, visited: &mut BTreeSet<PathBuf>, found: &mut impl FnMut(Found)) {
    // Links are followed, and may lead in a circle or to the same folder twice.
    let place = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    if depth > MAX_DEPTH || !visited.insert(place) {
        return;
    }
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let mut entries = match entries {
        Ok(entries) => entries,
        Err(error) => return found(Err((folder.to_owned(), error))),
    };
    // The order of a folder is the file system's.
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name();
        if name.to_string_lossy().starts_with('.') {
            continue;
        }
        let path = entry.path();
        if path.is_dir() {
            below(&path, depth + 1, visited, found);
        } else if is_read(&path) && path.is_file() {
            found(Ok(path));
        }
    }
}

fn is_read(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name != MANIFEST)
        && ending(path).is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// In lower case.
pub(super) fn ending(path: &Path) -> Option<String> {
    Some(path.extension()?.to_str()?.to_lowercase())
}

/// Whether the file is JSON Lines.
pub(super) fn is_lines(path: &Path) -> bool {
    matches!(ending(path).as_deref(), Some("jsonl" | "ndjson"))
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn linked_folders_are_followed_once_and_not_in_circles() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::create_dir_all(root.join("eins/zwei")).unwrap();
        fs::create_dir(root.join("drei")).unwrap();
        fs::write(root.join("eins/zwei/a.json"), "{}").unwrap();
        symlink(root.join("eins"), root.join("eins/zwei/kreis")).unwrap();
        symlink(root.join("eins"), root.join("drei/verweis")).unwrap();
        let mut files = Vec::new();
        walk(&root.join("drei"), &mut |found| files.push(found.unwrap()));
        assert_eq!(files, [root.join("drei/verweis/zwei/a.json")]);
        files.clear();
        walk(root, &mut |found| files.push(found.unwrap()));
        assert_eq!(files.len(), 1);
    }
}
