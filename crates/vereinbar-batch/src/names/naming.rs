//! What a document may be called.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use vereinbar::file_name::{safe, shortened};

/// What tells agreements of one name apart, in the order in which it is looked at: never
/// the place in the table, or sorting it would give the files of one to the other.
const MARKS: [&str; 10] = [
    "/aktenzeichen",
    "/grundsaetze_und_massstaebe",
    "/qualitaetsdimensionen",
    "/einrichtung/name",
    "/leistungsangebot/bezeichnung",
    "/traeger/anschrift/ort",
    "/traeger/anschrift/strasse",
    "/vereinbarungszeitraum/von",
    "/wirksam_ab",
    "/stand",
];
/// As long is what is added to a name.
const MARK_CHARS: usize = 48;

/// A name, and what tells it from others of that name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Naming {
    pub(super) stem: String,
    /// Safe as parts of a file's name; empty where nothing is entered.
    pub(super) marks: Vec<String>,
}

impl Naming {
    /// Of a document: `stem` is what the pattern gives, `form` a form's own words.
    pub(crate) fn new(stem: &str, form: Option<&str>, vereinbarung: &Value) -> Self {
        let stem = match form {
            Some(form) => safe(&format!("{stem}-{form}")),
            None => stem.to_owned(),
        };
        let mark = |pointer: &&str| shortened(&safe(&words(vereinbarung.pointer(pointer))), MARK_CHARS);
        Self { stem, marks: MARKS.iter().map(mark).collect() }
    }
}

/// What stands there, as text; of an entry of a list its name.
fn words(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Array(entries)) => entries
            .iter()
            .map(|entry| words(Some(entry)))
            .filter(|words| !words.is_empty())
            .collect::<Vec<_>>()
            .join("-"),
        Some(Value::Object(fields)) => words(fields.get("bezeichnung").or_else(|| fields.get("code"))),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use vereinbar::Art;
    use vereinbar::pointer::Step;
    use vereinbar::schema::Node;

    use super::*;

    #[test]
    fn every_mark_is_a_field_of_some_kind() {
        for mark in MARKS {
            let steps: Vec<Step<String>> = mark.split('/').skip(1).map(|key| Step::Key(key.to_owned())).collect();
            let is_field = |art: &Art| steps.iter().try_fold(Node::root(*art), Node::below).is_some();
            assert!(Art::ALL.iter().any(is_field), "{mark}");
        }
    }
}
