//! A small base agreement, and batches over it, whose PDFs are evaluated.

use std::path::Path;
use std::sync::atomic::AtomicBool;

use serde_json::{Value, json};
use vereinbar::{Vereinbarung, parse};
use vereinbar_batch::{BatchError, BatchOptions, Report, RowResult, Source, run};

/// Short, so that a test takes a moment.
fn base() -> Vereinbarung {
    let base = json!({
        "art": "qualitaetsentwicklungsvereinbarung",
        "stand": "2026-12-01",
        "jugendamt": {"name": "Landkreis Musterland"},
        "vereinbarungszeitraum": {"von": "2027-01-01", "bis": "2028-12-31"},
        "ziele": [{"ziel": "Kinder bringen ihre Sicht ein."}],
    });
    parse(&base.to_string()).unwrap()
}

pub(crate) fn options(out: &Path) -> BatchOptions {
    BatchOptions { base: Some(base()), out: Some(out.to_owned()), ..BatchOptions::default() }
}

pub(crate) fn batch(rows: impl IntoIterator<Item = Value>, options: &BatchOptions) -> Result<Report, BatchError> {
    let rows: Vec<RowResult> = rows.into_iter().map(Ok).collect();
    run(Source::rows(rows), options, &AtomicBool::new(false), &mut |_| {})
}
