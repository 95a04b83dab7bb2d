//! The published schemas: up to date, sound, and of one mind with `parse`.

use serde_json::{Value, json};
use vereinbar::modell::Massstabscode;
use vereinbar::{Art, limits, parse, parse_bytes, schema};
use vereinbar_tests::{check_json_reference, fixtures};

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
}

#[test]
fn schemas_are_sound_and_named() {
    for art in all() {
        let schema = schema(art);
        assert!(jsonschema::meta::is_valid(schema));
        let id = schema["$id"].as_str().unwrap();
        assert!(id.starts_with("urn:vereinbar:schema:") && id.ends_with(vereinbar::SCHEMA_VERSION), "{id}");
    }
}

#[test]
fn schema_version_begins_with_the_fassung() {
    let major = vereinbar::SCHEMA_VERSION.split('.').next().unwrap().parse::<u32>().unwrap();
    assert!(Art::ALL.iter().all(|art| art.fassung() == major));
}

/// Every object of the model is closed, and every field and definition has a German title and description.
#[test]
fn every_field_has_title_and_description() {
    fn visit(at: &str, value: &Value) {
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
            visit(&format!("{at}#{name}"), definition);
        }
    }
    for art in all() {
        visit("", schema(art));
    }
}

#[test]
fn valid_fixtures_satisfy_the_schema() {
    for validator in [validator(Some(Art::Qualitaetsentwicklungsvereinbarung)), validator(None)] {
        for fixture in fixtures(ART, "valid") {
            // What goes out is what the schema describes; `null` is read, but never written.
            let written = parse_bytes(&fixture.bytes).unwrap().to_json();
            let errors: Vec<_> = validator
                .iter_errors(&serde_json::from_str(&written).unwrap())
                .map(|error| format!("{}: {error}", error.instance_path()))
                .collect();
            assert_eq!(errors, Vec::<String>::new(), "{}", fixture.name);
        }
    }
}

/// What `parse` rejects for its shape the schema rejects too, and the other way round.
#[test]
fn parse_and_schema_agree_on_every_fixture() {
    let validator = validator(Some(Art::Qualitaetsentwicklungsvereinbarung));
    for fixture in fixtures(ART, "invalid").into_iter().chain(fixtures(ART, "valid")) {
        let text = fixture.text().trim_start_matches('\u{feff}');
        let Ok(value) = serde_json::from_str::<Value>(text) else { continue };
        // Repeated names are gone in a parsed value; limits are `validate`'s; `null` is leniency of `parse`.
        if ["doppeltes_feld", "ueber_den_grenzen", "null_gilt_als_fehlend"].contains(&fixture.name.as_str()) {
            continue;
        }
        assert_eq!(parse(text).is_ok(), validator.is_valid(&value), "{}", fixture.name);
    }
}

#[test]
fn limits_stand_in_the_schema() {
    let validator = validator(Some(Art::Qualitaetsentwicklungsvereinbarung));
    let with = |text: usize, items: usize| json!({"art": ART, "aktenzeichen": "ä".repeat(text), "ziele": vec![json!({}); items]});
    assert!(validator.is_valid(&with(limits::MAX_TEXT_CHARS, limits::MAX_LIST_ITEMS)));
    assert!(!validator.is_valid(&with(limits::MAX_TEXT_CHARS + 1, 0)));
    assert!(!validator.is_valid(&with(0, limits::MAX_LIST_ITEMS + 1)));
}

/// The catalogue is published three times: to Rust, in the schema, and to the templates.
#[test]
fn catalogue_is_the_same_everywhere() {
    let entries: Vec<Value> = Massstabscode::ALL
        .iter()
        .map(|code| json!({"code": code.as_str(), "bezeichnung": code.bezeichnung()}))
        .collect();
    check_json_reference("templates/gemeinsam/massstaebe.json", &entries.into());
    let published = &schema(Some(Art::Qualitaetsentwicklungsvereinbarung))["$defs"]["Massstabscode"];
    let codes: Vec<&str> = Massstabscode::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(published["enum"], json!(codes));
    for code in Massstabscode::ALL {
        assert_eq!(published["x-bezeichnungen"][code.as_str()], code.bezeichnung());
    }
}
