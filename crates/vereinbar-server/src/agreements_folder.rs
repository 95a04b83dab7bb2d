//! The agreements of one folder: listed, opened, and saved in place.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use vereinbar::digest::Digest;
use vereinbar::file_name;
use vereinbar::limits::MAX_PDF_BYTES;
use vereinbar_tables::files::{done, undone};

use crate::error::ServeError;

/// The most files that are listed.
const MAX_FILES: usize = 2000;
/// What a list says that ends there.
pub(crate) const FIRST_FILES: &str = "Gezeigt werden die ersten 2000 Dateien.";

pub(crate) struct AgreementsFolder {
    path: PathBuf,
    /// One saves at a time, so that a check and the writing that it is for belong together.
    saving: Mutex<()>,
}

/// A file of the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FolderFile {
    pub(crate) name: String,
}

/// A file's bytes, and what tells them from others.
pub(crate) struct Opened {
    pub(crate) bytes: Vec<u8>,
    pub(crate) version: String,
}

/// Why a file was not opened or saved.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FolderError {
    #[error(
        "So darf die Datei nicht heißen. Nehmen Sie einen Namen ohne Ordner und Sonderzeichen, der auf .json oder .pdf endet."
    )]
    Name,
    #[error("Diese Datei gibt es im Ordner nicht, oder sie ist keine gewöhnliche Datei.")]
    NotFound,
    #[error("Die Datei ist größer als {} MiB.", MAX_PDF_BYTES >> 20)]
    TooLarge,
    #[error("Unter diesem Namen gibt es schon eine Datei. Wählen Sie einen anderen.")]
    Exists,
    #[error(
        "Die Datei wurde geändert, seit Sie sie geöffnet haben. Speichern Sie unter einem anderen Namen, und vergleichen Sie beide."
    )]
    Changed,
    #[error("Die Datei kann nicht gelesen oder geschrieben werden. Prüfen Sie Rechte und freien Platz.")]
    Io(#[from] io::Error),
}

impl AgreementsFolder {
    pub(crate) fn open(path: &Path) -> Result<Self, ServeError> {
        let failed = |error| ServeError::Folder { folder: path.to_owned(), error };
        let path = path.canonicalize().map_err(failed)?;
        fs::read_dir(&path).map_err(failed)?;
        Ok(Self { path, saving: Mutex::new(()) })
    }

    /// The name of the folder itself.
    pub(crate) fn name(&self) -> String {
        self.path.file_name().unwrap_or(self.path.as_os_str()).to_string_lossy().into_owned()
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Its agreements by name, and whether there are more than are listed.
    pub(crate) fn list(&self) -> io::Result<(Vec<FolderFile>, bool)> {
        let mut entries = self.entries()?;
        let has_more = entries.len() > MAX_FILES;
        entries.truncate(MAX_FILES);
        Ok((entries, has_more))
    }

    fn entries(&self) -> io::Result<Vec<FolderFile>> {
        let mut entries = Vec::new();
        for entry in fs::read_dir(&self.path)? {
            let entry = entry?;
            let Ok(name) = entry.file_name().into_string() else { continue };
            // Of the entry itself, not of what a link leads to.
            let Ok(metadata) = entry.metadata() else { continue };
            if is_name(&name) && metadata.is_file() {
                entries.push(FolderFile { name });
            }
        }
        entries.sort_by_cached_key(|entry| entry.name.to_lowercase());
        Ok(entries)
    }

    /// Reads a file.
    pub(crate) fn read(&self, name: &str) -> Result<Opened, FolderError> {
        let path = self.path_of(name)?;
        let metadata = fs::symlink_metadata(&path).map_err(|_| FolderError::NotFound)?;
        if !metadata.is_file() {
            return Err(FolderError::NotFound);
        }
        let file = File::open(&path)?;
        // The name may have become a link in between.
        if !is_same(&metadata, &file.metadata()?) {
            return Err(FolderError::NotFound);
        }
        let mut bytes = Vec::new();
        file.take(MAX_PDF_BYTES as u64 + 1).read_to_end(&mut bytes)?;
        if bytes.len() > MAX_PDF_BYTES {
            return Err(FolderError::TooLarge);
        }
        let version = version(&bytes);
        Ok(Opened { bytes, version })
    }

    /// Writes a file as a whole or not at all, and gives its version. With `opened`, the version that was
    /// opened, it replaces the file if nobody else has changed it; without, there must be none.
    pub(crate) fn write(&self, name: &str, bytes: &[u8], opened: Option<&str>) -> Result<String, FolderError> {
        let path = self.path_of(name)?;
        let _saving = self.saving.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(opened) = opened
            && self.read(name)?.version != opened
        {
            return Err(FolderError::Changed);
        }
        let written = undone(&self.path, "").and_then(|file| done(file, bytes, &path, opened.is_some()));
        written.map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => FolderError::Exists,
            _ => error.into(),
        })?;
        Ok(version(bytes))
    }

    fn path_of(&self, name: &str) -> Result<PathBuf, FolderError> {
        if is_name(name) { Ok(self.path.join(name)) } else { Err(FolderError::Name) }
    }
}

