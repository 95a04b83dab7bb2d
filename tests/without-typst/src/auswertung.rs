//! The evaluation of the example set: its published schema, and the example of its template.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::Value;
use vereinbar::auswertung::{Auswertung, Befund, Befundart, FruehereAuswertung, Terminart, Vorlage, vorlage_schema};
use vereinbar::evaluate::{EvaluateOptions, Evaluator, tables};
use vereinbar::{Vereinbarung, auswertung_schema, parse_bytes};
use vereinbar_tests::{check_json_reference, check_reference, root};

use crate::schema::check_titles;

const VORLAGE: &str = r#"{
    "vorlage_nr": "2028/117",
    "gremium": "Jugendhilfeausschuss",
    "sitzung": "2028-03-14",
    "dienststelle": "Jugendamt, Fachdienst Jugendhilfeplanung",
    "oeffentlich": false,
    "finanzielle_auswirkungen": "keine"
}"#;

/// The set, with one agreement twice, an older version of one, and a file that cannot be
/// read, for a paper that is not public and compared with the year before.
fn evaluated(anonym: bool) -> Auswertung {
    let mut before = Evaluator::new(at("2027-03-01"));
    for (name, agreement) in agreements().into_iter().filter(|(name, _)| name.as_str() < "04") {
        before.add(&agreement, &name);
    }
    let vorher = FruehereAuswertung::parse(&before.finish().to_json()).unwrap();
    let vorlage = Vorlage::parse(VORLAGE).unwrap();
    let mut evaluator = Evaluator::new(EvaluateOptions {
        anonym: Some(anonym),
        vorher: Some(vorher),
        vorlage: Some(vorlage),
        ..at("2028-03-01")
    });
    for (name, agreement) in agreements() {
        evaluator.add(&agreement, &format!("vereinbarungen/{name}"));
        if name.starts_with("04") {
            evaluator.add(&agreement, "vereinbarungen/04_ressourcen.pdf");
        }
    }
    let reason = "Die PDF-Datei ist beschädigt oder unvollständig. Bitte fordern Sie sie erneut an oder laden Sie sie noch einmal herunter.";
    evaluator.report(Befund::unreadable("vereinbarungen/scan_0815.pdf", reason));
    evaluator.finish()
}

fn at(stichtag: &str) -> EvaluateOptions {
    EvaluateOptions { stichtag: Some(stichtag.parse().unwrap()), ..EvaluateOptions::default() }
}

fn agreements() -> BTreeMap<String, Vereinbarung> {
    let files = std::fs::read_dir(root().join("tests/fixtures/auswertung")).unwrap();
    let read = |path: PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        (name, parse_bytes(&std::fs::read(&path).unwrap()).unwrap())
    };
    files.map(|entry| read(entry.unwrap().path())).collect()
}

#[test]
fn published_schemas_are_up_to_date() {
    check_json_reference("schema/auswertung.schema.json", auswertung_schema());
    check_json_reference("schema/vorlage.schema.json", vorlage_schema());
}

#[test]
fn a_vorlage_satisfies_its_schema_and_every_field_has_title_and_description() {
    let schema = vorlage_schema();
    assert!(jsonschema::meta::is_valid(schema));
    check_titles("", schema);
    let validator = jsonschema::draft202012::options().should_validate_formats(true).build(schema).unwrap();
    let vorlage: Value = serde_json::from_str(VORLAGE).unwrap();
    assert!(validator.is_valid(&vorlage));
    let written = serde_json::to_value(Vorlage::parse(VORLAGE).unwrap()).unwrap();
    assert_eq!(written, vorlage);
    // The handbook's example is one, too.
    let handbook = std::fs::read_to_string(root().join("docs/handbuch-auswertung.md")).unwrap();
    let example = handbook.split("`vorlage.json`:\n\n```json\n").nth(1).unwrap().split("```").next().unwrap();
    Vorlage::parse(example).unwrap();
}

#[test]
fn schema_is_sound_and_every_field_has_title_and_description() {
    let schema = auswertung_schema();
    assert!(jsonschema::meta::is_valid(schema));
    assert_eq!(schema["$id"], format!("urn:vereinbar:schema:auswertung:{}", vereinbar::SCHEMA_VERSION));
    assert!(!schema.to_string().contains("maxItems"));
    check_titles("", schema);
}

#[test]
fn evaluations_satisfy_the_schema() {
    let validator =
        jsonschema::draft202012::options().should_validate_formats(true).build(auswertung_schema()).unwrap();
    let empty = Evaluator::new(EvaluateOptions::default()).finish();
    assert!(empty.is_empty());
    for auswertung in [evaluated(false), evaluated(true), empty] {
        let value: Value = serde_json::from_str(&auswertung.to_json()).unwrap();
        let errors: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new(), "{value:#}");
    }
}

/// The report of the template is laid out over it.
#[test]
fn example_of_the_template_is_up_to_date() {
    check_reference("templates/auswertung/daten.json", &evaluated(false).to_json());
}

/// The words that are printed are those of the schema.
#[test]
fn printed_words_are_those_of_the_schema() {
    let words = |definition: &str, value: &str| {
        auswertung_schema()["$defs"][definition]["x-bezeichnungen"][value].as_str().unwrap_or_default().to_owned()
    };
    for art in Terminart::ALL {
        assert_eq!(words("Terminart", art.as_str()), art.bezeichnung());
    }
    for art in Befundart::ALL {
        assert_eq!(words("Befundart", art.as_str()), art.bezeichnung());
    }
    for table in tables(&evaluated(false)) {
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.name);
        // What a sheet of Excel may be called.
        assert!(table.title.chars().count() <= 31 && !table.title.contains(['/', '\\', '?', '*', '[', ']', ':']));
    }
}
