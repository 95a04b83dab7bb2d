//! The evaluation of the example set: its published schema, and the example of its template.

use serde_json::Value;
use vereinbar::auswertung::{Auswertung, Befund, Befundart, Terminart};
use vereinbar::evaluate::{EvaluateOptions, Evaluator, tables};
use vereinbar::{auswertung_schema, parse_bytes};
use vereinbar_tests::{check_json_reference, check_reference, root};

use crate::schema::check_titles;

/// The set, with one agreement twice, an older version of one, and a file that cannot be read.
fn evaluated(anonym: bool) -> Auswertung {
    let stichtag = Some("2028-03-01".parse().unwrap());
    let mut evaluator = Evaluator::new(EvaluateOptions { stichtag, anonym });
    let folder = root().join("tests/fixtures/auswertung");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        let agreement = parse_bytes(&std::fs::read(&path).unwrap()).unwrap();
        evaluator.add(&agreement, &format!("vereinbarungen/{name}"));
        if name.starts_with("04") {
            evaluator.add(&agreement, "vereinbarungen/04_ressourcen.pdf");
        }
    }
    let reason = "Die PDF-Datei ist beschädigt oder unvollständig. Bitte fordern Sie sie erneut an oder laden Sie sie noch einmal herunter.";
    evaluator.report(Befund::unreadable("vereinbarungen/scan_0815.pdf", reason));
    evaluator.finish()
}

#[test]
fn published_schema_is_up_to_date() {
    check_json_reference("schema/auswertung.schema.json", auswertung_schema());
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
    for (art, value) in [
        (Terminart::Massnahme, "massnahme"),
        (Terminart::Zielueberpruefung, "zielueberpruefung"),
        (Terminart::Traegergespraech, "traegergespraech"),
        (Terminart::Qualitaetsdialog, "qualitaetsdialog"),
    ] {
        assert_eq!(words("Terminart", value), art.bezeichnung());
    }
    for (art, value) in [
        (Befundart::NichtLesbar, "nicht_lesbar"),
        (Befundart::UnklareFassung, "unklare_fassung"),
        (Befundart::AeltereFassung, "aeltere_fassung"),
        (Befundart::Doppelt, "doppelt"),
        (Befundart::Leer, "leer"),
    ] {
        assert_eq!(words("Befundart", value), art.bezeichnung());
    }
    for table in tables(&evaluated(false)) {
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.name);
        // What a sheet of Excel may be called.
        assert!(table.title.chars().count() <= 31 && !table.title.contains(['/', '\\', '?', '*', '[', ']', ':']));
    }
}
