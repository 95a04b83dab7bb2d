//! No blank above a signature.

use std::collections::BTreeSet;

use serde_json::Value;
use vereinbar::{Art, RenderOptions, Renderer, Severity, Stage, Standard, Vereinbarung, parse, validate};
use vereinbar_tests::{check_reference, fixture};

use crate::support::{ART, LEQ, all, renderer};

/// What a template prints as room to write, as the engine of a fillable form would see it:
/// the path in the data of each blank.
fn blanks(vereinbarung: &Vereinbarung, is_final: bool) -> BTreeSet<String> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("gemeinsam")).unwrap();
    let print = serde_json::json!({"leerstellen": "formular", "endgueltig": is_final});
    std::fs::write(folder.path().join("gemeinsam/druckart.json"), print.to_string()).unwrap();
    let renderer: Renderer = renderer().with_templates(folder.path()).unwrap();
    // A link without a description is none of the accessible standards.
    let options = RenderOptions { standard: Standard::Plain, ..RenderOptions::default() };
    let pdf = renderer.render(vereinbarung, &options).unwrap().pdf;
    let document = lopdf::Document::load_mem(&pdf).unwrap();
    let links = document.objects.values().filter_map(|object| {
        let uri = object.as_dict().ok()?.get(b"A").ok()?.as_dict().ok()?.get(b"URI").ok()?.as_str().ok()?;
        let blank = std::str::from_utf8(uri).ok()?.strip_prefix("vereinbar-feld:")?;
        let blank: serde_json::Value = serde_json::from_str(blank).unwrap();
        Some(blank["pfad"].as_str().unwrap().to_owned())
    });
    links.collect()
}

/// What is filled in by hand where it is signed.
fn is_signing(path: &str) -> bool {
    path.starts_with("/unterzeichnung/")
}

fn is_ready(vereinbarung: &Vereinbarung) -> bool {
    let findings = validate(vereinbarung, &Stage::Unterschriftsreif.into());
    findings.iter().all(|finding| finding.severity != Severity::Error)
}

#[test]
fn what_is_ready_to_be_signed_has_no_blank_but_for_the_signatures() {
    let mut ready = 0;
    let mut open = Vec::new();
    for (name, vereinbarung) in all().into_iter().filter(|(_, vereinbarung)| is_ready(vereinbarung)) {
        let (signing, blanks): (Vec<_>, Vec<_>) =
            blanks(&vereinbarung, true).into_iter().partition(|path| is_signing(path));
        assert!(!signing.is_empty(), "{name} has signatures");
        open.extend(blanks.iter().map(|path| format!("{name}{path}")));
        ready += 1;
    }
    assert!(ready > 10, "{ready}");
    assert!(open.is_empty(), "{} blanks:\n{}", open.len(), open.join("\n"));
}

/// One truth for print and rules: where an answer is taken away and room to write it comes
/// in its place, there is a finding; or the answer may be left out, and stands in this list.
#[test]
fn room_to_write_has_a_finding_or_may_stay_empty() {
    for (art, bases) in
        [(ART, &["valid/vollstaendig"][..]), (LEQ, &["beispiel", "valid/vollstaendig_77_fachleistungsstunde"][..])]
    {
        let mut optional = BTreeSet::new();
        for base in bases {
            let json: Value = serde_json::from_slice(&fixture(art, base).bytes).unwrap();
            optional.extend(optional_blanks(&json));
        }
        let list: String = optional.into_iter().map(|path| path + "\n").collect();
        check_reference(&format!("tests/references/{art}/kann_leer_bleiben.txt"), &list);
    }
}

fn optional_blanks(json: &Value) -> BTreeSet<String> {
    let whole = read(json).unwrap();
    let (before, known) = (blanks(&whole, false), findings(&whole));
    let mut optional = BTreeSet::new();
    for answer in answers(json, "") {
        let mut without = json.clone();
        let remove = serde_json::json!([{"op": "remove", "path": answer}]);
        json_patch::patch(&mut without, &serde_json::from_value::<json_patch::Patch>(remove).unwrap()).unwrap();
        let Some(without) = read(&without) else { continue };
        if validate(&without, &Stage::Entwurf.into()).iter().any(|finding| finding.severity == Severity::Error) {
            continue;
        }
        let found: Vec<String> = findings(&without).difference(&known).map(|(_, path)| path.clone()).collect();
        let concerns = |blank: &str| found.iter().any(|path| blank.starts_with(path) || path.starts_with(blank));
        optional.extend(blanks(&without, false).difference(&before).filter(|blank| !concerns(blank)).cloned());
    }
    optional.iter().filter(|path| !is_signing(path)).map(|path| of_every_entry(path)).collect()
}

/// `/ziele/0/ziel` and `/ziele/1/ziel` as `/ziele/*/ziel`.
fn of_every_entry(path: &str) -> String {
    let is_number = |step: &str| !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit());
    path.split('/').map(|step| if is_number(step) { "*" } else { step }).collect::<Vec<_>>().join("/")
}

fn read(json: &Value) -> Option<Vereinbarung> {
    parse(&json.to_string()).ok()
}

fn findings(vereinbarung: &Vereinbarung) -> BTreeSet<(&'static str, String)> {
    let found = validate(vereinbarung, &Stage::Unterschriftsreif.into());
    found.iter().flat_map(|finding| finding.paths().map(|path| (finding.code, path.to_owned()))).collect()
}

/// Every place at which something stands; of a list the first entry stands for all.
fn answers(json: &Value, at: &str) -> Vec<String> {
    let below: Vec<(String, &Value)> = match json {
        Value::Object(fields) => fields.iter().map(|(key, value)| (format!("{at}/{key}"), value)).collect(),
        Value::Array(entries) => entries.iter().take(1).map(|value| (format!("{at}/0"), value)).collect(),
        _ => Vec::new(),
    };
    let inner = below.iter().flat_map(|(at, value)| answers(value, at));
    let own = below.iter().map(|(at, _)| at.clone()).filter(|at| at != "/art");
    own.chain(inner).collect()
}

#[test]
fn a_blank_form_has_room_to_write_wherever_something_is_asked() {
    for art in Art::ALL {
        let blanks = blanks(&Vereinbarung::blank(*art), false);
        assert!(blanks.len() > 30, "{art}: {}", blanks.len());
    }
}
