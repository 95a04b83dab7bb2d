//! What the schema says about a place in the data.

use serde_json::Value;
use vereinbar::{Art, schema};

/// The way to a value that is being written: a list on the stack.
#[derive(Clone, Copy)]
pub(crate) struct Way<'a> {
    before: Option<&'a Self>,
    step: Step<'a>,
    depth: usize,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Field(&'a str),
    Entry,
}

/// What goes there, as far as Python's types make a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Expected {
    /// A calendar day, as text.
    Datum,
    /// A decimal number, as text.
    Decimal,
    /// A JSON number.
    Number,
    /// An object.
    Object,
    /// Something else.
    Other,
    /// The schema has no such place, or the kind of agreement is not known.
    Unknown,
}

impl<'a> Way<'a> {
    pub(crate) const ROOT: Self = Self { before: None, step: Step::Root, depth: 0 };

    pub(crate) const fn field(&'a self, name: &'a str) -> Self {
        Self { before: Some(self), step: Step::Field(name), depth: self.depth + 1 }
    }

    pub(crate) const fn entry(&'a self) -> Self {
        Self { before: Some(self), step: Step::Entry, depth: self.depth + 1 }
    }

    /// The same place, one step deeper.
    pub(crate) const fn again(self) -> Self {
        Self { depth: self.depth + 1, ..self }
    }

    pub(crate) const fn depth(&self) -> usize {
        self.depth
    }

    /// What the schema of this kind of agreement expects here.
    pub(crate) fn expected(&self, art: Option<Art>) -> Expected {
        if matches!(self.step, Step::Root) {
            return Expected::Object;
        }
        let Some(root) = art.map(|art| schema(Some(art))) else { return Expected::Unknown };
        let Some(node) = self.node(root) else { return Expected::Unknown };
        let says = |keyword| node.get(keyword).and_then(Value::as_str);
        match (says("type"), says("format")) {
            (Some("string"), Some("date")) => Expected::Datum,
            (Some("string"), Some("decimal")) => Expected::Decimal,
            (Some("integer" | "number"), _) => Expected::Number,
            (Some("object"), _) => Expected::Object,
            _ => Expected::Other,
        }
    }

    fn node(&self, root: &'static Value) -> Option<&'static Value> {
        let before = || self.before?.node(root);
        match self.step {
            Step::Root => Some(root),
            // The heading of a table names several steps at once; no field has a point in its name.
            Step::Field(name) => name.split('.').try_fold(before()?, |node, step| below(root, node, step)),
            Step::Entry => below(root, before()?, "1"),
        }
    }
}

/// The place below: the field of an object, or an entry of a list by its number.
fn below(root: &'static Value, node: &'static Value, step: &str) -> Option<&'static Value> {
    let is_number = step.bytes().all(|byte| byte.is_ascii_digit());
    let node = if is_number { node.get("items")? } else { node.get("properties")?.get(step)? };
    match node.get("$ref").and_then(Value::as_str) {
        Some(reference) => root.pointer(reference.strip_prefix('#')?),
        None => Some(node),
    }
}
