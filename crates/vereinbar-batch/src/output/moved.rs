//! Files of earlier runs that belong to no row any more.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::manifest::ManifestEntry;
use crate::BatchError;

/// Moves them to another folder, over nothing that is there, and says where they are.
pub(crate) fn moved(from: &Path, to: &Path, orphans: &[ManifestEntry]) -> Result<Vec<PathBuf>, BatchError> {
    let files: Vec<&String> = orphans.iter().filter_map(|entry| entry.document.file.as_ref()).collect();
    if files.is_empty() {
        return Ok(Vec::new());
    }
    fs::create_dir_all(to).map_err(BatchError::unwritable(to))?;
    let one = |file: &&String| {
        let target = free(to, file);
        rename(&from.join(file), &target).map_err(BatchError::unwritable(&target))?;
        Ok(target)
    };
    files.iter().map(one).collect()
}

/// A name that is free.
fn free(folder: &Path, file: &str) -> PathBuf {
    let stem = file.strip_suffix(".pdf").unwrap_or(file);
    let names = (2_u32..).map(|number| format!("{stem} ({number}).pdf"));
    let mut paths = std::iter::once(file.to_owned()).chain(names).map(|name| folder.join(name));
    paths.find(|path| !path.exists()).unwrap_or_else(|| folder.join(file))
}

/// Also to another disk.
fn rename(from: &Path, to: &Path) -> io::Result<()> {
    match fs::rename(from, to) {
        Err(error) if error.kind() == io::ErrorKind::CrossesDevices => {
            fs::copy(from, to)?;
            fs::remove_file(from)
        }
        result => result,
    }
}
