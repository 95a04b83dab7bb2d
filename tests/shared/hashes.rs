//! The table of the documents' hashes: who makes them, in Rust, in Python or by
//! the command, gives the same bytes as ever.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use sha2::{Digest, Sha256};

use crate::reference::{fail, write_reference};
use crate::{root, updates};

/// One document a line, in the order of their names, as `sha256sum` writes them.
const TABLE: &str = "tests/references/sha256.txt";

/// The hash of a document, in hexadecimal.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut hex, byte| {
        // Writing to a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Compares the hashes of all documents with the table. While it is written
/// anew, there is nothing to compare with.
///
/// # Panics
/// When they differ, or a document is missing or new: with their names, and the
/// command that updates the table.
pub fn check_hashes(actual: &BTreeMap<String, String>) {
    if updates() {
        return;
    }
    let expected = hash_table();
    let names = expected.keys().chain(actual.keys().filter(|name| !expected.contains_key(*name)));
    let differing: Vec<String> = names
        .filter_map(|name| match (expected.get(name), actual.get(name)) {
            (Some(expected), Some(actual)) if expected == actual => None,
            (Some(_), Some(_)) => Some(format!("  {name}: other bytes")),
            (_, Some(_)) => Some(format!("  {name}: not in the table")),
            (_, None) => Some(format!("  {name}: not made")),
        })
        .collect();
    if !differing.is_empty() {
        fail(TABLE, &format!("{} documents:\n{}", differing.len(), differing.join("\n")));
    }
}

/// Writes the table when `UPDATE=1`.
///
/// # Panics
/// When it cannot be written.
pub fn update_hashes(actual: &BTreeMap<String, String>) {
    if updates() {
        let lines: Vec<String> = actual.iter().map(|(name, hash)| format!("{hash}  {name}\n")).collect();
        write_reference(TABLE, lines.concat().as_bytes());
    }
}

/// The hash of each document, by its name.
#[must_use]
pub fn hash_table() -> BTreeMap<String, String> {
    let text = fs::read_to_string(root().join(TABLE)).unwrap_or_default();
    text.lines()
        .filter_map(|line| line.split_once("  "))
        .map(|(hash, name)| (name.to_owned(), hash.to_owned()))
        .collect()
}
