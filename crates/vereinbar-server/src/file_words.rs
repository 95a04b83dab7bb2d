//! Files as they are called to people: as they were sent, wherever they lie.

use std::path::Path;

/// What a file is called: as it was sent.
pub(crate) fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The name of a file that is sent: a folder that is dropped sends its names before it.
pub(crate) fn last_step(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or_default()
}

/// A sentence that names files of this folder, which is nobody's concern.
pub(crate) fn without_folder(folder: Option<&Path>, sentence: &str) -> String {
    match folder {
        Some(folder) => sentence.replace(&format!("{}{}", folder.display(), std::path::MAIN_SEPARATOR), ""),
        None => sentence.to_owned(),
    }
}
