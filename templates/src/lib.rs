//! The Typst templates of `vereinbar`, embedded.
//!
//! The crate's root is the folder of the templates, so that they are plain files
//! for a designer (`typst compile`, live preview) and part of the package for Cargo.

/// Path below this folder, and content; written by `build.rs`.
static FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/files.rs"));

/// Every template file: its path, such as
/// `qualitaetsentwicklungsvereinbarung/main.typ`, and its content.
///
/// ```
/// let mut files = vereinbar_templates::files();
/// assert!(files.any(|(path, _)| path == "qualitaetsentwicklungsvereinbarung/main.typ"));
/// ```
pub fn files() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    FILES.iter().copied()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::*;

    fn collect(folder: &Path, found: &mut BTreeSet<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "typ" || extension == "json") {
                let path = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap();
                found.insert(path.to_str().unwrap().replace('\\', "/"));
            }
        }
    }

    /// Cargo runs `build.rs` again for a file or folder that is new or gone.
    #[test]
    fn what_lies_in_the_folder_is_embedded() {
        let mut found = BTreeSet::new();
        collect(Path::new(env!("CARGO_MANIFEST_DIR")), &mut found);
        assert_eq!(files().map(|(path, _)| path.to_owned()).collect::<BTreeSet<_>>(), found);
    }
}