/// Whether a name is that of an agreement in this folder, and of nothing else on any system.
fn is_name(name: &str) -> bool {
    let is_agreement = name.rsplit_once('.').is_some_and(|(stem, ending)| {
        !stem.trim().is_empty() && ["json", "pdf"].iter().any(|own| ending.eq_ignore_ascii_case(own))
    });
    is_agreement && file_name::is_safe(name)
}

#[cfg(unix)]
fn is_same(a: &fs::Metadata, b: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    (a.dev(), a.ino()) == (b.dev(), b.ino())
}

#[cfg(not(unix))]
fn is_same(a: &fs::Metadata, b: &fs::Metadata) -> bool {
    a.is_file() && b.is_file() && a.len() == b.len()
}

fn version(bytes: &[u8]) -> String {
    Digest::of(bytes).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> (tempfile::TempDir, AgreementsFolder) {
        let outside = tempfile::tempdir().unwrap();
        fs::create_dir(outside.path().join("akten")).unwrap();
        fs::write(outside.path().join("geheim.json"), "geheim").unwrap();
        let folder = AgreementsFolder::open(&outside.path().join("akten")).unwrap();
        (outside, folder)
    }

    #[test]
    fn saves_and_opens_and_notices_that_somebody_else_has_saved() {
        let (_outside, folder) = folder();
        let first = folder.write("a.json", b"1", None).unwrap();
        assert!(matches!(folder.write("a.json", b"2", None), Err(FolderError::Exists)));
        let second = folder.write("a.json", b"2", Some(&first)).unwrap();
        assert!(matches!(folder.write("a.json", b"3", Some(&first)), Err(FolderError::Changed)));
        assert!(matches!(folder.write("b.json", b"3", Some(&first)), Err(FolderError::NotFound)));
        let opened = folder.read("a.json").unwrap();
        assert_eq!((opened.bytes.as_slice(), &opened.version), (b"2".as_slice(), &second));
        let names: Vec<String> = folder.list().unwrap().0.into_iter().map(|entry| entry.name).collect();
        assert_eq!(names, ["a.json"]);
    }

    #[test]
    fn no_name_leads_out_of_the_folder() {
        let (outside, folder) = folder();
        let elsewhere = outside.path().join("geheim.json");
        for name in [
            "../geheim.json",
            "..\\geheim.json",
            "/etc/passwd",
            elsewhere.to_str().unwrap(),
            "akten/../../geheim.json",
            "c:a.json",
            ".json",
            "..json",
            ".a.json",
            "a",
            "a.txt",
            "",
            "a.json/",
            "a\0.json",
            "a\n.json",
            "-a.json",
            "CON.json",
            "com1.pdf",
            "COM¹.pdf",
            "%2e%2e%2fgeheim.json/x.json",
        ] {
            assert!(matches!(folder.read(name), Err(FolderError::Name)), "{name:?}");
            assert!(matches!(folder.write(name, b"x", None), Err(FolderError::Name)), "{name:?}");
        }
        assert_eq!(fs::read(elsewhere).unwrap(), b"geheim");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_neither_listed_nor_followed() {
        let (outside, folder) = folder();
        std::os::unix::fs::symlink(outside.path().join("geheim.json"), outside.path().join("akten/link.json")).unwrap();
        fs::create_dir(outside.path().join("akten/ordner.json")).unwrap();
        assert!(folder.list().unwrap().0.is_empty());
        for name in ["link.json", "ordner.json"] {
            assert!(matches!(folder.read(name), Err(FolderError::NotFound)), "{name}");
            assert!(folder.write(name, b"x", None).is_err(), "{name}");
        }
        assert_eq!(fs::read(outside.path().join("geheim.json")).unwrap(), b"geheim");
    }
}
