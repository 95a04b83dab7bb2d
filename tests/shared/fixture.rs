//! The fixtures: agreements as files, and those that are another one with a patch.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// The root of the repository.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// An input of `tests/fixtures`.
///
/// Its file is the text of an agreement, or says which other fixture of its
/// kind it is, and in what it differs; `beispiel` is the example beside the
/// template:
///
/// ```json
/// {"fixture": "valid/vollstaendig", "patch": [{"op": "remove", "path": "/unterzeichnung/ort"}]}
/// ```
///
/// The patch is a JSON Patch (RFC 6902). The shorter Merge Patch (RFC 7396)
/// could only replace a list as a whole, and most of an agreement stands in
/// lists; it would also pass over a field that is no longer there.
#[derive(Debug)]
pub struct Fixture {
    /// File name without `.json`.
    pub name: String,
    /// The agreement's text; that of the file where it refers to no other.
    pub bytes: Vec<u8>,
    /// What else the file says: how the agreement is to be checked.
    pub options: Value,
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

/// The fixture of that kind of agreement and name, such as `valid/leer`.
///
/// # Panics
/// When there is none, or its patch fits no longer.
#[must_use]
pub fn fixture(art: &str, name: &str) -> Fixture {
    let file = match name {
        "beispiel" => root().join(format!("templates/{art}/daten.json")),
        _ => root().join(format!("tests/fixtures/{art}/{name}.json")),
    };
    let bytes = fs::read(&file).unwrap_or_else(|error| stop(&file, &error));
    let name = name.rsplit('/').next().unwrap_or(name).to_owned();
    let Ok(Value::Object(mut options)) = serde_json::from_slice(&bytes) else {
        return Fixture { name, bytes, options: Value::Null };
    };
    let Some(base) = options.remove("fixture") else {
        return Fixture { name, bytes, options: Value::Null };
    };
    let mut bytes = fixture(art, base.as_str().unwrap_or_default()).bytes;
    if let Some(patch) = options.remove("patch") {
        bytes = patched(&bytes, patch).unwrap_or_else(|error| stop(&file, &error));
    }
    Fixture { name, bytes, options: options.into() }
}

/// The fixtures of one kind of agreement, `valid`, `invalid` or `options`, by name.
///
/// # Panics
/// When the folder cannot be read or is empty.
#[must_use]
pub fn fixtures(art: &str, folder: &str) -> Vec<Fixture> {
    let path = root().join("tests/fixtures").join(art).join(folder);
    let entries = fs::read_dir(&path).unwrap_or_else(|error| stop(&path, &error));
    let mut names: Vec<String> = entries
        .filter_map(|entry| Some(entry.ok()?.file_name().to_str()?.strip_suffix(".json")?.to_owned()))
        .filter(|name| !name.ends_with(".findings"))
        .collect();
    assert!(!names.is_empty(), "no fixtures in {}", path.display());
    names.sort();
    names.iter().map(|name| fixture(art, &format!("{folder}/{name}"))).collect()
}

fn patched(bytes: &[u8], patch: Value) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let text = std::str::from_utf8(bytes)?.trim_start_matches('\u{feff}');
    let mut agreement: Value = serde_json::from_str(text)?;
    json_patch::patch(&mut agreement, &serde_json::from_value::<json_patch::Patch>(patch)?)?;
    Ok(format!("{agreement:#}\n").into_bytes())
}

#[expect(clippy::panic, reason = "a test stops where its fixtures are not to be read")]
fn stop(path: &Path, error: &dyn std::fmt::Display) -> ! {
    panic!("{}: {error}", path.display())
}
