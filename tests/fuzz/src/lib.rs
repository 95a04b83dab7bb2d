//! What the targets share.

use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;
use vereinbar::{Art, Finding, Vereinbarung, parse_bytes};

/// The example of each kind, as the templates have it.
///
/// # Panics
/// Where one cannot be read.
#[must_use]
pub fn examples() -> Vec<Vereinbarung> {
    let example = |art: &Art| {
        let path = format!("{art}/daten.json");
        let (_, bytes) =
            vereinbar_templates::files().find(|(file, _)| *file == path).expect("every kind has an example");
        parse_bytes(bytes).expect("an example is an agreement")
    };
    Art::ALL.iter().map(example).collect()
}

/// A file of this name with this content, in a folder that goes with the result.
///
/// # Panics
/// Where the system gives none.
#[must_use]
pub fn file(name: &str, content: &[u8]) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    fs::write(&path, content).expect("a file");
    (folder, path)
}

/// # Panics
/// Where a finding says nothing, or not what to do.
pub fn assert_told(findings: &[Finding]) {
    for finding in findings {
        assert!(!finding.message.is_empty() && !finding.remedy.is_empty(), "{finding:?}");
    }
}
