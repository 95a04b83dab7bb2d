//! The files of a folder and below it, in the order of their names.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use vereinbar::system::OwnReason;

/// A folder deeper than that is a mistake.
const MAX_DEPTH: usize = 64;
const TOO_DEEP: &str = "Der Ordner liegt mehr als 64 Ordner tief; was in ihm liegt, wird nicht gelesen.";

/// A file to read, or a folder that cannot be read.
pub type WalkResult = Result<PathBuf, (PathBuf, io::Error)>;

/// Hands over a file, or those below a folder that are wanted, in the order of their
/// names. Hidden files and folders are passed over; links are followed.
pub fn walk(path: &Path, is_wanted: &dyn Fn(&Path) -> bool, found: &mut impl FnMut(WalkResult)) {
    if path.is_dir() {
        below(path, 0, &mut BTreeSet::new(), is_wanted, found);
    } else {
        found(Ok(path.to_owned()));
    }
}

fn below(
    folder: &Path,
    depth: usize,
    visited: &mut BTreeSet<PathBuf>,
    is_wanted: &dyn Fn(&Path) -> bool,
    found: &mut impl FnMut(WalkResult),
) {
    // Links may lead in a circle or to the same folder twice.
    let place = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    if !visited.insert(place) {
        return;
    }
    if depth > MAX_DEPTH {
        return found(Err((folder.to_owned(), io::Error::other(OwnReason(TOO_DEEP)))));
    }
    let entries = match entries(folder) {
        Ok(entries) => entries,
        Err(error) => return found(Err((folder.to_owned(), error))),
    };
    for path in entries {
        if path.is_dir() {
            below(&path, depth + 1, visited, is_wanted, found);
        } else if is_wanted(&path) && path.is_file() {
            found(Ok(path));
        }
    }
}

/// What a folder holds and does not hide, in the order of the names.
///
/// # Errors
/// What the system says.
pub fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?.into_iter();
    let is_shown = |entry: &fs::DirEntry| !entry.file_name().to_string_lossy().starts_with('.');
    let mut entries: Vec<PathBuf> = entries.filter(is_shown).map(|entry| entry.path()).collect();
    // The order of a folder is the file system's.
    entries.sort();
    Ok(entries)
}

/// How a file's name ends, in lower case.
#[must_use]
pub fn ending(path: &Path) -> Option<String> {
    Some(path.extension()?.to_str()?.to_lowercase())
}

/// Whether a file's name says another format than is written: whoever opens it would be told
/// that the file is broken. Names that say nothing are anybody's choice.
#[must_use]
pub fn says_other(path: &Path, written: &[&str]) -> bool {
    /// Endings by which people know a format.
    const KNOWN: &[&str] = &[
        "csv", "doc", "docx", "htm", "html", "ics", "jpeg", "jpg", "json", "jsonl", "ods", "odt", "pdf", "png", "rtf",
        "txt", "xls", "xlsx", "zip",
    ];
    ending(path).is_some_and(|ending| KNOWN.contains(&ending.as_str()) && !written.contains(&ending.as_str()))
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn a_folder_that_lies_too_deep_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let within = folder.path().join("x/".repeat(MAX_DEPTH));
        fs::create_dir_all(within.join("y/z")).unwrap();
        fs::write(within.join("a.json"), "{}").unwrap();
        fs::write(within.join("y/b.json"), "{}").unwrap();
        let mut found = Vec::new();
        walk(folder.path(), &|_| true, &mut |file| found.push(file));
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].as_ref().unwrap(), &within.join("a.json"));
        let (path, error) = found[1].as_ref().unwrap_err();
        assert_eq!((path, vereinbar::system::reason(error).as_str()), (&within.join("y"), TOO_DEEP));
    }

    #[test]
    fn linked_folders_are_followed_once_and_not_in_circles() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::create_dir_all(root.join("eins/zwei")).unwrap();
        fs::create_dir(root.join("drei")).unwrap();
        fs::write(root.join("eins/zwei/a.json"), "{}").unwrap();
        fs::write(root.join("eins/.versteckt"), "{}").unwrap();
        symlink(root.join("eins"), root.join("eins/zwei/kreis")).unwrap();
        symlink(root.join("eins"), root.join("drei/verweis")).unwrap();
        let mut files = Vec::new();
        walk(&root.join("drei"), &|_| true, &mut |found| files.push(found.unwrap()));
        assert_eq!(files, [root.join("drei/verweis/zwei/a.json")]);
        files.clear();
        walk(root, &|_| true, &mut |found| files.push(found.unwrap()));
        assert_eq!(files.len(), 1);
    }
}
