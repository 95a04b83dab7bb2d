//! What holds for every text and every list, wherever it stands.

use serde_json::Value;

use super::checking::checker::Checker;
use super::checking::rule::rules;
use super::number_ranges::RANGES;
use crate::characters::{Excess, MAX_DIRECTIONS, MAX_IN_A_ROW, excess, is_printable};
use crate::limits::{MAX_LIST_ITEMS, MAX_TEXT_CHARS, MAX_VEREINBARUNG_BYTES};
use crate::modell::Art;
use crate::pointer::Pointer;

rules! {
    VEREINBARUNG_TOO_LARGE: "vereinbarung_too_large", LIMIT,
        "Die Vereinbarung ist größer als 1 MiB.",
        "Kürzen Sie die Texte, oder verweisen Sie auf Anlagen.",
        "Grenzen von vereinbar";
    TEXT_TOO_LONG: "text_too_long", LIMIT,
        "Der Text ist länger als 10.000 Zeichen.",
        "Kürzen Sie ihn, oder verweisen Sie auf eine Anlage.",
        "Grenzen von vereinbar";
    LIST_TOO_LONG: "list_too_long", LIMIT,
        "Die Liste hat mehr als 200 Einträge.",
        "Kürzen Sie sie, oder teilen Sie die Vereinbarung auf.",
        "Grenzen von vereinbar";
    MARKS_TOO_MANY: "marks_too_many", LIMIT,
        "Der Text enthält zu viele Zeichen hintereinander, die keinen Platz einnehmen: Akzente oder unsichtbare Zeichen.",
        "Schreiben Sie die Stelle neu; meist stammen sie aus einer beschädigten Datei.",
        "Grenzen von vereinbar; Unicode Standard Annex #15, Stream-Safe Text Format";
    DIRECTIONS_TOO_DEEP: "directions_too_deep", LIMIT,
        "Der Text enthält zu viele ineinander verschachtelte Zeichen für die Schreibrichtung.",
        "Schreiben Sie die Stelle neu; meist stammen sie aus einer beschädigten Datei.",
        "Grenzen von vereinbar";
    CHARACTER_UNPRINTABLE: "character_unprintable", DOUBT,
        "Der Text enthält ein Zeichen, das die Schriften nicht haben.",
        "Ersetzen Sie es; im Dokument erscheint an seiner Stelle das Ersatzzeichen �.",
        "DIN 91379: die Schriften enthalten alle dort genannten Zeichen";
    NUMBER_OUT_OF_RANGE: "number_out_of_range", LIMIT,
        "Die Zahl liegt außerhalb dessen, was hier möglich ist.",
        "Prüfen Sie sie.",
        "Datenformat";
}

/// At most this many code points are named in one finding.
const NAMED: usize = 5;

/// Checks the agreement as `value`.
///
/// No schema is needed: only who has something to say asks it for the words.
pub(super) fn check(checker: &Checker<'_>, value: &Value) {
    // Hardly any comes near, and then it is not written to be measured.
    if longest_json(value) > MAX_VEREINBARUNG_BYTES && value.to_string().len() > MAX_VEREINBARUNG_BYTES {
        checker.report(&VEREINBARUNG_TOO_LARGE, Pointer::ROOT);
    }
    visit(checker, Pointer::ROOT, value);
}

/// As many bytes as the JSON of a value has at most, without white space.
fn longest_json(value: &Value) -> usize {
    /// What a byte of a text becomes at most: `\u0001`.
    const ESCAPED: usize = 6;
    /// Quotation marks, colon and comma; also the longest number, `null` and `false`.
    const AROUND: usize = 24;
    let inside = match value {
        Value::String(text) => ESCAPED * text.len(),
        Value::Array(entries) => entries.iter().map(longest_json).sum(),
        Value::Object(fields) => fields.iter().map(|(key, field)| ESCAPED * key.len() + longest_json(field)).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) => 0,
    };
    AROUND + inside
}

