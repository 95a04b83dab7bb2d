//! What the template prints beside the fields: the agreement without what is in fields.

use serde_json::{Map, Value};
use vereinbar_pdf::acroform::{Control, Declared, DeclaredKind, FormField, height_of};

use crate::modell::Art;
use crate::schema::Node;

/// How high a field becomes at most for what is in it, in points: it has to fit on a page.
const MAX_HEIGHT: f32 = 480.0;

/// Which values are in fields, and how high the fields have to be.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    /// Where they stand in the data.
    pub(crate) paths: Vec<String>,
    /// Of the fields that need it, by their path, the height in points.
    pub(crate) heights: Map<String, Value>,
}

impl Plan {
    /// What is in the fields that a document declares, which [`describe`](super::describe())
    /// describes.
    pub(crate) fn new(art: Art, declared: &[Declared], fields: &[Option<FormField>], data: &Value) -> Self {
        let mut plan = Self::default();
        for (place, field) in declared.iter().zip(fields) {
            let path = match place.kind {
                DeclaredKind::Text => place.path.as_str(),
                DeclaredKind::Check => place.path.rsplit_once('/').map_or("", |(list, _)| list),
                DeclaredKind::Signature => continue,
            };
            let Some(value) = data.pointer(path).filter(|value| !value.is_null()) else { continue };
            let holds = |node: Node| node.read(&node.write(value)).as_ref() == Some(value);
            // What a field cannot hold whole is printed: the part of the contract for which a
            // clause is meant, the line breaks of an entry of a list.
            if place.kind == DeclaredKind::Text && !Node::root(art).at(path).is_some_and(holds) {
                continue;
            }
            if !plan.paths.iter().any(|known| known == path) {
                plan.paths.push(path.to_owned());
            }
            if let Some(Control::Text { value }) = field.as_ref().map(|field| &field.control) {
                let needed = height_of(value, place.type_size, place.width).min(MAX_HEIGHT);
                // A field of one line has less white space than is asked for here.
                let room = if place.lines > 1 { place.height } else { 1.5 * place.height };
                let is_more = needed > room;
                let known = plan.heights.get(path).and_then(Value::as_f64).unwrap_or_default();
                if is_more && f64::from(needed) > known {
                    plan.heights.insert(path.to_owned(), needed.ceil().into());
                }
            }
        }
        plan
    }

    /// Of this plan what holds of the next as well, so that there is an end; and the heights
    /// that have come.
    pub(crate) fn narrowed(mut self, next: Self) -> Self {
        self.paths.retain(|path| next.paths.contains(path));
        for (path, height) in next.heights {
            self.heights.entry(path).or_insert(height);
        }
        self
    }
}

/// The data without the values at these places; lists keep their entries.
pub(crate) fn without(data: &Value, paths: &[String]) -> Value {
    let mut data = data.clone();
    for path in paths {
        remove(&mut data, path);
    }
    data
}

pub(super) fn remove(data: &mut Value, path: &str) {
    let Some((parent, key)) = path.rsplit_once('/') else { return };
    if let Some(Value::Object(fields)) = data.pointer_mut(parent) {
        fields.shift_remove(&key.replace("~1", "/").replace("~0", "~"));
    }
}

/// The data with nothing but what says which form it is; lists of parts keep their entries,
/// which are what the form has room for.
pub(crate) fn emptied(art: Art, data: &Value) -> Value {
    fn empty(node: Node, value: &Value) -> Option<Value> {
        match value {
            Value::Object(fields) => {
                let kept =
                    fields.iter().filter_map(|(key, value)| Some((key.clone(), empty(node.property(key)?, value)?)));
                Some(Value::Object(kept.collect()))
            }
            Value::Array(entries) => {
                let item = node.item()?;
                let kept: Vec<Value> = entries.iter().filter_map(|entry| empty(item, entry)).collect();
                (!kept.is_empty()).then_some(Value::Array(kept))
            }
            _ => None,
        }
    }
    let mut emptied = empty(Node::root(art), data).unwrap_or_default();
    if let Some(fields) = emptied.as_object_mut() {
        for key in ["art", "fassung"] {
            if let Some(value) = data.get(key) {
                fields.insert(key.to_owned(), value.clone());
            }
        }
    }
    emptied
}
