//! Where documents go: folder, archive, collective file, and the manifest of what was made.

mod archive;
mod combined;
mod folder;
mod manifest;
mod moved;
mod own_file;

pub(crate) use self::archive::Archive;
pub(crate) use self::combined::combine;
pub(crate) use self::folder::{Folder, write};
pub(crate) use self::manifest::{Earlier, Made, Manifest, ManifestEntry, Outcome};
pub(crate) use self::moved::moved;
