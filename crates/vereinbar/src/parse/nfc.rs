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

    #[test]
    fn letters_of_din_91379_stay_as_the_norm_has_them() {
        let list = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/din_91379/din_91379_latin_list_1.3.txt");
        let list = std::fs::read_to_string(list).unwrap();
        let mut checked = 0;
        for line in list.lines() {
            let code_points = line.split(';').nth(2).unwrap().split_whitespace();
            let text: String =
                code_points.map(|hex| char::from_u32(u32::from_str_radix(hex, 16).unwrap()).unwrap()).collect();
            let json = serde_json::json!({"art": "leq_vereinbarung", "traeger": {"name": format!("–{text}–")}});
            let read = parse(&json.to_string()).unwrap();
            assert_eq!(read.traeger().name, Some(format!("–{text}–")), "{line}");
            checked += 1;
        }
        assert!(checked > 900, "{checked}");
    }
}
