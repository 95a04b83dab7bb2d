//! Paths of template and input files.

use std::collections::BTreeSet;
use std::sync::{Mutex, TryLockError};

use typst::syntax::{FileId, RootedPath, VirtualPath, VirtualRoot};

use crate::EngineError;

/// How many different names a process may use; the embedded templates have below a hundred.
const MAX_NAMES: usize = 20_000;

/// The longest path accepted, in bytes.
const MAX_LENGTH: usize = 255;

/// Typst's id of the file at `path`.
///
/// Ids are interned for the life of the process, so only paths that are meant as they
/// stand are let through: relative, in `/` notation, without `.`, `..` and empty parts.
pub(crate) fn intern(path: &str) -> Result<FileId, EngineError> {
    let invalid = || EngineError::InvalidPath { path: path.to_owned() };
    let plain = !path.is_empty()
        && path.len() <= MAX_LENGTH
        && !path.contains(|c: char| c == '\\' || c.is_control())
        && path.split('/').all(|part| !matches!(part, "" | "." | ".."));
    if !plain {
        return Err(invalid());
    }
    let virtual_path = VirtualPath::new(path).map_err(|_| invalid())?;
    count(path)?;
    Ok(RootedPath::new(VirtualRoot::Project, virtual_path).intern())
}

/// Refuses a name that this process has not used before, once it has used too many: Typst
/// keeps each for good, and when its 65,535 are used up no document can be made any more.
fn count(path: &str) -> Result<(), EngineError> {
    static KNOWN: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    let mut known = match KNOWN.try_lock() {
        Ok(known) => known,
        Err(TryLockError::Poisoned(known)) => known.into_inner(),
        // Held by another thread, or in a process that was forked while it was: then for
        // good. A name that is not counted does no harm, the bound leaves room for it.
        Err(TryLockError::WouldBlock) => return Ok(()),
    };
    if known.contains(path) {
        return Ok(());
    }
    if known.len() >= MAX_NAMES {
        return Err(EngineError::TooManyNames);
    }
    known.insert(path.to_owned());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn interns_the_same_path_once() {
        assert_eq!(intern("a/b.typ").unwrap(), intern("a/b.typ").unwrap());
        assert_ne!(intern("a/b.typ").unwrap(), intern("a/c.typ").unwrap());
    }

    /// At 65,536 names Typst would fail for good, for all engines of the process.
    #[test]
    fn names_have_a_bound_and_known_ones_go_on() {
        let first = intern("known/main.typ").unwrap();
        let refused = (0..=MAX_NAMES).find_map(|number| intern(&format!("new/{number}.typ")).err());
        let Some(EngineError::TooManyNames) = refused else { panic!("{refused:?}") };
        assert!(EngineError::TooManyNames.to_string().contains("neuen Prozess"));
        assert_eq!(intern("known/main.typ").unwrap(), first);
    }

    #[test]
    fn refuses_paths_that_are_not_plain() {
        let long = "x".repeat(256);
        for path in ["", "/", "/a", "a/", "a//b", "./a", "a/../b", "..", "a\\b", "a\0b", &long] {
            assert!(matches!(intern(path), Err(EngineError::InvalidPath { .. })), "{path}");
        }
    }
}
