//! What a document depends on besides its data: options, templates, version.

use std::fs;
use std::path::{Path, PathBuf};

use vereinbar::RenderOptions;
use vereinbar_tables::files::{Digest, Parts};

use crate::BatchError;

/// One digest over all of it: where it differs, documents are made again.
pub(crate) fn digest(options: &RenderOptions, templates: Option<&Path>) -> Result<Digest, BatchError> {
    let mut parts = Parts::default();
    parts.add(env!("CARGO_PKG_VERSION").as_bytes());
    // Every option, the letterhead's picture included, stands in it.
    parts.add(format!("{options:?}").as_bytes());
    for (path, bytes) in vereinbar_templates::files() {
        parts.add(path.as_bytes());
        parts.add(bytes);
    }
    if let Some(folder) = templates {
        let mut files = Vec::new();
        collect(folder, 0, &mut files).map_err(|error| BatchError::Unreadable { path: folder.to_owned(), error })?;
        files.sort();
        for file in files {
            let path = file.strip_prefix(folder).unwrap_or(&file);
            parts.add(path.to_string_lossy().as_bytes());
            let bytes = fs::read(&file).map_err(|error| BatchError::Unreadable { path: file.clone(), error })?;
            parts.add(&bytes);
        }
    }
    Ok(parts.digest())
}

/// The renderer has taken the folder before, and refused what is out of bounds.
fn collect(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        let path = entry.path();
        if path.is_dir() {
            if depth < 16 {
                collect(&path, depth + 1, files)?;
            }
        } else {
            files.push(path);
        }
    }
    Ok(())
}
