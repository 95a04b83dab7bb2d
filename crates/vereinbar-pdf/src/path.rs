//! Paths of template and input files.

use typst::syntax::{FileId, RootedPath, VirtualPath, VirtualRoot};

use crate::EngineError;

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
    Ok(RootedPath::new(VirtualRoot::Project, virtual_path).intern())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn interns_the_same_path_once() {
        assert_eq!(intern("a/b.typ").unwrap(), intern("a/b.typ").unwrap());
        assert_ne!(intern("a/b.typ").unwrap(), intern("a/c.typ").unwrap());
    }

    #[test]
    fn refuses_paths_that_are_not_plain() {
        let long = "x".repeat(256);
        for path in ["", "/", "/a", "a/", "a//b", "./a", "a/../b", "..", "a\\b", "a\0b", &long] {
            assert!(matches!(intern(path), Err(EngineError::InvalidPath { .. })), "{path}");
        }
    }
}
