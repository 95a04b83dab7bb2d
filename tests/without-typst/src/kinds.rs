//! A kind of agreement is complete: what the compiler does not ask for is named here.

use std::fs;

use vereinbar::Art;
use vereinbar_tests::{root, updates};

/// Whether there is a file, or in a folder one that ends so.
fn is_there(path: &str) -> bool {
    match path.split_once('*') {
        None => root().join(path).is_file(),
        Some((folder, ending)) => fs::read_dir(root().join(folder)).is_ok_and(|mut entries| {
            entries.any(|entry| entry.is_ok_and(|entry| entry.file_name().to_string_lossy().ends_with(ending)))
        }),
    }
}

/// What every kind has, by path; `*` stands for any name.
fn files(art: Art) -> Vec<String> {
    let template = ["main.typ", "sammlung.typ", "rumpf.typ", "daten.json", "optionen.json"];
    let mut files: Vec<String> = template.iter().map(|file| format!("templates/{art}/{file}")).collect();
    files.extend(["valid", "invalid"].map(|folder| format!("tests/fixtures/{art}/{folder}/*.json")));
    // `make update` writes them, after this test.
    if !updates() {
        let references = ["vordruck.txt", "beispiel.txt", "vordruck-1.png", "beispiel-1.png"];
        files.extend(references.map(|file| format!("tests/references/{art}/{file}")));
    }
    files
}

/// Where every kind is spoken of, by its code or by its name; of several files in one.
const TEXTS: &[&[&str]] =
    &[&["README.md"], &["schema/README.md"], &["CHANGELOG.md"], &["docs/handbuch.md", "docs/handbuch-entgelt.md"]];

/// The report makes the plural of its short word.
#[test]
fn every_kind_is_called_a_vereinbarung() {
    for art in Art::ALL {
        assert!(art.kurzbezeichnung().to_lowercase().ends_with("vereinbarung"), "{art}");
    }
}

#[test]
fn every_kind_has() {
    let mut missing = Vec::new();
    for art in Art::ALL {
        missing.extend(files(*art).into_iter().filter(|path| !is_there(path)));
        for texts in TEXTS {
            let names_it = |text: &&str| {
                let content = fs::read_to_string(root().join(text)).unwrap();
                content.contains(art.as_str()) || content.contains(art.bezeichnung())
            };
            if !texts.iter().any(names_it) {
                missing.push(format!("{}: a word about {art}", texts.join(" or ")));
            }
        }
    }
    assert!(missing.is_empty(), "a kind of agreement is not complete:\n  {}\n", missing.join("\n  "));
}
