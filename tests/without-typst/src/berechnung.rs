//! What `calculate` gives satisfies its published schema.

use serde_json::{Value, json};
use vereinbar::{Vereinbarung, berechnung_schema, calculate, parse};
use vereinbar_tests::{check_json_reference, root};

use crate::schema::check_titles;

fn calculated(text: &str) -> Value {
    let Vereinbarung::LeqVereinbarung(vereinbarung) = parse(text).unwrap() else { panic!("another kind") };
    serde_json::to_value(calculate(&vereinbarung)).unwrap()
}

#[test]
fn published_schema_is_up_to_date() {
    check_json_reference("schema/berechnung.schema.json", berechnung_schema());
}

#[test]
fn schema_is_sound_and_every_field_has_title_and_description() {
    let schema = berechnung_schema();
    assert!(jsonschema::meta::is_valid(schema));
    assert_eq!(schema["$id"], format!("urn:vereinbar:schema:berechnung:{}", vereinbar::SCHEMA_VERSION));
    check_titles("", schema);
}

/// The example of the template, a calculation with every field, one with none.
#[test]
fn calculations_satisfy_the_schema() {
    let bestandteile = json!([
        {"bezeichnung": "Personal", "art": "grundleistung", "kosten": [
            {"bezeichnung": "Fachkraft", "kostenart": "paedagogik", "menge": "0.3333", "satz": "300000.31"},
        ], "betrag": "32.04"},
        {"kosten": [{"betrag": "33334"}], "abzuege": [{"bezeichnung": "Erlös", "betrag": "1"}]},
    ]);
    let every_field = json!({"art": "leq_vereinbarung", "entgeltvereinbarung": {
        "tagessatz": {"plaetze": 9, "auslastung": "95", "bestandteile": bestandteile, "betrag": "42.73"},
        "fachleistungsstunde": {
            "bestandteile": bestandteile,
            "jahresarbeitszeit": {
                "arbeitstage": 261, "stunden_je_tag": "7.8", "minderzeiten": [{"bezeichnung": "Urlaub", "tage": "30"}],
                "fachliche_minderzeit_prozent": "20", "direkte_minuten": 45,
            },
            "betrag": "73.1",
        },
        "pauschalen": [{"bezeichnung": "Fallgruppe 1", "betrag": "1243.95", "betrag_je_tag": "40.92"}],
        "rundung": {"stellen": 2, "modus": "aufrunden", "zeitpunkt": "gesamt"},
        "abwesenheit": {"prozent": "80"},
    }});
    let example = std::fs::read_to_string(root().join("templates/leq_vereinbarung/daten.json")).unwrap();
    let validator =
        jsonschema::draft202012::options().should_validate_formats(true).build(berechnung_schema()).unwrap();
    for text in [example, every_field.to_string(), json!({"art": "leq_vereinbarung"}).to_string()] {
        let berechnung = calculated(&text);
        let errors: Vec<String> = validator.iter_errors(&berechnung).map(|error| error.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new(), "{berechnung:#}");
    }
}
