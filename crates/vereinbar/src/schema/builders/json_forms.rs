//! The `uischema` of JSON Forms: groups and controls in the form's order, and the words
//! for codes as translations, since JSON Forms asks for them by name.

use serde_json::{Map, Value, json};

use super::super::node::{Kind, Node};
use crate::modell::Art;

pub(super) fn ui_schema(art: Art) -> Value {
    let mut translations = Map::new();
    let elements = elements(Node::root(art), "#", &mut translations);
    json!({
        "uischema": {"type": "VerticalLayout", "elements": elements},
        "translations": translations,
    })
}

/// One element for each field of an object that stands at `scope` of the schema.
fn elements(object: Node, scope: &str, translations: &mut Map<String, Value>) -> Vec<Value> {
    let mut elements = Vec::new();
    for (key, field) in object.properties() {
        // What kind it is, the program says.
        if scope == "#" && matches!(key, "art" | "fassung") && object.is_required("art") {
            continue;
        }
        let scope = format!("{scope}/properties/{key}");
        elements.push(match field.kind() {
            Kind::Object => json!({
                "type": "Group",
                "label": field.title(),
                "elements": self::elements(field, &scope, translations),
            }),
            _ => control(field, key, &scope, translations),
        });
    }
    elements
}

fn control(field: Node, key: &str, scope: &str, translations: &mut Map<String, Value>) -> Value {
    let mut control = Map::new();
    control.insert("type".to_owned(), "Control".into());
    control.insert("scope".to_owned(), scope.into());
    match field.kind() {
        Kind::List => match field.item().map(|item| (item.kind(), item)) {
            Some((Kind::Code, item)) => {
                control.insert("i18n".to_owned(), words(item, key, translations).into());
            }
            Some((Kind::Object, item)) => {
                let elements = elements(item, "#", translations);
                control.insert(
                    "options".to_owned(),
                    json!({"showSortButtons": true, "detail": {"type": "VerticalLayout", "elements": elements}}),
                );
            }
            Some((_, item)) => {
                let detail = self::control(item, key, "#", translations);
                control.insert("options".to_owned(), json!({"showSortButtons": true, "detail": detail}));
            }
            None => {}
        },
        Kind::Code => {
            control.insert("i18n".to_owned(), words(field, key, translations).into());
        }
        Kind::Text if field.has_lines() => {
            control.insert("options".to_owned(), json!({"multi": true}));
        }
        _ => {}
    }
    control.into()
}

/// Under which name the words of a choice are found; adds them.
fn words(choice: Node, key: &str, translations: &mut Map<String, Value>) -> String {
    let name = choice.type_name().unwrap_or(key);
    for code in choice.codes() {
        let word = choice.words(code).next().unwrap_or(code);
        translations.insert(format!("{name}.{code}"), word.into());
    }
    name.to_owned()
}
