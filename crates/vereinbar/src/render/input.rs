//! What the templates get: the agreement, the options, and the logo, as files
//! beside the template's main file.

use serde_json::{Map, Value, json};
use vereinbar_pdf::Job;

use super::letterhead::{LOGO, Logo, TRAEGER_LOGO};
use super::sheet::{Fields, Sheet};
use super::{Ausfuellhilfe, Letterhead, RenderOptions, ReportOptions, Wortlaut};
use crate::auswertung::Auswertung;
use crate::characters::{excess, printable};

/// The name under which a PDF carries its data.
pub(crate) const ATTACHMENT: &str = "vereinbarung.json";
/// What the template prints.
const DATA: &str = "daten.json";
/// What follows from it by calculation.
const CALCULATION: &str = "berechnung.json";
/// How it prints it.
const OPTIONS: &str = "optionen.json";
/// What becomes of its blanks, in whose words it is, and what its help refers to. What lies there
/// prints room to write and the publisher's words.
const PRINT: &str = "gemeinsam/druckart.json";

/// The job for one agreement.
pub(super) fn job(sheet: &Sheet<'_>, options: &RenderOptions, also: &[char]) -> Job {
    let folder = sheet.art.as_str();
    let mut job = document(folder, &sheet.json, sheet.fields.as_ref(), ATTACHMENT, options, Map::new(), also);
    if options.fillable {
        // Another document than the printed one.
        job.ident.push_str("fillable");
    }
    match &sheet.berechnung {
        Some(berechnung) => {
            let printed = replace(berechnung, also).unwrap_or_else(|| berechnung.clone().into_owned());
            job.input(format!("{folder}/{CALCULATION}"), printed)
        }
        None => job,
    }
}

/// The job for the report on an evaluation.
pub(super) fn report(auswertung: &Auswertung, options: &ReportOptions, also: &[char]) -> Job {
    let ReportOptions { standard, letterhead, listen } = options;
    // It is about many Träger.
    let letterhead = letterhead.clone().map(|letterhead| Letterhead { traeger_logo: None, ..letterhead });
    let render = RenderOptions { standard: *standard, letterhead, ..RenderOptions::default() };
    let more = Map::from_iter([("listen".to_owned(), listen.as_str().into())]);
    document("auswertung", &auswertung.to_json(), None, "auswertung.json", &render, more, also)
}

/// The job for one document of a template. Characters that no font has, and those of
/// `also`, are printed as U+FFFD; the attachment keeps the text as it is: `original`.
/// So it does where not all of it is printed, but in `fields`. `more` are options of this
/// document alone.
fn document(
    folder: &str,
    original: &str,
    fields: Option<&Fields>,
    name: &str,
    options: &RenderOptions,
    more: Map<String, Value>,
    also: &[char],
) -> Job {
    let shown = fields.map_or(original, |fields| fields.printed.as_str());
    let replaced = replace(shown, also).or_else(|| fields.map(|fields| fields.printed.clone()));
    let attaches = options.standard.allows_attachment() && options.ausfuellhilfe != Ausfuellhilfe::Allein;
    let attachment = attaches.then_some(if replaced.is_some() { name } else { DATA });

    let mut printed = self::options(options, attachment);
    if let Some(fields) = printed.as_object_mut() {
        fields.extend(more);
    }
    let job = Job::new(format!("{folder}/main.typ"))
        .standard(options.standard)
        .ident(original)
        .input(format!("{folder}/{OPTIONS}"), printed.to_string());
    let mut job = with_print(job, options, fields);
    for (file, bytes) in options.letterhead.iter().flat_map(Letterhead::pictures) {
        job = job.input(format!("{folder}/{file}"), bytes);
    }
    match replaced {
        None => job.input(format!("{folder}/{DATA}"), original),
        Some(replaced) => job.input(format!("{folder}/{DATA}"), replaced).input(format!("{folder}/{name}"), original),
    }
}

/// What becomes of the blanks, in whose words the form is, and what its help refers to: a
/// document that was asked to be complete leaves no room to write.
pub(super) fn with_print(job: Job, options: &RenderOptions, fields: Option<&Fields>) -> Job {
    let blanks = match (options.fillable, options.signature_fields) {
        (true, _) => "formular",
        (false, true) => "signaturen",
        (false, false) => "linien",
    };
    let quelle = options.quelle.as_deref().map(str::trim).filter(|quelle| !quelle.is_empty());
    let is_plain = blanks == "linien" && !options.is_final() && quelle.is_none();
    if is_plain && options.wortlaut == Wortlaut::default() {
        return job;
    }
    let print = json!({
        "leerstellen": blanks,
        "endgueltig": options.is_final(),
        "wortlaut": options.wortlaut.as_str(),
        "quelle": quelle.map(|quelle| printable(quelle, &[])),
        "hoehen": fields.map(|fields| &fields.heights).unwrap_or(&Map::new()),
    });
    job.input(PRINT, print.to_string())
}

/// A picture of the letterhead: its file, and the words for it.
fn picture(name: &str, logo: Option<&Logo>) -> Option<Value> {
    logo.map(|logo| json!({"datei": logo.file(name), "alternativtext": printable(&logo.alt_text, &[])}))
}

pub(super) fn options(options: &RenderOptions, attachment: Option<&str>) -> Value {
    let letterhead = options.letterhead.as_ref().map(|letterhead| {
        json!({
            "logo": picture(LOGO, letterhead.logo.as_ref()),
            "traeger_logo": picture(TRAEGER_LOGO, letterhead.traeger_logo.as_ref()),
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

/// The JSON with every text made printable; `None` when all are.
pub(super) fn replace(json: &str, also: &[char]) -> Option<String> {
    if also.is_empty() && is_printable(json) && excess(json).is_none() {
        return None;
    }
    // It was written by this crate.
    let mut value = serde_json::from_str(json).unwrap_or_default();
    visit(&mut value, also).then(|| value.to_string())
}

/// Whether JSON text holds no character that no font has. A backslash before a `b`, `f`
/// or `u` may be the second of two, so `false` means to look closer.
fn is_printable(json: &str) -> bool {
    json.chars().all(crate::characters::is_printable)
        && !["\\b", "\\f", "\\u"].iter().any(|escape| json.contains(escape))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_no_font_has_is_written_anew() {
        for json in [r#"{"a":"Größe „1“ – \"x\"\n\t"}"#, r#"{"a":"C:\\Büro\\Formulare\\usw."}"#] {
            assert_eq!(replace(json, &[]), None, "{json}");
        }
        assert_eq!(replace(r#"{"a":"x\u0000y\f"}"#, &[]).as_deref(), Some("{\"a\":\"x\u{fffd}y\u{fffd}\"}"));
        assert_eq!(replace("{\"a\": \"漢\", \"b\": 1}", &[]).as_deref(), Some("{\"a\":\"\u{fffd}\",\"b\":1}"));
        assert_eq!(replace(r#"{"a":"abc"}"#, &['b']).as_deref(), Some("{\"a\":\"a\u{fffd}c\"}"));
        assert_eq!(replace(r#"{"a":"ac"}"#, &['b']), None);
    }
}
