//! The published schemas: up to date, sound, and of one mind with `parse`.

use std::collections::BTreeSet;
use std::fs;

use serde_json::{Value, json};
use vereinbar::{Art, limits, parse, parse_bytes, profile_schema, schema};
use vereinbar_tests::{check_json_reference, fixtures, root};

const ART: &str = "qualitaetsentwicklungsvereinbarung";

fn all() -> impl Iterator<Item = Option<Art>> {
    Art::ALL.iter().copied().map(Some).chain([None])
}

fn validator(art: Option<Art>) -> jsonschema::Validator {
    jsonschema::draft202012::options().should_validate_formats(true).build(schema(art)).unwrap()
}

#[test]
fn published_files_are_up_to_date() {
    for art in all() {
        let name = art.map_or("vereinbarung", Art::as_str);
        check_json_reference(&format!("schema/{name}.schema.json"), schema(art));
    }
    check_json_reference("schema/pruefprofil.schema.json", profile_schema());
}

#[test]
fn profiles_satisfy_their_schema() {
    assert!(jsonschema::meta::is_valid(profile_schema()));
    let validator = jsonschema::draft202012::new(profile_schema()).unwrap();
    for name in ["nordrhein-westfalen", "hessen", "bremen"] {
        let text = fs::read_to_string(root().join(format!("docs/profile/{name}.json"))).unwrap();
        assert!(validator.is_valid(&serde_json::from_str(&text).unwrap()), "{name}");
    }
    assert!(!validator.is_valid(&json!({"severity": {"no_rule": "off"}})));
    assert!(!validator.is_valid(&json!({"severity": {"ziele_many": "none"}})));
}

#[test]
fn schemas_are_sound_and_named() {
    for art in all() {
        let schema = schema(art);
        assert!(jsonschema::meta::is_valid(schema));
        let id = schema["$id"].as_str().unwrap();
        assert!(id.starts_with("urn:vereinbar:schema:") && id.ends_with(vereinbar::SCHEMA_VERSION), "{id}");
        assert!(schema["$comment"].as_str().is_some_and(|text| text.contains("nicht von Hand")), "{id}");
    }
}

#[test]
fn schema_version_begins_with_the_fassung() {
    let major = vereinbar::SCHEMA_VERSION.split('.').next().unwrap().parse::<u32>().unwrap();
    assert!(Art::ALL.iter().all(|art| art.fassung() == major));
}

#[test]
fn changelog_names_the_schema_version() {
    let changelog = fs::read_to_string(root().join("CHANGELOG.md")).unwrap();
    let version = format!("JSON Schema 2020-12, version {} (", vereinbar::SCHEMA_VERSION);
    assert!(changelog.contains(&version), "CHANGELOG.md does not name the version {}", vereinbar::SCHEMA_VERSION);
}

/// Every object of the model is closed, and every field and definition has a German title and description.
pub(crate) fn check_titles(at: &str, value: &Value) {
    if let Some(fields) = value["properties"].as_object() {
        assert_eq!(value["additionalProperties"], false, "{at}");
        for (name, field) in fields {
            let at = format!("{at}/{name}");
            for key in ["title", "description"] {
                assert!(field[key].as_str().is_some_and(|text| text.len() > 1), "{at} has no {key}");
            }
            let text = field["description"].as_str().unwrap_or_default();
            assert!(!text.contains('[') && !text.contains('`'), "{at}: published text, not rustdoc: {text}");
        }
    }
    for (name, definition) in value["$defs"].as_object().into_iter().flatten() {
        for key in ["title", "description"] {
            assert!(definition[key].is_string(), "{name} has no {key}");
        }
        check_titles(&format!("{at}#{name}"), definition);
    }
}

#[test]
fn every_field_has_title_and_description() {
    for art in all() {
        check_titles("", schema(art));
    }
    check_titles("", profile_schema());
}

#[test]
fn valid_fixtures_satisfy_the_schema() {
    for (art, validator) in Art::ALL.iter().flat_map(|art| [(art, validator(Some(*art))), (art, validator(None))]) {
        for fixture in fixtures(art.as_str(), "valid") {
            // What goes out is what the schema describes; `null` and numbers for decimals are read, but never written.
            let written = parse_bytes(&fixture.bytes).unwrap().to_json();
            let errors: Vec<_> = validator
                .iter_errors(&serde_json::from_str(&written).unwrap())
                .map(|error| format!("{}: {error}", error.instance_path()))
                .collect();
            assert_eq!(errors, Vec::<String>::new(), "{}", fixture.name);
        }
    }
}

/// Where the two differ, and are meant to: repeated names are gone in a parsed
/// value; limits and ranges are `validate`'s; `null` for what is missing and
/// numbers for decimals are leniency of `parse`; a code that stands twice in a list is a finding.
const DIFFERENT: &[&str] = &[
    "doppeltes_feld",
    "ueber_den_grenzen",
    "zahlen_ausserhalb",
    "null_gilt_als_fehlend",
    "zahlen_als_json_zahlen",
    "mehrere_dimensionen",
];

/// What `parse` rejects for its shape the schema rejects too, and the other way round.
#[test]
fn parse_and_schema_agree_on_every_fixture() {
    let mut differ: BTreeSet<&str> = BTreeSet::new();
    for art in Art::ALL {
        let validator = validator(Some(*art));
        for fixture in fixtures(art.as_str(), "invalid").into_iter().chain(fixtures(art.as_str(), "valid")) {
            let text = fixture.text().trim_start_matches('\u{feff}');
            let Ok(value) = serde_json::from_str::<Value>(text) else { continue };
            let is_meant_to = DIFFERENT.iter().find(|name| **name == fixture.name);
            let agree = parse(text).is_ok() == validator.is_valid(&value);
            assert_eq!(agree, is_meant_to.is_none(), "{art}: {}", fixture.name);
            differ.extend(is_meant_to);
        }
    }
    assert_eq!(differ.len(), DIFFERENT.len(), "{differ:?}");
}

#[test]
fn limits_stand_in_the_schema() {
    let validator = validator(Some(Art::Qualitaetsentwicklungsvereinbarung));
    let with = |text: usize, items: usize| json!({"art": ART, "aktenzeichen": "ä".repeat(text), "ziele": vec![json!({}); items]});
    assert!(validator.is_valid(&with(limits::MAX_TEXT_CHARS, limits::MAX_LIST_ITEMS)));
    assert!(!validator.is_valid(&with(limits::MAX_TEXT_CHARS + 1, 0)));
    assert!(!validator.is_valid(&with(0, limits::MAX_LIST_ITEMS + 1)));
}
