//! What the templates get: the agreement, the options, and the logo, as files
//! beside the template's main file.

use serde::Serialize;
use serde_json::{Value, json};
use vereinbar_pdf::Job;

use super::{Ausfuellhilfe, RenderOptions};
use crate::auswertung::Auswertung;
use crate::characters::printable;
use crate::entgelt::calculate;
use crate::modell::Vereinbarung;

/// The name under which a PDF carries its data.
pub(crate) const ATTACHMENT: &str = "vereinbarung.json";
/// What the template prints.
const DATA: &str = "daten.json";
/// What follows from it by calculation.
const CALCULATION: &str = "berechnung.json";
/// How it prints it.
const OPTIONS: &str = "optionen.json";

/// The job for one agreement.
pub(super) fn job(vereinbarung: &Vereinbarung, options: &RenderOptions, also: &[char]) -> Job {
    let folder = vereinbarung.art().as_str();
    let job = document(folder, vereinbarung, vereinbarung.to_json(), ATTACHMENT, options, also);
    match calculation(vereinbarung, also) {
        Some(calculation) => job.input(format!("{folder}/{CALCULATION}"), calculation.to_string()),
        None => job,
    }
}

/// The job for the report on an evaluation.
pub(super) fn report(auswertung: &Auswertung, options: &RenderOptions, also: &[char]) -> Job {
    document("auswertung", auswertung, auswertung.to_json(), "auswertung.json", options, also)
}

/// The job for one document of a template. Characters that no font has, and those of
/// `also`, are printed as U+FFFD; the attachment keeps the text as it is: `original`.
fn document(
    folder: &str,
    data: &impl Serialize,
    original: String,
    name: &str,
    options: &RenderOptions,
    also: &[char],
) -> Job {
    let replaced = replace(data, also);
    let attaches = options.standard.allows_attachment() && options.ausfuellhilfe != Ausfuellhilfe::Allein;
    let attachment = attaches.then_some(if replaced.is_some() { name } else { DATA });

    let mut job = Job::new(format!("{folder}/main.typ"))
        .standard(options.standard)
        .ident(original.as_str())
        .input(format!("{folder}/{OPTIONS}"), self::options(options, attachment).to_string());
    if let Some(logo) = options.letterhead.as_ref().and_then(|letterhead| letterhead.logo.as_ref()) {
        job = job.input(format!("{folder}/{}", logo.file), logo.bytes.as_slice());
    }
    match replaced {
        None => job.input(format!("{folder}/{DATA}"), original),
        Some(replaced) => job.input(format!("{folder}/{DATA}"), replaced).input(format!("{folder}/{name}"), original),
    }
}

pub(super) fn options(options: &RenderOptions, attachment: Option<&str>) -> Value {
    let letterhead = options.letterhead.as_ref().map(|letterhead| {
        json!({
            "logo": letterhead.logo.as_ref().map(|logo| logo.file),
            "alternativtext": letterhead.logo.as_ref().map(|logo| &logo.alt_text),
            "zeilen": letterhead.lines.iter().map(|line| printable(line, &[])).collect::<Vec<_>>(),
            "farbe": letterhead.color,
        })
    });
    json!({
        "anhang": attachment,
        "ausfuellhilfe": options.ausfuellhilfe.as_str(),
        "briefkopf": letterhead,
    })
}

/// What the template prints of the calculation; `None` for the kinds that have
/// nothing to calculate.
pub(super) fn calculation(vereinbarung: &Vereinbarung, also: &[char]) -> Option<Value> {
    let Vereinbarung::LeqVereinbarung(vereinbarung) = vereinbarung else { return None };
    // Its types write themselves without fail.
    let mut value = serde_json::to_value(calculate(vereinbarung)).unwrap_or_default();
    visit(&mut value, also);
    Some(value)
}

/// The data with every text made printable; `None` when all are.
pub(super) fn replace(data: &impl Serialize, also: &[char]) -> Option<String> {
    // The model and the evaluation write themselves without fail.
    let mut value = serde_json::to_value(data).unwrap_or_default();
    visit(&mut value, also).then(|| value.to_string())
}

/// Whether anything changed.
fn visit(value: &mut Value, also: &[char]) -> bool {
    match value {
        Value::String(text) => {
            let printable = printable(text, also);
            let changes = printable != *text;
            if changes {
                *text = printable.into_owned();
            }
            changes
        }
        // Not `any`: it would stop at the first change.
        Value::Array(entries) => entries.iter_mut().fold(false, |changed, entry| visit(entry, also) | changed),
        Value::Object(fields) => fields.iter_mut().fold(false, |changed, (_, field)| visit(field, also) | changed),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}
