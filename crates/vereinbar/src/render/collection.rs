//! Many agreements in one file, for the printer: made in one compile, since a file
//! that is put together afterwards loses tags, and with them PDF/A and PDF/UA.

use vereinbar_pdf::Job;

use super::input::{self, replace, with_print};
use super::sheet::Sheet;
use super::{Ausfuellhilfe, CollectionOptions, Letterhead};

/// The agreements, and what is attached of each.
const DATA: &str = "sammlung.json";
/// How they are printed.
const OPTIONS: &str = "optionen.json";

/// The job for a collection. All are of the kind of the first.
pub(super) fn job(sheets: &[Sheet<'_>], options: &CollectionOptions, also: &[char]) -> Job {
    let CollectionOptions { render, duplex } = options;
    let folder = sheets.first().map_or("", |first| first.art.as_str());
    let attaches = render.standard.allows_attachment() && render.ausfuellhilfe != Ausfuellhilfe::Allein;
    let ident: String = sheets.iter().map(|sheet| sheet.json.as_ref()).collect();
    let mut printed = input::options(render, None);
    if let Some(fields) = printed.as_object_mut() {
        fields.insert("duplex".to_owned(), (*duplex).into());
    }
    let entries: Vec<String> = sheets.iter().map(|sheet| entry(sheet, attaches, also)).collect();
    let job = Job::new(format!("{folder}/sammlung.typ"))
        .standard(render.standard)
        .ident(ident)
        .input(format!("{folder}/{OPTIONS}"), printed.to_string())
        .input(format!("{folder}/{DATA}"), format!("[{}]", entries.join(",")));
    let mut job = with_print(job, render, None);
    for (file, bytes) in render.letterhead.iter().flat_map(Letterhead::pictures) {
        job = job.input(format!("{folder}/{file}"), bytes);
    }
    job
}

/// An agreement as the template reads it. The parts are JSON already and stand in it as
/// they are.
fn entry(sheet: &Sheet<'_>, attaches: bool, also: &[char]) -> String {
    let daten = replace(&sheet.json, also);
    let daten = daten.as_deref().unwrap_or(&sheet.json);
    let anhang = crate::to_json::text(&attaches.then_some(&sheet.json));
    let mut entry = format!(r#"{{"daten":{daten},"anhang":{anhang}"#);
    if let Some(berechnung) = &sheet.berechnung {
        entry.push_str(r#","berechnung":"#);
        entry.push_str(replace(berechnung, also).as_deref().unwrap_or(berechnung));
    }
    entry.push('}');
    entry
}
