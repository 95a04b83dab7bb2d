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
