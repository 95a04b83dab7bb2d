//! What the documents say of the tree is true.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use vereinbar_tests::root;

/// The documents at the root and in these folders.
fn documents() -> Vec<String> {
    let mut documents = Vec::new();
    for folder in ["", "docs", "schema", "bindings/python"] {
        for entry in fs::read_dir(root().join(folder)).unwrap() {
            let path = Path::new(folder).join(entry.unwrap().file_name());
            if path.extension().is_some_and(|extension| extension == "md") {
                documents.push(path.to_str().unwrap().to_owned());
            }
        }
    }
    assert!(documents.len() > 15, "{documents:?}");
    documents
}

/// Everything between backticks that looks like a path, and every link to a file.
fn paths(text: &str) -> Vec<String> {
    let quoted = text.split('`').skip(1).step_by(2).flat_map(str::split_whitespace);
    let is_path = |word: &&str| {
        let folders = ["crates/", "templates/", "tests/", "schema/", "docs/", "bindings/", "benches/"];
        folders.iter().any(|folder| word.starts_with(folder)) && !word.contains('<')
    };
    let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next()).filter(|link| !link.contains("://"));
    let file = |path: &str| path.split('#').next().unwrap_or_default().trim_end_matches([',', '.', ':']).to_owned();
    quoted.filter(is_path).chain(links).map(file).collect()
}

#[test]
fn paths_named_in_the_documents_exist() {
    let mut count = 0;
    for document in documents() {
        let file = root().join(&document);
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
    for document in documents() {
        let text = fs::read_to_string(root().join(&document)).unwrap();
        for call in text.split("make ").skip(1) {
            let Some(target) = call.split(|c: char| !c.is_ascii_lowercase() && c != '-').next() else { continue };
            let is_command = text.contains(&format!("`make {target}`")) || text.contains(&format!("\nmake {target}"));
            let is_command = is_command && !target.is_empty();
            assert!(!is_command || makefile.contains(&format!("\n{target}:")), "{document} names make {target}");
        }
    }
}

/// The last column of the tables of promises.
#[test]
fn tests_named_beside_the_promises_exist() {
    let read = |name: &str| fs::read_to_string(root().join(name)).unwrap();
    let (architecture, reliability) = (read("docs/architecture.md"), read("docs/reliability.md"));
    let promised = architecture.split("## What is promised").nth(1).unwrap();
    let is_held = |table: &&str| table.lines().next().is_some_and(|head| head.ends_with("| held by |"));
    let tables = reliability.split("\n\n").filter(is_held).chain([promised.split("\n## ").next().unwrap()]);
    let rows = tables.flat_map(|table| table.lines().filter(|line| line.starts_with("| ")).skip(1));
    let named: BTreeSet<&str> = rows
        .flat_map(|row| row.trim_end_matches(['|', ' ']).rsplit('|').next().unwrap().split('`').skip(1).step_by(2))
        .collect();
    let folders = ["crates", "tests", "bindings/python/tests", "bindings/python/distributed"];
    let mut missing = named.clone();
    // What only a target of its own runs.
    let makefile = read("Makefile");
    missing.retain(|name| name.strip_prefix("make ").is_none_or(|target| !makefile.contains(&format!("\n{target}:"))));
    for folder in folders {
        defined(&root().join(folder), &mut missing);
    }
    assert!(named.len() > 40 && missing.is_empty(), "of {} tests there are not: {missing:?}", named.len());
}

/// Takes out what a Rust or Python file below the folder defines.
fn defined(folder: &Path, missing: &mut BTreeSet<&str>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            defined(&path, missing);
        } else if path.extension().is_some_and(|extension| extension == "rs" || extension == "py") {
            let text = fs::read_to_string(&path).unwrap();
            missing.retain(|name| !text.contains(&format!("fn {name}(")) && !text.contains(&format!("def {name}(")));
        }
    }
}
