//! What the places that a template declares become.

use std::collections::HashSet;

use serde_json::Value;
use vereinbar_pdf::acroform::{Control, Declared, DeclaredKind, FormField};

use super::field_names as names;
use crate::modell::Art;
use crate::pointer::{PointerBuf, Step};
use crate::schema::{Kind, Node};

/// Of each declared place its field, with what the agreement has there; `None` for a place
/// that the schema does not have.
pub(crate) fn describe(art: Art, declared: &[Declared], data: &Value) -> Vec<Option<FormField>> {
    let root = Node::root(art);
    let boxed = boxed(declared);
    declared.iter().map(|place| field(root, place, data, &boxed)).collect()
}

/// The lists of which some entries are boxes to tick.
fn boxed(declared: &[Declared]) -> HashSet<&str> {
    let boxes = declared.iter().filter(|place| place.kind == DeclaredKind::Check);
    boxes.filter_map(|place| Some(place.path.rsplit_once('/')?.0)).collect()
}

fn field(root: Node, declared: &Declared, data: &Value, boxed: &HashSet<&str>) -> Option<FormField> {
    match declared.kind {
        DeclaredKind::Text => {
            let place: PointerBuf = declared.path.parse().ok()?;
            let node = place.steps().iter().try_fold(root, Node::below)?;
            let value = data.pointer(&declared.path).unwrap_or(&Value::Null);
            let (name, value) = if boxed.contains(declared.path.as_str()) {
                (names::of_more(&place), more(node, value))
            } else {
                (names::of_place(&place), node.write(value))
            };
            let control = match node.kind() {
                Kind::Code => Control::Select { options: words(node), value },
                Kind::Boolean => {
                    Control::Select { options: [true, false].map(|yes| node.write(&yes.into())).into(), value }
                }
                _ => Control::Text { value },
            };
            Some(FormField { name, label: label(root, &declared.path, node), control })
        }
        DeclaredKind::Check => {
            let (list, code) = declared.path.rsplit_once('/')?;
            let node = root.at(list)?;
            let place: PointerBuf = list.parse().ok()?;
            let held = data.pointer(list).unwrap_or(&Value::Null);
            let word = coded(node)?.words(code).next()?;
            if node.kind() == Kind::Code {
                let is_on = held.as_str() == Some(code);
                let control = Control::Choice { group: label(root, list, node), code: code.to_owned(), is_on };
                return Some(FormField { name: names::of_place(&place), label: word.to_owned(), control });
            }
            let is_on = codes(held).any(|held| held == code);
            let label = format!("{}: {word}", root.place(list));
            Some(FormField { name: names::of_code(&place, code), label, control: Control::Check { is_on } })
        }
        DeclaredKind::Signature => {
            let place: PointerBuf = declared.path.parse().ok()?;
            root.at(&declared.path)?;
            let label = signature_label(root, &place, data);
            Some(FormField { name: names::of_place(&place), label, control: Control::Signature })
        }
    }
}

/// The codes of a choice, of a list of codes, or of a list whose entries may have one.
pub(super) fn coded(node: Node) -> Option<Node> {
    match node.kind() {
        Kind::Code => Some(node),
        Kind::List => match node.item()? {
            item if item.kind() == Kind::Code => Some(item),
            item => item.property("code"),
        },
        _ => None,
    }
}

/// The words for the codes of a choice.
fn words(node: Node) -> Vec<String> {
    node.codes().map(|code| node.words(code).next().unwrap_or(code).to_owned()).collect()
}

/// The codes that a list holds.
pub(super) fn codes(list: &Value) -> impl Iterator<Item = &str> {
    list.as_array().into_iter().flatten().filter_map(|entry| match entry {
        Value::String(code) => Some(code.as_str()),
        entry => entry.get("code")?.as_str(),
    })
}

/// What a list holds besides that for which there are boxes.
pub(super) fn more(node: Node, list: &Value) -> String {
    let entries = list.as_array().into_iter().flatten();
    node.write(&entries.filter(|entry| entry.get("code").is_none() && !entry.is_string()).cloned().collect())
}

/// The words of the form for a place, and its help.
fn label(root: Node, path: &str, node: Node) -> String {
    let place = root.place(path);
    match node.help() {
        "" => place,
        help => format!("{place}. {help}"),
    }
}

/// Who signs, and for whom.
fn signature_label(root: Node, place: &PointerBuf, data: &Value) -> String {
    let mut side = place.clone();
    if let Some(Step::Index(_)) = side.steps().last() {
        side.pop();
    }
    let side = root.at(&side.to_string()).map_or("", Node::title);
    let name = data.pointer(&format!("{place}/name")).and_then(Value::as_str).unwrap_or_default();
    if name.is_empty() { format!("Unterschrift: {side}") } else { format!("Unterschrift: {side}, {name}") }
}
