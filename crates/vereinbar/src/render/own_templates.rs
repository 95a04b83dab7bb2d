//! Templates of one's own: the built-in ones to change, and a folder of changed ones, of
//! which each must replace one.

use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use vereinbar_pdf::OverlayFiles;

use super::error::RenderError;
use crate::spelling::{likeness, nearest};

/// Paths at least this alike are suggested.
const ALIKE: f64 = 0.75;
/// What says in the folder what to do with it.
const GUIDE: (&str, &str) = ("LIESMICH.md", include_str!("own_templates.md"));

/// Writes the built-in templates into a folder, to be changed there, with a short guide. What
/// is left in it of them is taken with [`Renderer::with_templates`](super::Renderer::with_templates).
/// Gives the files that were written.
///
/// # Errors
/// What the system says; [`io::ErrorKind::AlreadyExists`] where one of the files is there and
/// `overwrite` is not set: then nothing was written.
pub fn export_templates(folder: &Path, overwrite: bool) -> io::Result<Vec<PathBuf>> {
    let files = || std::iter::once((GUIDE.0, GUIDE.1.as_bytes())).chain(vereinbar_templates::files());
    if !overwrite && files().any(|(path, _)| folder.join(path).exists()) {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let mut written = Vec::new();
    for (path, bytes) in files() {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        let mut options = OpenOptions::new();
        let options = options.write(true).truncate(true).create(true);
        options.open(&path)?.write_all(bytes)?;
        written.push(path);
    }
    Ok(written)
}

/// Refuses a folder of which nothing would be seen: no file in it is one of the built-in
/// ones, or one is called otherwise and no other makes use of it.
pub(super) fn check(folder: &Path, overlay: &OverlayFiles) -> Result<(), RenderError> {
    let built_in: BTreeMap<&str, &[u8]> = vereinbar_templates::files().collect();
    let (replacing, others): (Vec<_>, Vec<_>) = overlay.files().partition(|(path, _)| built_in.contains_key(path));
    let is_used = |name: &str| {
        overlay.files().any(|(path, bytes)| is_template(path) && String::from_utf8_lossy(bytes).contains(name))
    };
    for (path, _) in others.iter().filter(|(path, _)| is_template(path) || has_ending(path, "json")) {
        let name = path.rsplit('/').next().unwrap_or(path);
        if !is_used(name) {
            let nearest = meant(built_in.keys().copied(), path, name).map(str::to_owned);
            return Err(RenderError::ReplacesNothing { file: folder.join(path), nearest });
        }
    }
    if replacing.is_empty() {
        return Err(RenderError::NoTemplates { folder: folder.to_owned() });
    }
    Ok(())
}

fn is_template(path: &str) -> bool {
    has_ending(path, "typ")
}

fn has_ending(path: &str, ending: &str) -> bool {
    Path::new(path).extension().is_some_and(|other| other == ending)
}

/// The file of that name in another folder, or the one that is called most alike.
fn meant<'a>(built_in: impl Iterator<Item = &'a str> + Clone, path: &str, name: &str) -> Option<&'a str> {
    let lower = name.to_lowercase();
    let mut same = built_in.clone().filter(|known| known.rsplit('/').next() == Some(lower.as_str()));
    if let (Some(only), None) = (same.next(), same.next()) {
        return Some(only);
    }
    nearest(built_in, ALIKE, |known| likeness(path, known))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(files: &[(&str, &str)]) -> Result<(), RenderError> {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        check(Path::new("eigene"), &OverlayFiles::read(folder.path()).unwrap())
    }

    fn nearest_to(path: &str) -> Option<String> {
        match checked(&[("gemeinsam/masse.typ", ""), (path, "")]) {
            Err(RenderError::ReplacesNothing { file, nearest }) => {
                assert_eq!(file, Path::new("eigene").join(path));
                nearest
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_file_that_replaces_nothing_is_an_error_that_names_the_nearest() {
        let near = |path| nearest_to(path).unwrap_or_default();
        assert_eq!(near("farben.typ"), "gemeinsam/farben.typ");
        assert_eq!(near("gemeinsam/Farben.typ"), "gemeinsam/farben.typ");
        assert_eq!(near("gemeinsan/masse.typ"), "gemeinsam/masse.typ");
        assert_eq!(near("qualitaetsentwicklungvereinbarung/rumpf.typ"), "qualitaetsentwicklungsvereinbarung/rumpf.typ");
        assert_eq!(nearest_to("xyz.typ"), None);
    }

    #[test]
    fn what_another_file_makes_use_of_is_no_slip() {
        let own = ("gemeinsam/masse.typ", "#import \"eigene.typ\": rot");
        assert!(
            checked(&[own, ("gemeinsam/eigene.typ", ""), ("gemeinsam/wappen.png", ""), ("LIESMICH.md", "")]).is_ok()
        );
    }

    #[test]
    fn a_folder_that_replaces_nothing_is_refused() {
        assert!(matches!(checked(&[]), Err(RenderError::NoTemplates { .. })));
        assert!(matches!(checked(&[("LIESMICH.md", "")]), Err(RenderError::NoTemplates { .. })));
    }

    #[test]
    fn what_is_exported_is_taken_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let written = export_templates(folder.path(), false).unwrap();
        assert_eq!(written.len(), vereinbar_templates::files().count() + 1);
        check(folder.path(), &OverlayFiles::read(folder.path()).unwrap()).unwrap();
        let error = export_templates(folder.path(), false).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::AlreadyExists);
        export_templates(folder.path(), true).unwrap();
    }
}
