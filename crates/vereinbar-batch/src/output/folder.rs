//! The folder of the PDFs: a file is there as a whole or not at all.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;
use vereinbar_tables::files;

use super::own_file;
use crate::BatchError;

/// So end the names of files of a run that are not done yet.
const SUFFIX: &str = ".tmp";
/// Held by the run that works in the folder.
const LOCK: &str = ".vereinbar-batch.lock";

/// A folder that this run alone writes to.
pub(crate) struct Folder {
    path: PathBuf,
    lock: File,
}

impl Folder {
    /// Makes the folder if need be, and takes away what a killed run has left.
    pub(crate) fn open(path: &Path) -> Result<Self, BatchError> {
        let refuse = |error| BatchError::Unwritable { path: path.to_owned(), error };
        fs::create_dir_all(path).map_err(refuse)?;
        let lock = own_file::open(&path.join(LOCK))?;
        match lock.try_lock() {
            Err(TryLockError::WouldBlock) => return Err(BatchError::Busy(path.to_owned())),
            // Some network drives know no locks: then none is held.
            Ok(()) | Err(TryLockError::Error(_)) => {}
        }
        let folder = Self { path: path.to_owned(), lock };
        for file in fs::read_dir(path).map_err(refuse)?.flatten().filter(is_temporary) {
            // One that cannot be removed does no harm.
            let _ = fs::remove_file(file.path());
        }
        Ok(folder)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Makes renames last.
    pub(crate) fn sync(&self) {
        // Windows cannot do that, nor can every file system.
        if let Ok(folder) = File::open(&self.path) {
            let _ = folder.sync_all();
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_file(self.path.join(LOCK));
        let _ = self.lock.unlock();
    }
}

fn is_temporary(entry: &fs::DirEntry) -> bool {
    let name = entry.file_name();
    let name = name.to_string_lossy();
    name.starts_with(files::UNDONE) && name.ends_with(SUFFIX)
}

/// Takes away what killed runs have left in a folder that others work in as well: what a
/// living one works at is [held](hold).
pub(crate) fn sweep(folder: &Path) {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    for file in fs::read_dir(folder).into_iter().flatten().flatten().filter(is_temporary) {
        let is_plain = file.file_type().is_ok_and(|kind| kind.is_file());
        if is_plain && File::open(file.path()).is_ok_and(|file| file.try_lock().is_ok()) {
            let _ = fs::remove_file(file.path());
        }
    }
}

/// Says that a temporary file is worked at, as long as it is open.
pub(crate) fn hold(file: &NamedTempFile) {
    // Some network drives know no locks; there nothing is swept either.
    let _ = file.as_file().try_lock();
}

/// A file in the folder that is not done yet.
pub(crate) fn temporary(folder: &Path) -> io::Result<NamedTempFile> {
    files::undone(folder, SUFFIX)
}

/// Writes a file as a whole, over what is there: written, made to last, renamed.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    files::done(temporary(path.parent().unwrap_or(Path::new(".")))?, bytes, path, true)
}
