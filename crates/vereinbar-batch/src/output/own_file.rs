//! The files that a run keeps in the folder for itself: its lock and its manifest.

use std::fs::{self, File, OpenOptions};
use std::path::Path;

use crate::BatchError;

/// Opens a file of our own for reading and writing, and makes it where there is none.
///
/// Whoever else may write in the folder could lay a symbolic link there, and we would
/// write into the file that it leads to; or a pipe, and we would wait for its reader. So
/// only an ordinary file is opened, and nothing in it is thrown away.
pub(crate) fn open(path: &Path) -> Result<File, BatchError> {
    match fs::symlink_metadata(path) {
        Ok(there) if !there.is_file() => return Err(BatchError::NoFile(path.to_owned())),
        _ => {}
    }
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    // What was laid there since then is not followed either.
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, libc::O_NOFOLLOW | libc::O_NONBLOCK);
    let file = options.open(path).map_err(BatchError::unwritable(path))?;
    match file.metadata() {
        Ok(opened) if opened.is_file() => Ok(file),
        Ok(_) => Err(BatchError::NoFile(path.to_owned())),
        Err(error) => Err(BatchError::Unwritable { path: path.to_owned(), error }),
    }
}
