//! What a document depends on besides its data: options, templates, version.

use std::fs;
use std::path::Path;

use vereinbar::RenderOptions;
use vereinbar::digest::{Digest, Parts};
use vereinbar_tables::files::walk;

use crate::BatchError;

/// One digest over all of it: where it differs, documents are made again.
pub(crate) fn digest(options: &RenderOptions, templates: Option<&Path>) -> Result<Digest, BatchError> {
    let mut parts = Parts::default();
    parts.add(env!("CARGO_PKG_VERSION").as_bytes());
    parts.add(options.key().as_bytes());
    for (path, bytes) in vereinbar_templates::files() {
        parts.add(path.as_bytes());
        parts.add(bytes);
    }
    if let Some(folder) = templates {
        let mut found = Vec::new();
        // The renderer has taken the folder before, and refused what is out of bounds.
        walk(folder, &|_| true, &mut |file| found.push(file));
        for file in found {
            let file = file.map_err(|(path, error)| BatchError::Unreadable { path, error })?;
            let path = file.strip_prefix(folder).unwrap_or(&file);
            parts.add(path.to_string_lossy().as_bytes());
            let bytes = fs::read(&file).map_err(|error| BatchError::Unreadable { path: file.clone(), error })?;
            parts.add(&bytes);
        }
    }
    Ok(parts.digest())
}
