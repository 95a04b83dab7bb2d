//! What a document depends on besides its data: options, templates, version.

use std::fs;
use std::path::Path;

use vereinbar::RenderOptions;
use vereinbar::digest::{Digest, Parts};
use vereinbar_tables::files::walk;

use crate::BatchError;

/// The digest of all that a document depends on besides its data: options, templates with
/// their content (`templates` is a folder of one's own), version. Where it differs, documents
/// are made again.
///
/// # Errors
/// [`BatchError::Unreadable`] where a file of the folder cannot be read.
pub fn context(options: &RenderOptions, templates: Option<&Path>) -> Result<Digest, BatchError> {
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

/// What a document is known by before it is made: the same for the same agreement in the same
/// [`context`], and else another. `json` is the agreement as its PDF carries it.
///
/// ```
/// use vereinbar::RenderOptions;
/// use vereinbar_batch::{content_key, context};
///
/// let v = vereinbar::parse(r#"{"art": "qualitaetsentwicklungsvereinbarung"}"#)?;
/// let draft = context(&RenderOptions::default(), None)?;
/// let form = context(&RenderOptions { fillable: true, ..RenderOptions::default() }, None)?;
/// assert_eq!(content_key(&v.to_json(), draft), content_key(&v.to_json(), draft));
/// assert_ne!(content_key(&v.to_json(), draft), content_key(&v.to_json(), form));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn content_key(json: &str, context: Digest) -> Digest {
    let mut parts = Parts::default();
    // By their digests, which a manifest holds: who has both need not have the agreement.
    for digest in [Digest::of(json.as_bytes()), context] {
        parts.add(digest.to_string().as_bytes());
    }
    parts.digest()
}
