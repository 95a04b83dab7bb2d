//! One spelling of each letter: what is read is kept in the normal form NFC (UAX #15), in
//! which DIN 91379 has its letters and sequences. Files from a Mac often have `u` and the
//! dots as two characters, which look like `ü` and are not equal to it.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc_quick};

/// Characters before this one are never changed by NFC.
const FIRST_MARK: char = '\u{300}';

/// Whether the text of a JSON file may hold what is not NFC. Mostly not, and that is told
/// without looking at what its letters are.
pub(super) fn may_change(json: &str) -> bool {
    // What is escaped is seen once it is read.
    json.contains("\\u") || !is_nfc(json)
}

fn is_nfc(text: &str) -> bool {
    text.chars().all(|c| c < FIRST_MARK) || is_nfc_quick(text.chars()) == IsNormalized::Yes
}

/// The same with every text in NFC.
pub(super) fn normalized<T: Serialize + DeserializeOwned>(read: T) -> T {
    let json = serde_json::to_value(&read).unwrap_or_default();
    let mut changed = json.clone();
    visit(&mut changed);
    if changed == json {
        return read;
    }
    // What was just written is read again but for its letters.
    serde_json::from_value(changed).unwrap_or(read)
}

fn visit(value: &mut Value) {
    match value {
        Value::String(text) => {
            if !is_nfc(text) {
                *text = text.nfc().collect();
            }
        }
        Value::Array(entries) => entries.iter_mut().for_each(visit),
        Value::Object(fields) => fields.values_mut().for_each(visit),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use crate::parse;

    #[test]
    fn what_is_read_is_nfc_however_it_was_written() {
        let written = |name: &str| {
            format!(r#"{{"art": "leq_vereinbarung", "traeger": {{"name": "{name}"}}, "einrichtung": {{"name": "x"}}}}"#)
        };
        let composed = parse(&written("Größer Jugendhilfe")).unwrap();
        for name in ["Gro\u{308}ßer Jugendhilfe", "Gro\\u0308ßer Jugendhilfe", "Gr\\u00f6\\u00dfer Jugendhilfe"] {
            assert_eq!(parse(&written(name)).unwrap(), composed, "{name}");
        }
        assert!(composed.to_json().contains("Größer"));
        // A mark that follows an escaped line feed is no part of the escape.
        let marked = parse(&written("a\\n\u{303}b")).unwrap();
        assert_eq!(marked.traeger().name.as_deref(), Some("a\n\u{303}b"));
    }
}
