//! The schema with each reference replaced by what it refers to.

use serde_json::{Map, Value};

use super::super::generate;
use crate::modell::Art;

/// Builders bring validators of one draft each. Left out is the dialect, so that each reads
/// it as its own; what is left means the same in drafts 7 and 2020-12.
const COMMENT: &str =
    "Erzeugt; nicht von Hand ändern: make update. Ohne $schema, weil es nach Entwurf 7 und 2020-12 dasselbe bedeutet.";

/// The form's schema of the kind whose data `published` describes.
pub(super) fn schema(art: Art, published: &Value) -> Value {
    let mut form = Map::new();
    form.insert("$id".to_owned(), generate::id(&format!("{art}:builder")).into());
    form.insert("$comment".to_owned(), COMMENT.into());
    if let Value::Object(root) = inlined(published, published) {
        form.extend(root.into_iter().filter(|(key, _)| !matches!(key.as_str(), "$schema" | "$id" | "$comment")));
    }
    form.into()
}

/// The model has no part that holds itself, so this comes to an end.
fn inlined(root: &Value, value: &Value) -> Value {
    match value {
        Value::Object(object) => {
            let target = object.get("$ref").and_then(Value::as_str).and_then(|target| root.pointer(target.get(1..)?));
            let mut made = match target.map(|target| inlined(root, target)) {
                Some(Value::Object(definition)) => definition,
                _ => Map::new(),
            };
            for (key, own) in object {
                let is_left_out = match key.as_str() {
                    "$ref" | "$defs" => true,
                    // Formats that only this project knows; their pattern or range says it.
                    "format" => own != "date",
                    _ => false,
                };
                if !is_left_out {
                    made.insert(key.clone(), inlined(root, own));
                }
            }
            made.into()
        }
        Value::Array(entries) => entries.iter().map(|entry| inlined(root, entry)).collect(),
        other => other.clone(),
    }
}
