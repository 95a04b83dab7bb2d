//! Walks a value along the schema and finds every place that does not fit:
//! serde alone would stop at the first.

use serde::Deserialize;
use serde_json::Value;

use super::error::input_finding;
use crate::finding::Finding;
use crate::modell::{Ags, Datum, Dezimal};
use crate::pointer::Pointer;
use crate::schema::{Kind, Node};

/// Names at least this alike (Jaro-Winkler) are suggested.
const ALIKE: f64 = 0.75;

/// Everything in `value` that the model cannot hold, in the document's order.
pub(super) fn check(root: Node, value: &Value) -> Vec<Finding> {
    let mut findings = Vec::new();
    visit(root, value, Pointer::ROOT, &mut findings);
    findings
}

fn visit(node: Node, value: &Value, at: Pointer<'_>, findings: &mut Vec<Finding>) {
    match (node.kind(), value) {
        (Kind::Object, Value::Object(fields)) => {
            for (key, value) in fields {
                match node.property(key) {
                    // `null` says that a part is missing.
                    Some(_) if value.is_null() => {}
                    Some(child) => visit(child, value, at.key(key), findings),
                    None => findings.push(place(unknown_field(node, key), at.key(key))),
                }
            }
        }
        (Kind::List(items), Value::Array(entries)) => {
            for (index, entry) in entries.iter().enumerate() {
                visit(items, entry, at.index(index), findings);
            }
        }
        (kind, value) => findings.extend(scalar(&kind, value).map(|finding| place(finding, at))),
    }
}

fn place(finding: Finding, at: Pointer<'_>) -> Finding {
    Finding { path: at.to_string(), ..finding }
}

/// What is wrong with a single value, if anything is.
fn scalar(kind: &Kind, value: &Value) -> Option<Finding> {
    match (kind, value) {
        (Kind::Text, Value::String(_)) | (Kind::Boolean, Value::Bool(_)) => None,
        (Kind::Datum, Value::String(text)) => datum(text),
        (Kind::Ags, Value::String(text)) => text
            .parse::<Ags>()
            .err()
            .map(|error| input_finding("invalid_format", error.to_string(), "Prüfen Sie die Ziffern.")),
        (Kind::Choice(choices), Value::String(text)) => unknown_value(choices, text),
        (Kind::Betrag, Value::String(_) | Value::Number(_)) => dezimal::<2>(value),
        (Kind::Zahl, Value::String(_) | Value::Number(_)) => dezimal::<4>(value),
        (Kind::Integer { minimum, maximum }, value) => {
            let number = value.as_u64().filter(|n| n >= minimum && maximum.is_none_or(|maximum| *n <= maximum));
            number
                .is_none()
                .then(|| wrong_type(&format!("eine ganze Zahl ab {minimum}"), number_remedy(*minimum, *maximum)))
        }
        (Kind::Boolean, _) => {
            Some(wrong_type("true oder false", "Schreiben Sie true oder false ohne Anführungszeichen."))
        }
        (Kind::Betrag, _) => Some(wrong_type("ein Betrag", "Schreiben Sie ihn in der Form \"1243.95\".")),
        (Kind::Zahl, _) => Some(wrong_type("eine Zahl", "Schreiben Sie sie in der Form \"7.8\".")),
        (Kind::Object, _) => Some(wrong_type("ein Objekt { … }", "Schreiben Sie die Felder in geschweifte Klammern.")),
        (Kind::List(_), _) => {
            Some(wrong_type("eine Liste [ … ]", "Setzen Sie auch einen einzelnen Eintrag in eckige Klammern."))
        }
        (Kind::Datum, _) => Some(wrong_type("ein Datum als Text", "Schreiben Sie es in der Form \"2027-06-30\".")),
        (Kind::Text | Kind::Ags | Kind::Choice(_), _) => {
            Some(wrong_type("ein Text", "Setzen Sie den Wert in gerade Anführungszeichen \"…\"."))
        }
    }
}

fn wrong_type(expected: &str, remedy: impl Into<String>) -> Finding {
    input_finding("wrong_type", format!("Hier wird {expected} erwartet."), remedy)
}

fn number_remedy(minimum: u64, maximum: Option<u64>) -> String {
    match maximum {
        None => String::new(),
        Some(maximum) if maximum <= minimum => format!("Möglich ist {minimum}."),
        Some(maximum) => format!("Möglich ist {minimum} bis {maximum}."),
    }
}

fn dezimal<const STELLEN: u32>(value: &Value) -> Option<Finding> {
    let error = Dezimal::<STELLEN>::deserialize(value).err()?;
    // Without a comma a point may be meant as one: „163.145“ is not 163145.
    let german = value.as_str().filter(|text| text.contains(','));
    let german = german.and_then(|text| Dezimal::<STELLEN>::parse_deutsch(text.trim()).ok());
    let remedy = german.map_or_else(
        || "Schreiben Sie nur Ziffern, und einen Punkt vor den Nachkommastellen.".to_owned(),
        |number| format!("Schreiben Sie „{number}“."),
    );
    Some(input_finding("invalid_format", error.to_string(), remedy))
}

fn datum(text: &str) -> Option<Finding> {
    let error = text.parse::<Datum>().err()?;
    let remedy = Datum::parse_deutsch(text.trim()).map_or_else(
        |_| "Schreiben Sie zuerst das Jahr, dann Monat und Tag mit je zwei Ziffern.".to_owned(),
        |datum| format!("Schreiben Sie „{datum}“."),
    );
    Some(input_finding("invalid_format", error.to_string(), remedy))
}

fn unknown_field(node: Node, key: &str) -> Finding {
    let remedy = nearest(key, node.property_names()).map_or_else(
        || known(&node.property_names().collect::<Vec<_>>()),
        |name| format!("Gemeint ist vielleicht „{name}“."),
    );
    input_finding("unknown_field", "Dieses Feld gibt es hier nicht.", remedy)
}

/// The names to choose from, unless there are too many to read.
fn known(names: &[&str]) -> String {
    const MOST: usize = 40;
    if names.len() > MOST {
        "Die bekannten Namen stehen im Schema.".to_owned()
    } else {
        format!("Bekannt sind: {}.", names.join(", "))
    }
}

fn unknown_value(choices: &'static [Value], text: &str) -> Option<Finding> {
    let names = || choices.iter().filter_map(Value::as_str);
    if names().any(|name| name == text) {
        return None;
    }
    let remedy = nearest(text, names()).map_or_else(
        || format!("Möglich sind: {}.", names().collect::<Vec<_>>().join(", ")),
        |name| format!("Gemeint ist vielleicht „{name}“."),
    );
    Some(input_finding("unknown_value", "Dieser Wert gehört nicht zur Auswahl.", remedy))
}

/// The name that is most alike, if one is alike enough. Spelling with umlauts,
/// capitals or hyphens counts as the same.
fn nearest<'a>(text: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    // Comparing is quadratic in the length, and no name is that long.
    let text: String = text.chars().take(100).collect();
    let text = text
        .to_lowercase()
        .replace('ä', "ae")
        .replace('ö', "oe")
        .replace('ü', "ue")
        .replace('ß', "ss")
        .replace([' ', '-'], "_");
    names
        .map(|name| (strsim::jaro_winkler(&text, name), name))
        .filter(|(alike, _)| *alike >= ALIKE)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, name)| name)
}
