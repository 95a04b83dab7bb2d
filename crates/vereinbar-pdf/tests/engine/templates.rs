//! Small templates that the tests share.

use std::borrow::Cow;

use vereinbar_pdf::{Engine, Job};

/// Prints `text` of `data.json` and attaches the file.
pub(crate) const LETTER: &str = r#"
#let bytes = read("data.json", encoding: none)
#let data = json(bytes)
#set document(title: "Brief", date: datetime(year: 2027, month: 1, day: 1))
#set text(font: ("Noto Sans", "DejaVu Sans"), lang: "de")
#if data.at("attach", default: true) {
  pdf.attach("/data.json", bytes, relationship: "source", mime-type: "application/json", description: "Daten")
}
= Brief
#data.text
"#;

/// A engine of these files alone.
pub(crate) fn engine(files: &[(&str, &str)]) -> Engine {
    let owned = |(path, text): &(&str, &str)| ((*path).to_owned(), Cow::Owned(text.as_bytes().to_vec()));
    Engine::new(files.iter().map(owned)).unwrap()
}

/// A engine of [`LETTER`].
pub(crate) fn letters() -> Engine {
    engine(&[("letter/main.typ", LETTER)])
}

/// A letter of this JSON.
pub(crate) fn letter(json: impl Into<Vec<u8>>) -> Job {
    Job::new("letter/main.typ").input("letter/data.json", json).ident("letter")
}

/// Whether `needle` occurs in the file.
pub(crate) fn contains(bytes: &[u8], needle: &str) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle.as_bytes())
}
