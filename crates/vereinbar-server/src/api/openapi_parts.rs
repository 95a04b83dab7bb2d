//! What the descriptions of all calls are made of.

#![expect(clippy::indexing_slicing, reason = "what is missing in JSON is made")]

use serde_json::{Map, Value, json};
use vereinbar::limits::{MAX_PPI, MIN_PPI};
use vereinbar::{Ausfuellhilfe, Stage, Standard, Wortlaut};

pub(super) fn codes<'a>(codes: impl Iterator<Item = &'a str>) -> Value {
    json!({"type": "string", "enum": codes.collect::<Vec<_>>()})
}

/// What the guard refuses, whatever is asked for.
const REFUSED: [&str; 2] = ["403", "421"];

/// What an operation answers, and what may go wrong: with all that every operation may be refused for.
pub(super) fn with_problems(mut answers: Value, statuses: &[&str]) -> Value {
    let mut statuses = [statuses, &REFUSED].concat();
    statuses.sort_unstable();
    for status in statuses {
        answers[status] = problem(status);
    }
    answers
}

pub(super) fn problem(status: &str) -> Value {
    let description = match status {
        "400" => "An option is unknown, or its value.",
        "401" => "The token is missing or wrong.",
        "403" => "The request comes from the page of another site.",
        "404" => "There is no such kind.",
        "408" => "The request did not arrive, or was not done, within a minute.",
        "413" => "The body is too large.",
        "415" => "The body is of another type.",
        "421" => "The service is not reached under the name in `Host`.",
        "422" => {
            "What was sent is not as it has to be, or takes too much: `findings` says why, or `detail` where no finding does."
        }
        "500" => "A fault of the program.",
        "503" => "Too many tasks wait; `Retry-After` says when to try again.",
        "507" => "There is no room to keep the files for the time of the call.",
        _ => "The task took too long.",
    };
    json!({"description": description, "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}})
}

/// An option of a document.
pub(super) fn parameter(name: &str) -> Value {
    let (description, schema) = match name {
        "stage" => ("What it is checked for.", codes(Stage::ALL.iter().map(|stage| stage.as_str()))),
        "stichtag" => {
            ("The day that stands for today; the clock is never read.", json!({"type": "string", "format": "date"}))
        }
        "standard" => ("The PDF standard.", codes(Standard::ALL.iter().map(|standard| standard.as_str()))),
        "ausfuellhilfe" => {
            ("Whether the Ausfüllhilfe is printed.", codes(Ausfuellhilfe::ALL.iter().map(|choice| choice.as_str())))
        }
        "wortlaut" => ("Whose words the form has.", codes(Wortlaut::ALL.iter().map(|choice| choice.as_str()))),
        "require_complete" => {
            ("Refuse an agreement that is not ready to be signed.", json!({"type": "boolean", "default": false}))
        }
        "fillable" => ("A form to fill in with any PDF reader.", json!({"type": "boolean", "default": false})),
        "signature_fields" => ("With an empty field for each signature.", json!({"type": "boolean", "default": false})),
        "pages" => {
            ("Which pages: `all`, or numbers and ranges such as `1,3-5`.", json!({"type": "string", "default": "1"}))
        }
        "ppi" => {
            ("Pixels per inch.", json!({"type": "number", "minimum": MIN_PPI, "maximum": MAX_PPI, "default": 110}))
        }
        _ => ("", Value::Null),
    };
    json!({"name": name, "in": "query", "description": description, "schema": schema})
}

/// Takes a published schema in under that name, its definitions beside it.
pub(super) fn take_in(schemas: &mut Map<String, Value>, name: &str, schema: &Value) {
    let mut own = schema.clone();
    if let Some(fields) = own.as_object_mut() {
        let definitions = fields.shift_remove("$defs");
        for key in ["$schema", "$id", "$comment"] {
            fields.shift_remove(key);
        }
        for (key, definition) in definitions.as_ref().and_then(Value::as_object).into_iter().flatten() {
            let mut definition = definition.clone();
            refer(&mut definition);
            schemas.entry(key.clone()).or_insert(definition);
        }
    }
    refer(&mut own);
    schemas.insert(name.to_owned(), own);
}

/// Refers to where definitions are in a description.
fn refer(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            if let Some(Value::String(target)) = fields.get_mut("$ref") {
                *target = target.replace("#/$defs/", "#/components/schemas/");
            }
            fields.values_mut().for_each(refer);
        }
        Value::Array(entries) => entries.iter_mut().for_each(refer),
        _ => {}
    }
}
