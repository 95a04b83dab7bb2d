//! What a draft says, without the empty fields and rows that it shows.

use serde_json::{Map, Value};
use vereinbar::modell::Filled;

/// The same without what says nothing. Rows keep their numbers: an empty one in between
/// stays, and one at the end goes.
pub(super) fn told(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let told: Map<String, Value> = fields
                .iter()
                .filter(|(_, value)| value.is_filled())
                .map(|(key, value)| (key.clone(), told(value)))
                .collect();
            told.into()
        }
        Value::Array(entries) => {
            let end = entries.iter().rposition(Filled::is_filled).map_or(0, |last| last + 1);
            entries.iter().take(end).map(told).collect()
        }
        Value::String(text) => text.trim().into(),
        other => other.clone(),
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
