//! No blank above a signature.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use vereinbar::schema::Node;
use vereinbar::{Art, RenderOptions, Renderer, Severity, Stage, Standard, Vereinbarung, parse, validate};
use vereinbar_tests::{check_reference, fixture};

use crate::support::{ART, LEQ, all, renderer};

/// Agreements in which every answer is taken away in turn.
const BASES: &[(&str, &[&str])] =
    &[(ART, &["valid/vollstaendig"]), (LEQ, &["beispiel", "valid/vollstaendig_77_fachleistungsstunde"])];

/// The path in the data of each blank.
pub(crate) fn blanks(vereinbarung: &Vereinbarung, is_final: bool) -> BTreeSet<String> {
    declared(vereinbarung, is_final).into_iter().map(|(path, _)| path).collect()
}

/// What a template prints as room to write, as the engine of a fillable form would see it:
/// path and kind of each blank.
fn declared(vereinbarung: &Vereinbarung, is_final: bool) -> BTreeSet<(String, String)> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("gemeinsam")).unwrap();
    let print = serde_json::json!({"leerstellen": "erklaert", "endgueltig": is_final});
    std::fs::write(folder.path().join("gemeinsam/druckart.json"), print.to_string()).unwrap();
    let renderer: Renderer = renderer().with_templates(folder.path()).unwrap();
    // A link without a description is none of the accessible standards.
    let options = RenderOptions { standard: Standard::Plain, ..RenderOptions::default() };
    let pdf = renderer.render(vereinbarung, &options).unwrap().pdf;
    let document = lopdf::Document::load_mem(&pdf).unwrap();
    let links = document.objects.values().filter_map(|object| {
        let uri = object.as_dict().ok()?.get(b"A").ok()?.as_dict().ok()?.get(b"URI").ok()?.as_str().ok()?;
        let blank = std::str::from_utf8(uri).ok()?.strip_prefix("vereinbar-feld:")?;
        let parts: Vec<&str> = blank.splitn(4, ':').collect();
        Some((parts[3].to_owned(), parts[0].to_owned()))
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
    for (art, bases) in BASES {
        let mut optional = BTreeSet::new();
        for base in *bases {
            let json: Value = serde_json::from_slice(&fixture(art, base).bytes).unwrap();
            optional.extend(optional_blanks(&json));
        }
        let list: String = optional.into_iter().map(|path| path + "\n").collect();
        check_reference(&format!("tests/references/{art}/kann_leer_bleiben.txt"), &list);
    }
}

/// What is left out without a finding leaves no gap in what is ready: neither room to write
/// nor a word about it. Where a finding has warned, the gap is said in words.
#[test]
fn what_is_left_out_leaves_no_gap_in_what_is_ready() {
    let (mut ready, mut open) = (0, Vec::new());
    for (art, base) in BASES.iter().flat_map(|(art, bases)| bases.iter().map(move |base| (art, base))) {
        let json: Value = serde_json::from_slice(&fixture(art, base).bytes).unwrap();
        for (answer, without) in without_each_answer(&json).filter(|(_, without)| is_ready(without)) {
            ready += 1;
            let found = findings(&without);
            let gaps = blanks(&without, true).into_iter().filter(|path| !is_signing(path));
            let gaps = gaps.filter(|path| !found.iter().any(|(_, found)| concerns(found, path)));
            open.extend(gaps.map(|path| format!("{base} without {answer}: {path}")));
        }
    }
    assert!(ready > 100, "{ready}");
    assert!(open.is_empty(), "{} gaps:\n{}", open.len(), open.join("\n"));
}

/// Whether a finding is about a blank.
fn concerns(found: &str, blank: &str) -> bool {
    blank.starts_with(found) || found.starts_with(blank)
}

fn optional_blanks(json: &Value) -> BTreeSet<String> {
    let whole = read(json).unwrap();
    let (before, known) = (blanks(&whole, false), findings(&whole));
    let mut optional = BTreeSet::new();
    for (_, without) in without_each_answer(json) {
        let found: Vec<String> = findings(&without).difference(&known).map(|(_, path)| path.clone()).collect();
        let is_found = |blank: &&String| found.iter().any(|path| concerns(path, blank));
        optional.extend(blanks(&without, false).difference(&before).filter(|blank| !is_found(blank)).cloned());
    }
    optional.iter().filter(|path| !is_signing(path)).map(|path| of_every_entry(path)).collect()
}

/// The agreement without each of its answers in turn, where that can be printed.
fn without_each_answer(json: &Value) -> impl Iterator<Item = (String, Vereinbarung)> {
    answers(json, "").into_iter().filter_map(|answer| {
        let mut without = json.clone();
        let remove = serde_json::json!([{"op": "remove", "path": answer}]);
        json_patch::patch(&mut without, &serde_json::from_value::<json_patch::Patch>(remove).unwrap()).unwrap();
        let without = read(&without)?;
        let findings = validate(&without, &Stage::Entwurf.into());
        findings.iter().all(|finding| finding.severity != Severity::Error).then_some((answer, without))
    })
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

/// So that what is written there can be read as data: it is a field, or follows from others.
#[test]
fn every_blank_is_a_field_of_the_data_unless_it_is_calculated() {
    let blank = Art::ALL.iter().map(|art| (art.to_string(), Vereinbarung::blank(*art)));
    let (mut calculated, mut wrong) = (0, BTreeMap::new());
    for (name, vereinbarung) in blank.chain(all()) {
        let root = Node::root(vereinbarung.art());
        for (path, art) in declared(&vereinbarung, false) {
            // A box to tick is a code of the list or field above it.
            let box_of = (art == "check").then(|| path.rsplit_once('/')).flatten();
            let is_field = box_of.map_or_else(
                || root.at(&path).is_some(),
                |(above, code)| root.at(above).is_some_and(|field| takes(field, code)),
            );
            calculated += usize::from(art == "berechnet");
            if is_field == (art == "berechnet") {
                wrong.entry((vereinbarung.art(), of_every_entry(&path), art)).or_insert_with(|| name.clone());
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(calculated > 10, "{calculated}");
}

/// Whether the code may stand in a field, in a list of codes, or in one of parts with a code.
fn takes(field: Node, code: &str) -> bool {
    let field = field.item().unwrap_or(field);
    let field = field.property("code").unwrap_or(field);
    field.codes().any(|known| known == code)
}

#[test]
fn a_blank_form_has_room_to_write_wherever_something_is_asked() {
    for art in Art::ALL {
        let blanks = blanks(&Vereinbarung::blank(*art), false);
        assert!(blanks.len() > 30, "{art}: {}", blanks.len());
    }
}
