//! Reading a folder of template files that are laid over the embedded ones.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use typst::foundations::Bytes;

use crate::error::{EngineError, OverlayProblem};
use crate::limits::{MAX_DEPTH, MAX_FILE_BYTES, MAX_FILES, MAX_TOTAL_BYTES};

/// The files of a folder, to be laid over the template files of an [`Engine`](crate::Engine).
#[derive(Clone)]
pub struct OverlayFiles(pub(crate) Vec<(String, Bytes)>);

impl OverlayFiles {
    /// Reads the folder; it is not looked at again.
    ///
    /// Names that begin with a dot are passed over. At most 500 files, 16 MiB each, 64 MiB
    /// together, 16 folders deep.
    ///
    /// # Errors
    ///
    /// [`EngineError::Overlay`] if the folder or a file in it cannot be read, exceeds a
    /// limit, is neither a regular file nor a folder, or is a symbolic link that leads out
    /// of the folder or to a folder.
    pub fn read(folder: &Path) -> Result<Self, EngineError> {
        let mut files = read(folder)?;
        // The order of a folder is the file system's.
        files.sort_by(|(one, _), (other, _)| one.cmp(other));
        Ok(Self(files))
    }

    /// Takes files that were read before: relative path with `/`, and content, as
    /// [`files`](Self::files) gives them.
    ///
    /// # Errors
    ///
    /// [`EngineError::InvalidPath`] and [`EngineError::TooManyNames`].
    pub fn from_files(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Result<Self, EngineError> {
        let files = files.into_iter().map(|(path, bytes)| {
            crate::path::intern(&path)?;
            Ok((path, Bytes::new(bytes)))
        });
        files.collect::<Result<_, _>>().map(Self)
    }

    /// The files: relative path with `/`, and content.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }
}

impl fmt::Debug for OverlayFiles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.iter().map(|(path, _)| path)).finish()
    }
}

/// All files of the folder by their relative paths, in no particular order.
fn read(folder: &Path) -> Result<Vec<(String, Bytes)>, EngineError> {
    let root = folder.canonicalize().map_err(|error| unreadable(folder, error))?;
    if !root.is_dir() {
        return Err(refuse(folder, OverlayProblem::NotAFolder));
    }
    let mut total = 0;
    let mut files = Vec::new();
    let mut open = vec![(root.clone(), String::new(), 1)];
    while let Some((folder, prefix, depth)) = open.pop() {
        for entry in fs::read_dir(&folder).map_err(|error| unreadable(&folder, error))? {
            let entry = entry.map_err(|error| unreadable(&folder, error))?;
            let path = entry.path();
            let name = entry.file_name();
            let Some(name) = name.to_str() else {
                return Err(refuse(&path, OverlayProblem::Name));
            };
            if name.starts_with('.') {
                continue;
            }
            let name = format!("{prefix}{name}");
            // Of the entry itself: this does not follow links.
            let kind = entry.file_type().map_err(|error| unreadable(&path, error))?;
            if kind.is_dir() {
                if depth == MAX_DEPTH {
                    return Err(refuse(&path, OverlayProblem::TooDeep));
                }
                open.push((path, name + "/", depth + 1));
                continue;
            }
            if files.len() == MAX_FILES {
                return Err(refuse(&root, OverlayProblem::TooManyFiles));
            }
            let target = if kind.is_symlink() { follow(&root, &path)? } else { path.clone() };
            let bytes = read_file(&target, MAX_TOTAL_BYTES - total).map_err(|problem| refuse(&path, problem))?;
            total += bytes.len() as u64;
            files.push((name, Bytes::new(bytes), path));
        }
    }
    files
        .into_iter()
        .map(|(name, bytes, path)| match crate::path::intern(&name) {
            Ok(_) => Ok((name, bytes)),
            Err(_) => Err(refuse(&path, OverlayProblem::Name)),
        })
        .collect()
}

/// Where a symbolic link leads, if that is a file inside the folder.
fn follow(root: &Path, link: &Path) -> Result<PathBuf, EngineError> {
    match link.canonicalize() {
        Ok(target) if target.starts_with(root) && target.is_file() => Ok(target),
        _ => Err(refuse(link, OverlayProblem::Link)),
    }
}

fn read_file(path: &Path, left: u64) -> Result<Vec<u8>, OverlayProblem> {
    // Asked before opening, as opening a pipe would wait for its writer.
    let metadata = fs::symlink_metadata(path).map_err(OverlayProblem::Unreadable)?;
    if !metadata.is_file() {
        return Err(OverlayProblem::NotAFile);
    }
    let limit = MAX_FILE_BYTES.min(left);
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(OverlayProblem::Unreadable)?;
    file.take(limit + 1).read_to_end(&mut bytes).map_err(OverlayProblem::Unreadable)?;
    if bytes.len() as u64 > limit {
        return Err(OverlayProblem::TooLarge);
    }
    Ok(bytes)
}

fn unreadable(path: &Path, error: io::Error) -> EngineError {
    refuse(path, OverlayProblem::Unreadable(error))
}

fn refuse(path: &Path, problem: OverlayProblem) -> EngineError {
    EngineError::Overlay { path: path.to_owned(), problem }
}
