//! What `calculate` gives satisfies its published schema, and nothing else calculates.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

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
            {"bezeichnung": "Fachkraft", "kostenart": "paedagogik", "menge": "0.3333", "satz": "300000.31", "deckt": "I.8"},
            {"kostenart": "sachkosten", "prozent": "3.5", "prozent_von": ["paedagogik"], "betrag": "1"},
        ], "betrag": "32.04"},
        {"art": "investition", "betrag": "1"},
        {"kosten": [{"betrag": "33334"}], "abzuege": [{"bezeichnung": "Erlös", "betrag": "1"}]},
    ]);
    let every_field = json!({"art": "leq_vereinbarung", "entgeltvereinbarung": {
        "tagessatz": {
            "plaetze": 9, "auslastung": "95", "bestandteile": bestandteile, "betrag": "42.73", "tage_je_monat": "30.42",
            "schritte": [{"ab": "2028-01-01", "prozent": "2.8", "betrag": "44"}],
        },
        "fachleistungsstunden": [{
            "bezeichnung": "Einzelbetreuung", "qualifikation": "Studium der Sozialen Arbeit",
            "bestandteile": bestandteile,
            "jahresarbeitszeit": {
                "arbeitstage": 261, "wochenstunden": "39", "fachliche_minderzeit_prozent": "20", "direkte_minuten": 45,
                "minderzeiten": [{"bezeichnung": "Urlaub", "tage": "30"}, {"bezeichnung": "Team", "stunden": "92"}],
                "netto_stunden": "126", "netto_stunden_je": "monat", "stellen": "0.5",
            },
            "betrag": "73.1",
            "schritte": [{"prozent": "2.8"}],
        }],
        "jahresbudget": {"bestandteile": bestandteile, "betrag": "100000", "raten": 12, "schritte": [{"prozent": "1"}]},
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

/// Amounts and other decimals reach a template as text. Who wants to reckon with them
/// has to make them numbers first.
fn reckons(line: &str) -> bool {
    let code = line.split("//").next().unwrap_or_default();
    let is_word = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    code.split(|c| !is_word(c)).any(|word| matches!(word, "decimal" | "float"))
}

#[test]
fn templates_print_decimals_and_do_not_calculate_with_them() {
    assert!(reckons("  let produkt = calc.round(decimal(menge) * decimal(satz), digits: 2)"));
    assert!(reckons("#let summe(zahlen) = str(zahlen.map(decimal).sum())"));
    assert!(!reckons("// Decimals travel as text: no decimal(…) here, and no float."));
    let mut files = 0;
    let mut found = Vec::new();
    visit(&root().join("templates"), &mut |path| {
        let text = fs::read_to_string(path).unwrap();
        files += 1;
        let lines = (1..).zip(text.lines()).filter(|(_, line)| reckons(line));
        found.extend(lines.map(|(number, line)| format!("{}:{number}: {line}", path.display())));
    });
    assert!(files > 40, "{files}");
    assert_eq!(found, Vec::<String>::new(), "what is calculated comes from crates/vereinbar/src/entgelt");
}

/// Hands on the templates below a folder.
fn visit(folder: &Path, take: &mut dyn FnMut(&Path)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            visit(&path, take);
        } else if path.extension() == Some(OsStr::new("typ")) {
            take(&path);
        }
    }
}
