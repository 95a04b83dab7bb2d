//! What builders of forms get: up to date, and of one mind with the schema of the data.

use serde_json::{Value, json};
use vereinbar::schema::{Kind, Node};
use vereinbar::{Art, BuilderSchema, builder_schema, schema};
use vereinbar_tests::{check_json_reference, fixtures};

#[test]
fn published_forms_are_up_to_date() {
    for art in Art::ALL {
        for form in BuilderSchema::ALL {
            check_json_reference(&format!("schema/builders/{art}.{form}.json"), builder_schema(*art, *form));
        }
    }
}

fn visit(value: &Value, see: &mut impl FnMut(&Value)) {
    see(value);
    match value {
        Value::Object(object) => object.values().for_each(|below| visit(below, see)),
        Value::Array(entries) => entries.iter().for_each(|below| visit(below, see)),
        _ => {}
    }
}

#[test]
fn a_form_has_no_reference_and_fills_in_no_first_choice() {
    for art in Art::ALL {
        let form = builder_schema(*art, BuilderSchema::Schema);
        visit(form, &mut |place| {
            for keyword in ["$ref", "$defs", "$schema", "oneOf", "anyOf"] {
                assert!(place.get(keyword).is_none(), "{art}: {keyword}");
            }
            // rjsf takes a lone constant for a value to fill in: right for `art`, for nothing else.
            if let Some(only) = place.get("const") {
                assert_eq!(only, art.as_str());
            }
        });
        assert_eq!(form["properties"]["art"]["const"], art.as_str());
    }
}

/// In both drafts that the validators of builders speak it accepts what the schema accepts.
#[test]
fn a_form_accepts_what_the_schema_accepts() {
    let (mut right, mut wrong) = (0, 0);
    for art in Art::ALL {
        let form = builder_schema(*art, BuilderSchema::Schema);
        let judges = [
            jsonschema::draft202012::new(schema(Some(*art))).unwrap(),
            jsonschema::draft202012::new(form).unwrap(),
            jsonschema::draft7::new(form).unwrap(),
        ];
        for fixture in fixtures(art.as_str(), "valid").into_iter().chain(fixtures(art.as_str(), "invalid")) {
            let Ok(value) = serde_json::from_str::<Value>(fixture.text().trim_start_matches('\u{feff}')) else {
                continue;
            };
            let verdicts = judges.each_ref().map(|judge| judge.is_valid(&value));
            assert!(verdicts == [true; 3] || verdicts == [false; 3], "{art}: {}: {verdicts:?}", fixture.name);
            *if verdicts[0] { &mut right } else { &mut wrong } += 1;
        }
    }
    assert!(right > 10 && wrong > 10, "{right} right, {wrong} wrong");
}

#[test]
fn a_list_of_codes_holds_each_once() {
    let mut lists = 0;
    for art in Art::ALL {
        visit(builder_schema(*art, BuilderSchema::Schema), &mut |place| {
            if place["items"]["enum"].is_array() {
                assert_eq!(place["uniqueItems"], true, "{place}");
                lists += 1;
            } else {
                assert!(place.get("uniqueItems").is_none(), "{place}");
            }
        });
    }
    assert!(lists > 5, "{lists}");
    let judge = jsonschema::draft202012::new(schema(Some(Art::Qualitaetsentwicklungsvereinbarung))).unwrap();
    let twice = json!({
        "art": "qualitaetsentwicklungsvereinbarung",
        "qualitaetsdimensionen": ["prozessqualitaet", "prozessqualitaet"],
    });
    assert!(!judge.is_valid(&twice));
}

/// Every code has its word, and every text of several lines its room, in both builders.
#[test]
fn codes_have_words_and_texts_have_room() {
    fn check(node: Node, rjsf: &Value, at: &str) {
        match node.kind() {
            Kind::Object => node.properties().for_each(|(key, field)| check(field, &rjsf[key], &format!("{at}/{key}"))),
            Kind::List if node.item().unwrap().kind() == Kind::Code => {
                assert_eq!(rjsf["ui:widget"], "checkboxes", "{at}");
                check(node.item().unwrap(), rjsf, at);
            }
            Kind::List => check(node.item().unwrap(), &rjsf["items"], &format!("{at}/*")),
            Kind::Code => {
                let words: Vec<&str> = node.codes().map(|code| node.words(code).next().unwrap()).collect();
                assert!(rjsf["ui:enumNames"] == json!(words) || at == "/art", "{at}");
            }
            Kind::Text => assert_eq!(rjsf["ui:widget"] == "textarea", node.has_lines(), "{at}"),
            _ => {}
        }
    }
    let (mut scopes, mut rooms, mut named) = (0, 0, 0);
    for art in Art::ALL {
        let (rjsf, json_forms) =
            (builder_schema(*art, BuilderSchema::Rjsf), builder_schema(*art, BuilderSchema::JsonForms));
        check(Node::root(*art), rjsf, "");
        visit(&json_forms["uischema"], &mut |element| {
            scopes += usize::from(element["type"] == "Control");
            rooms += usize::from(element["options"]["multi"] == true);
            if let Some(name) = element["i18n"].as_str() {
                let prefix = format!("{name}.");
                let words = json_forms["translations"].as_object().unwrap();
                assert!(words.keys().any(|key| key.starts_with(&prefix)), "{name}");
                named += 1;
            }
        });
    }
    assert!(scopes > 40 && rooms > 10 && named > 30, "{scopes} controls, {rooms} rooms, {named} with words");
}
