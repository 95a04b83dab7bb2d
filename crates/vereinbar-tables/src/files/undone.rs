//! Files that are there as a whole or not at all.

use std::io::{self, Write as _};
use std::path::Path;

use tempfile::NamedTempFile;

/// So begins the name of a file that is not done yet.
pub const UNDONE: &str = ".vereinbar-";

/// An empty file in the folder that is not done yet, whose name ends with `suffix`. It goes when it is dropped.
///
/// # Errors
/// As the system says.
pub fn undone(folder: &Path, suffix: &str) -> io::Result<NamedTempFile> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let mut builder = tempfile::Builder::new();
    builder.prefix(UNDONE).suffix(suffix);
    // The default of a temporary file is to be private; what comes of it is an ordinary file.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

/// Writes the bytes into such a file, makes them last, and gives it the name `path`: over what is there if it may
/// `overwrite` that.
///
/// # Errors
/// As the system says; [`io::ErrorKind::AlreadyExists`] where there is a file that may not be overwritten.
pub fn done(mut file: NamedTempFile, bytes: &[u8], path: &Path, overwrite: bool) -> io::Result<()> {
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    let renamed = if overwrite { file.persist(path) } else { file.persist_noclobber(path) };
    renamed.map(drop).map_err(|error| error.error)
}
