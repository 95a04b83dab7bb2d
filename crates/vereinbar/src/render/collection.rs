//! Many agreements in one file, for the printer: made in one compile, since a file
//! that is put together afterwards loses tags, and with them PDF/A and PDF/UA.

use serde_json::{Value, json};
use vereinbar_pdf::Job;

use super::input::{calculation, options, replace};
use super::{Ausfuellhilfe, RenderOptions};
use crate::modell::Vereinbarung;

/// The agreements, and what is attached of each.
const DATA: &str = "sammlung.json";
/// How they are printed.
const OPTIONS: &str = "optionen.json";

/// The job for a collection. All are of the kind of the first.
pub(super) fn job(vereinbarungen: &[Vereinbarung], render: &RenderOptions, also: &[char]) -> Job {
    let folder = vereinbarungen.first().map_or("", |first| first.art().as_str());
    let attaches = render.standard.allows_attachment() && render.ausfuellhilfe != Ausfuellhilfe::Allein;
    let mut ident = String::new();
    let entries: Vec<Value> = vereinbarungen
        .iter()
        .map(|vereinbarung| {
            let original = vereinbarung.to_json();
            ident.push_str(&original);
            // The model writes itself without fail.
            let daten = match replace(vereinbarung, also) {
                Some(replaced) => serde_json::from_str(&replaced).unwrap_or_default(),
                None => serde_json::to_value(vereinbarung).unwrap_or_default(),
            };
            let mut entry = json!({ "daten": daten, "anhang": attaches.then_some(original) });
            if let (Some(calculation), Some(fields)) = (calculation(vereinbarung, also), entry.as_object_mut()) {
                fields.insert("berechnung".to_owned(), calculation);
            }
            entry
        })
        .collect();
    let mut job = Job::new(format!("{folder}/sammlung.typ"))
        .standard(render.standard)
        .ident(ident)
        .input(format!("{folder}/{OPTIONS}"), options(render, None).to_string())
        .input(format!("{folder}/{DATA}"), Value::from(entries).to_string());
    if let Some(logo) = render.letterhead.as_ref().and_then(|letterhead| letterhead.logo.as_ref()) {
        job = job.input(format!("{folder}/{}", logo.file), logo.bytes.as_slice());
    }
    job
}