fn visit(checker: &Checker<'_>, at: Pointer<'_>, value: &Value) {
    match value {
        Value::String(text) => check_text(checker, at, text),
        Value::Array(entries) => {
            if entries.len() > MAX_LIST_ITEMS {
                let message = format!("Die Liste hat {} Einträge; möglich sind {MAX_LIST_ITEMS}.", entries.len());
                checker.report(LIST_TOO_LONG.saying(message), at);
            }
            for (index, entry) in entries.iter().enumerate() {
                visit(checker, at.index(index), entry);
            }
        }
        Value::Object(fields) => {
            for (key, field) in fields {
                visit(checker, at.key(key), field);
            }
        }
        Value::Number(number) => {
            if let Some(number) = number.as_u64()
                && let Some((minimum, maximum)) = range(checker.art, &at.to_string())
            {
                check_number(checker, at, number, minimum, maximum);
            }
        }
        Value::Null | Value::Bool(_) => {}
    }
}

/// The range of the whole number at a place.
fn range(art: Art, pointer: &str) -> Option<(u64, u64)> {
    let is_at = |pattern: &str| {
        let mut steps = pointer.split('/');
        pattern.split('/').all(|part| steps.next().is_some_and(|step| part == "*" || part == step))
            && steps.next().is_none()
    };
    let of_its_kind = RANGES.iter().filter(|(kind, ..)| *kind == art.as_str());
    of_its_kind.copied().find(|(_, pattern, ..)| is_at(pattern)).map(|(_, _, minimum, maximum)| (minimum, maximum))
}

fn check_number(checker: &Checker<'_>, at: Pointer<'_>, number: u64, minimum: u64, maximum: u64) {
    if !(minimum..=maximum).contains(&number) {
        let message = format!("Die Zahl ist {number}; möglich ist {minimum} bis {maximum}.");
        checker.report(NUMBER_OUT_OF_RANGE.saying(message), at);
    }
}

fn check_text(checker: &Checker<'_>, at: Pointer<'_>, text: &str) {
    // Bytes are never fewer than characters, so short texts need no counting.
    if text.len() > MAX_TEXT_CHARS {
        let count = text.chars().count();
        if count > MAX_TEXT_CHARS {
            let message = format!("Der Text hat {count} Zeichen; möglich sind {MAX_TEXT_CHARS}.");
            checker.report(TEXT_TOO_LONG.saying(message), at);
        }
    }
    match excess(text) {
        Some(Excess::Marks) => {
            let message = format!(
                "Der Text enthält mehr als {MAX_IN_A_ROW} Zeichen hintereinander, die keinen Platz einnehmen: Akzente \
                 oder unsichtbare Zeichen."
            );
            checker.report(MARKS_TOO_MANY.saying(message), at);
        }
        Some(Excess::Directions) => {
            let message = format!(
                "Der Text enthält mehr als {MAX_DIRECTIONS} ineinander verschachtelte Zeichen für die Schreibrichtung."
            );
            checker.report(DIRECTIONS_TOO_DEEP.saying(message), at);
        }
        None => {}
    }
    let mut unprintable: Vec<char> = Vec::new();
    for character in text.chars().filter(|character| !is_printable(*character)) {
        if !unprintable.contains(&character) && unprintable.len() <= NAMED {
            unprintable.push(character);
        }
    }
    if !unprintable.is_empty() {
        checker.report(CHARACTER_UNPRINTABLE.saying(unprintable_message(&unprintable)), at);
    }
}

fn unprintable_message(characters: &[char]) -> String {
    let names: Vec<String> =
        characters.iter().take(NAMED).map(|&character| format!("U+{:04X}", u32::from(character))).collect();
    let more = if characters.len() > NAMED { " und weitere" } else { "" };
    format!("Der Text enthält Zeichen, die die Schriften nicht haben: {}{more}.", names.join(", "))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn no_json_is_longer_than_its_bound() {
        for value in [
            json!(null),
            json!(false),
            json!(u64::MAX),
            json!(-1.797_693_134_862_315_7e308),
            json!("\u{1}\"\\ä"),
            json!([[], {}, "", [null, true]]),
            json!({"\u{1}\u{2}": {"": "\u{1f}".repeat(50)}, "b": [1, 2, 3]}),
        ] {
            assert!(longest_json(&value) >= value.to_string().len(), "{value}");
        }
    }
}
