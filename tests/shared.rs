//! What the test packages share: the fixtures, and references that one switch updates.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// The root of the repository.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// An input of `tests/fixtures`.
#[derive(Debug)]
pub struct Fixture {
    /// File name without `.json`.
    pub name: String,
    /// Where it lies.
    pub path: PathBuf,
    /// The bytes of the file.
    pub bytes: Vec<u8>,
}

impl Fixture {
    /// The content as text; every fixture is UTF-8.
    ///
    /// # Panics
    /// When it is not.
    #[must_use]
    #[expect(clippy::expect_used, reason = "a test stops at a broken fixture")]
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes).expect("fixtures are UTF-8")
    }
}

/// The fixtures of one kind of agreement, `valid` or `invalid`, by name.
///
/// # Panics
/// When the folder cannot be read or is empty.
#[must_use]
#[expect(clippy::expect_used, reason = "a test stops where its fixtures are not to be read")]
pub fn fixtures(art: &str, kind: &str) -> Vec<Fixture> {
    let folder = root().join("tests/fixtures").join(art).join(kind);
    let mut fixtures: Vec<Fixture> = fs::read_dir(&folder)
        .expect("the folder of fixtures is there")
        .map(|entry| entry.expect("its entries can be read").path())
        .filter_map(|path| {
            let name = path.file_name()?.to_str()?.strip_suffix(".json")?.to_owned();
            (!name.ends_with(".findings")).then(|| {
                let bytes = fs::read(&path).expect("a fixture can be read");
                Fixture { name, path, bytes }
            })
        })
        .collect();
    assert!(!fixtures.is_empty(), "no fixtures in {}", folder.display());
    fixtures.sort_by(|a, b| a.name.cmp(&b.name));
    fixtures
}

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
/// the command that updates it.
pub fn check_reference(path: &str, actual: &str) {
    let file = root().join(path);
    if updates() {
        write(&file, actual.as_bytes());
        return;
    }
    let expected = fs::read_to_string(&file).unwrap_or_default();
    if expected == actual {
        return;
    }
    let line = expected.lines().zip(actual.lines()).take_while(|(a, b)| a == b).count();
    let show = |text: &str| text.lines().nth(line).unwrap_or("(end)").to_owned();
    panic_with(path, &format!("line {}:\n  is        {}\n  should be {}", line + 1, show(actual), show(&expected)));
}

/// As [`check_reference`], for JSON that is written with two blanks of indentation.
///
/// # Panics
/// As [`check_reference`].
pub fn check_json_reference(path: &str, actual: &Value) {
    check_reference(path, &format!("{actual:#}\n"));
}

/// Writes a reference or an output of a test, with its folder.
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
pub fn panic_with(path: &str, difference: &str) -> ! {
    panic!("{path} does not agree, {difference}\n  look at the file; if the change is meant: make update\n");
}
