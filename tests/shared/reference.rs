//! References: files that a test compares with, and writes when `UPDATE=1`.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::root;

/// Whether references are to be written anew: `UPDATE=1`.
#[must_use]
pub fn updates() -> bool {
    std::env::var_os("UPDATE").is_some_and(|value| value == "1")
}

/// Compares with the file of that path below the root, or writes it when
/// `UPDATE=1`.
///
/// # Panics
/// When they differ: with the first line that does, the file to look at, and
/// the command that updates it. When `.gitattributes` does not mark the file.
pub fn check_reference(path: &str, actual: &str) {
    assert_marked(path);
    if updates() {
        write_reference(path, actual.as_bytes());
        return;
    }
    let expected = fs::read_to_string(root().join(path)).unwrap_or_default();
    if expected == actual {
        return;
    }
    let line = expected.lines().zip(actual.lines()).take_while(|(a, b)| a == b).count();
    let show = |text: &str| text.lines().nth(line).unwrap_or("(end)").to_owned();
    fail(path, &format!("line {}:\n  is        {}\n  should be {}", line + 1, show(actual), show(&expected)));
}

/// As [`check_reference`], for JSON that is written with two blanks of indentation.
///
/// # Panics
/// As [`check_reference`].
pub fn check_json_reference(path: &str, actual: &Value) {
    check_reference(path, &format!("{actual:#}\n"));
}

/// Writes the reference of that path below the root.
///
/// # Panics
/// When the file cannot be written, or `.gitattributes` does not mark it.
pub fn write_reference(path: &str, bytes: &[u8]) {
    assert_marked(path);
    write(&root().join(path), bytes);
}

/// Writes an output of a test, with its folder.
///
/// # Panics
/// When the file cannot be written.
#[expect(clippy::expect_used, reason = "a test stops where it cannot write")]
pub fn write(file: &Path, bytes: &[u8]) {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).expect("the folder of a reference can be made");
    }
    fs::write(file, bytes).expect("a reference can be written");
}

/// Ends a test whose reference differs, with what to do.
///
/// # Panics
/// Always.
#[expect(clippy::panic, reason = "this is how a test fails")]
pub fn fail(path: &str, difference: &str) -> ! {
    panic!("{path} does not agree, {difference}\n  look at the file; if the change is meant: make update\n");
}

/// What is generated is folded in a review; git itself says whether it is marked.
#[expect(clippy::expect_used, reason = "a test stops where git is missing")]
fn assert_marked(path: &str) {
    let asked = Command::new("git")
        .args(["check-attr", "linguist-generated", "--", path])
        .current_dir(root())
        .output()
        .expect("git can be run");
    let answer = String::from_utf8_lossy(&asked.stdout);
    assert!(
        answer.trim_end().ends_with(": set"),
        "{path} is generated, and .gitattributes does not say so (linguist-generated): {answer}{}",
        String::from_utf8_lossy(&asked.stderr)
    );
}
