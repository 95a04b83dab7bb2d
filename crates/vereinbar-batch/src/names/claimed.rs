//! One name for one document.

use std::collections::BTreeSet;

use vereinbar_tables::files::Digest;

use super::safe::{folded, safe};

/// The names that are given away. Kept as digests: they are shorter.
#[derive(Default)]
pub(crate) struct ClaimedNames {
    /// As a system sees them that does not tell capitals apart.
    folded: BTreeSet<Digest>,
    /// As they are written.
    files: BTreeSet<Digest>,
}

impl ClaimedNames {
    /// The file for a name, and for a form's own words behind it. Where another
    /// document has it, it is counted: `Haus Nord-2.pdf`.
    pub(crate) fn claim(&mut self, name: &str, form: Option<&str>) -> String {
        let name = match form {
            Some(form) => safe(&format!("{name}-{form}")),
            None => name.to_owned(),
        };
        let mut stem = name.clone();
        let mut count = 1;
        while !self.folded.insert(Digest::of(folded(&stem).as_bytes())) {
            count += 1;
            stem = format!("{name}-{count}");
        }
        let file = format!("{stem}.pdf");
        self.files.insert(Digest::of(file.as_bytes()));
        file
    }

    /// Digests of all files.
    pub(crate) fn into_files(self) -> BTreeSet<Digest> {
        self.files
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_documents_have_one_name() {
        let mut names = ClaimedNames::default();
        let mut claim = |name: &str| names.claim(&safe(name), None);
        assert_eq!(claim("Müller"), "Müller.pdf");
        assert_eq!(claim("Mu\u{308}ller"), "Müller-2.pdf");
        assert_eq!(claim("MÜLLER"), "MÜLLER-3.pdf");
        assert_eq!(claim("Müller-2"), "Müller-2-2.pdf");
        assert_eq!(claim("Straße"), "Straße.pdf");
        assert_eq!(claim("STRASSE"), "STRASSE-2.pdf");
        assert_eq!(claim("CON"), "CON_.pdf");
        assert_eq!(claim("con_"), "con_-2.pdf");
        assert_eq!(claim("a/b"), "a-b.pdf");
        assert_eq!(claim("a\\b"), "a-b-2.pdf");
        assert_eq!(claim("a."), "a.pdf");
        assert_eq!(claim("a"), "a-2.pdf");
        let long = "x".repeat(400);
        assert_ne!(claim(&long), claim(&(long.clone() + "y")));
        let mut names = ClaimedNames::default();
        assert_eq!(names.claim("Haus", Some("prozessqualitaet-../x")), "Haus-prozessqualitaet-..-x.pdf");
    }
}
