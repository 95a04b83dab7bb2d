//! What a draft says, without the empty fields and rows that it shows.

use serde_json::{Map, Value};

/// The same without what says nothing. Rows keep their numbers: an empty one in between
/// stays, and one at the end goes.
pub(super) fn told(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let told: Map<String, Value> = fields
                .iter()
                .filter(|(_, value)| is_filled(value))
                .map(|(key, value)| (key.clone(), told(value)))
                .collect();
            told.into()
        }
        Value::Array(entries) => {
            let end = entries.iter().rposition(is_filled).map_or(0, |last| last + 1);
            entries.iter().take(end).map(told).collect()
        }
        Value::String(text) => text.trim().into(),
        other => other.clone(),
    }
}

/// Whether a part of a draft says anything.
pub(crate) fn is_filled(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(entries) => entries.iter().any(is_filled),
        Value::Object(fields) => fields.values().any(is_filled),
        Value::Bool(_) | Value::Number(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn leaves_out_what_says_nothing_and_keeps_the_numbers_of_rows() {
        let draft = json!({
            "a": " x ", "b": "", "c": {"d": ""}, "e": ["", "y", " "], "f": [{}, {"g": ""}], "h": [{"g": ""}, {"g": "z"}, {}],
        });
        assert_eq!(told(&draft), json!({"a": "x", "e": ["", "y"], "h": [{}, {"g": "z"}]}));
    }
}
