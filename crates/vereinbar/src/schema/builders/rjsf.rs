//! The `uiSchema` of react-jsonschema-form: it mirrors the data.

use serde_json::{Map, Value, json};

use super::super::node::{Kind, Node};
use crate::modell::Art;

pub(super) fn ui_schema(art: Art) -> Value {
    let mut ui = shown(Node::root(art));
    for said_by_the_program in ["art", "fassung"] {
        ui.insert(said_by_the_program.to_owned(), json!({"ui:widget": "hidden"}));
    }
    ui.into()
}

/// How a place and what is below it are shown; empty where rjsf does it by itself.
fn shown(node: Node) -> Map<String, Value> {
    let mut ui = Map::new();
    match node.kind() {
        Kind::Object => {
            for (key, field) in node.properties() {
                let below = shown(field);
                if !below.is_empty() {
                    ui.insert(key.to_owned(), below.into());
                }
            }
        }
        Kind::List => {
            let item = node.item().map(|item| (item.kind(), shown(item)));
            match item {
                // A list of codes is one field: boxes to tick.
                Some((Kind::Code, words)) => {
                    ui.extend(words);
                    ui.insert("ui:widget".to_owned(), "checkboxes".into());
                }
                Some((_, below)) if !below.is_empty() => {
                    ui.insert("items".to_owned(), below.into());
                }
                _ => {}
            }
        }
        Kind::Code => {
            let words: Vec<&str> = node.codes().map(|code| node.words(code).next().unwrap_or(code)).collect();
            ui.insert("ui:enumNames".to_owned(), words.into());
        }
        // A lone box knows only yes and no; what nobody has answered stays open.
        Kind::Boolean => {
            ui.insert("ui:widget".to_owned(), "radio".into());
            ui.insert("ui:enumNames".to_owned(), json!(["ja", "nein"]));
        }
        Kind::Text if node.has_lines() => {
            ui.insert("ui:widget".to_owned(), "textarea".into());
        }
        _ => {}
    }
    ui
}
