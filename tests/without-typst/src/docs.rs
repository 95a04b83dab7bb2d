//! What the documents say of the tree is true.

use std::fs;

use vereinbar_tests::root;

const DOCUMENTS: &[&str] = &["README.md", "CONTRIBUTING.md", "docs/architecture.md", "schema/README.md"];

/// Everything between backticks that looks like a path, and every link to a file.
fn paths(text: &str) -> Vec<String> {
    let quoted = text.split('`').skip(1).step_by(2).flat_map(str::split_whitespace);
    let is_path = |word: &&str| {
        let folders = ["crates/", "templates/", "tests/", "schema/", "docs/", "bindings/", "benches/"];
        folders.iter().any(|folder| word.starts_with(folder)) && !word.contains('<')
    };
    let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next()).filter(|link| !link.contains("://"));
    quoted.filter(is_path).chain(links).map(|path| path.split('#').next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn paths_named_in_the_documents_exist() {
    let mut count = 0;
    for document in DOCUMENTS {
        let file = root().join(document);
        let text = fs::read_to_string(&file).unwrap();
        for path in paths(&text) {
            let is_there = root().join(&path).exists() || file.parent().unwrap().join(&path).exists();
            assert!(is_there, "{document} names {path}");
            count += 1;
        }
    }
    assert!(count > 30, "{count} paths");
}

#[test]
fn targets_named_in_the_documents_exist() {
    let makefile = fs::read_to_string(root().join("Makefile")).unwrap();
    for document in DOCUMENTS {
        let text = fs::read_to_string(root().join(document)).unwrap();
        for call in text.split("make ").skip(1) {
            let Some(target) = call.split(|c: char| !c.is_ascii_lowercase() && c != '-').next() else { continue };
            let is_command = text.contains(&format!("`make {target}`")) || text.contains(&format!("\nmake {target}"));
            assert!(!is_command || makefile.contains(&format!("\n{target}:")), "{document} names make {target}");
        }
    }
}
