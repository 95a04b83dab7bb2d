//! What is wrong with a single value, and how to say it.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::finding_codes;
use crate::finding::Finding;
use crate::modell::{Ags, Betrag, Datum, Dezimal, Zahl};
use crate::schema::{Kind, Node};
use crate::spelling::{fold, likeness, nearest};

/// Names at least this alike are suggested.
const ALIKE: f64 = 0.75;

/// A single value; of a list or an object only that it is one.
pub(super) fn read(json: &str) -> Value {
    match json.as_bytes().first() {
        Some(b'{') => Value::Object(Map::new()),
        Some(b'[') => Value::Array(Vec::new()),
        _ => serde_json::from_str(json).unwrap_or_default(),
    }
}

/// Whether a single value may stand here.
pub(super) fn fits(node: Node, value: &Value) -> bool {
    match (node.kind(), value) {
        (Kind::Text | Kind::Zeitangabe | Kind::Plz, Value::String(_)) | (Kind::Boolean, Value::Bool(_)) => true,
        (Kind::Datum, Value::String(text)) => text.parse::<Datum>().is_ok(),
        (Kind::Ags, Value::String(text)) => text.parse::<Ags>().is_ok(),
        (Kind::Code, Value::String(text)) => node.codes().any(|code| code == text),
        (Kind::Betrag, Value::String(_) | Value::Number(_)) => Betrag::deserialize(value).is_ok(),
        (Kind::Zahl, Value::String(_) | Value::Number(_)) => Zahl::deserialize(value).is_ok(),
        (Kind::Integer, Value::Number(number)) => number.as_u64().is_some_and(|number| {
            number >= node.minimum().unwrap_or_default() && node.maximum().is_none_or(|maximum| number <= maximum)
        }),
        _ => false,
    }
}

/// What is wrong with a value that does not fit.
pub(super) fn misfit(node: Node, value: &Value) -> Finding {
    match (node.kind(), value) {
        (Kind::Datum, Value::String(text)) => datum(text),
        (Kind::Ags, Value::String(text)) => {
            let error = text.parse::<Ags>().err().map(|error| error.to_string());
            finding_codes::INVALID_FORMAT.saying(error.unwrap_or_default(), "Prüfen Sie die Ziffern.")
        }
        (Kind::Code, Value::String(text)) => unknown_code(node, text),
        (Kind::Betrag, Value::String(_) | Value::Number(_)) => dezimal::<2>(value),
        (Kind::Zahl, Value::String(_) | Value::Number(_)) => dezimal::<4>(value),
        (Kind::Integer, _) => {
            let minimum = node.minimum().unwrap_or_default();
            wrong_type(&format!("eine ganze Zahl ab {minimum}"), range(minimum, node.maximum()))
        }
        (Kind::Boolean, _) => wrong_type("true oder false", "Schreiben Sie true oder false ohne Anführungszeichen."),
        (Kind::Betrag, _) => wrong_type("ein Betrag", "Schreiben Sie ihn in der Form \"1243.95\"."),
        (Kind::Zahl, _) => wrong_type("eine Zahl", "Schreiben Sie sie in der Form \"7.8\"."),
        (Kind::Object, _) => {
            let names: Vec<&str> = node.properties().map(|(name, _)| name).collect();
            let remedy = format!("Schreiben Sie die Felder in geschweifte Klammern. {}", known(&names));
            wrong_type("ein Objekt { … }", remedy)
        }
        (Kind::List, _) => {
            wrong_type("eine Liste [ … ]", "Setzen Sie auch einen einzelnen Eintrag in eckige Klammern.")
        }
        (Kind::Datum, _) => wrong_type("ein Datum als Text", "Schreiben Sie es in der Form \"2027-06-30\"."),
        (Kind::Text | Kind::Zeitangabe | Kind::Plz | Kind::Ags | Kind::Code, _) => {
            wrong_type("ein Text", "Setzen Sie den Wert in gerade Anführungszeichen \"…\".")
        }
    }
}

fn wrong_type(expected: &str, remedy: impl Into<String>) -> Finding {
    finding_codes::WRONG_TYPE.saying(format!("Hier wird {expected} erwartet."), remedy)
}

fn range(minimum: u64, maximum: Option<u64>) -> String {
    match maximum {
        None => String::new(),
        Some(maximum) if maximum <= minimum => format!("Möglich ist {minimum}."),
        Some(maximum) => format!("Möglich ist {minimum} bis {maximum}."),
    }
}

fn dezimal<const STELLEN: u32>(value: &Value) -> Finding {
    let error = Dezimal::<STELLEN>::deserialize(value).err().map(|error| error.to_string());
    // Without a comma a point may be meant as one: „163.145“ is not 163145.
    let german = value.as_str().filter(|text| text.contains(','));
    let german = german.and_then(|text| Dezimal::<STELLEN>::parse_deutsch(text.trim()).ok());
    let remedy = german.map_or_else(
        || "Schreiben Sie nur Ziffern, und einen Punkt vor den Nachkommastellen.".to_owned(),
        |number| format!("Schreiben Sie „{number}“."),
    );
    finding_codes::INVALID_FORMAT.saying(error.unwrap_or_default(), remedy)
}

fn datum(text: &str) -> Finding {
    let error = text.parse::<Datum>().err().map(|error| error.to_string());
    let remedy = Datum::parse_deutsch(text.trim()).or_else(|_| without_time(text).parse()).map_or_else(
        |_| "Schreiben Sie zuerst das Jahr, dann Monat und Tag mit je zwei Ziffern.".to_owned(),
        |datum| format!("Schreiben Sie „{datum}“."),
    );
    finding_codes::INVALID_FORMAT.saying(error.unwrap_or_default(), remedy)
}

/// What stands before the time of day: `2027-01-01 00:00:00`, as programs write a day of a table.
fn without_time(text: &str) -> &str {
    text.trim().split([' ', 'T']).next().unwrap_or_default()
}

/// A field that the schema does not have.
pub(super) fn unknown_field(node: Node, name: &str) -> Finding {
    let names = || node.properties().map(|(name, _)| name);
    let remedy = meant(name, names()).unwrap_or_else(|| known(&names().collect::<Vec<_>>()));
    finding_codes::UNKNOWN_FIELD.saying("Dieses Feld gibt es hier nicht.", remedy)
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

fn unknown_code(node: Node, text: &str) -> Finding {
    let remedy = meant(text, node.codes())
        .unwrap_or_else(|| format!("Möglich sind: {}.", node.codes().collect::<Vec<_>>().join(", ")));
    finding_codes::UNKNOWN_VALUE.saying("Dieser Wert gehört nicht zur Auswahl.", remedy)
}

fn meant(text: &str, names: impl Iterator<Item = &'static str>) -> Option<String> {
    let text = fold(text);
    let name = nearest(names, ALIKE, |name| likeness(&text, name))?;
    Some(format!("Gemeint ist vielleicht „{name}“."))
}
