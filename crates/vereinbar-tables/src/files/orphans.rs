//! What a batch says about files that belong to no row any more.

use std::io;
use std::path::Path;

use serde::Deserialize;

use super::{Lines, MANIFEST};

/// No line of a manifest is longer.
pub const MAX_LINE_BYTES: u64 = 16 << 20;

#[derive(Deserialize)]
struct ManifestLine {
    file: Option<String>,
    #[serde(default)]
    orphan: bool,
}

/// The files of a folder that an earlier batch has made and to which its table has no row
/// any more, in the order of its manifest; none where no batch works in the folder.
///
/// # Errors
/// What the system says.
pub fn orphans(folder: &Path) -> io::Result<Vec<String>> {
    let lines = match Lines::open(&folder.join(MANIFEST), MAX_LINE_BYTES) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        lines => lines?,
    };
    let mut found = Vec::new();
    for line in lines {
        // Most lines are of files that have a row.
        let Some(line) = line?.filter(|line| line.windows(8).any(|part| part == b"\"orphan\"")) else { continue };
        let entry = serde_json::from_slice::<ManifestLine>(&line).ok().filter(|entry| entry.orphan);
        found.extend(entry.and_then(|entry| entry.file).filter(|file| folder.join(file).exists()));
    }
    Ok(found)
}
