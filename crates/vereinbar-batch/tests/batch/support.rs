//! A small base agreement, and runs over it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use serde_json::Value;
use vereinbar::{Vereinbarung, extract, parse};
use vereinbar_batch::{BatchError, BatchOptions, Report, RowResult, Source, run};

/// Short, so that a test takes a moment.
pub(crate) fn base() -> Vereinbarung {
    parse(
        r#"{
            "art": "qualitaetsentwicklungsvereinbarung",
            "stand": "2026-12-01",
            "jugendamt": {"name": "Landkreis Musterland"},
            "vereinbarungszeitraum": {"von": "2027-01-01", "bis": "2028-12-31"},
            "ziele": [{"ziel": "Kinder bringen ihre Sicht ein."}]
        }"#,
    )
    .unwrap()
}

pub(crate) fn options(out: &Path) -> BatchOptions {
    BatchOptions { base: Some(base()), out: Some(out.to_owned()), ..BatchOptions::default() }
}

pub(crate) fn batch(source: Source<'_>, options: &BatchOptions) -> Result<Report, BatchError> {
    run(source, options, &AtomicBool::new(false), &mut |_| {})
}

/// Rows as a program hands them over.
pub(crate) fn rows(rows: impl IntoIterator<Item = Value>) -> Source<'static> {
    let rows: Vec<RowResult> = rows.into_iter().map(Ok).collect();
    Source::rows(rows)
}

/// The names of the PDFs in a folder, with what is in them.
pub(crate) fn pdfs(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "pdf"))
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(&path).unwrap()))
        .collect()
}

/// The agreement that a PDF carries.
pub(crate) fn vereinbarung(folder: &Path, file: &str) -> Value {
    let pdf = fs::read(folder.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
    serde_json::from_str(&extract(&pdf).unwrap().to_json()).unwrap()
}

/// The lines of the manifest.
pub(crate) fn manifest(folder: &Path) -> Vec<Value> {
    let text = fs::read_to_string(folder.join("batch.jsonl")).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}
