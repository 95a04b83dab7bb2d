//! Generates the schemas and brings them into their published form.

use schemars::generate::SchemaSettings;
use schemars::transform::transform_subschemas;
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};

use crate::auswertung::Auswertung;
use crate::entgelt::Berechnung;
use crate::limits::{MAX_LIST_ITEMS, MAX_TEXT_CHARS};
use crate::modell::{Art, of_kind};

/// The version of the published schemas (semantic versioning): the first number
/// is the highest `fassung`. It is part of each schema's `$id`;
/// `schema/README.md` says what changes it.
pub const SCHEMA_VERSION: &str = "2.0.0";

/// The keyword that marks a text of several lines.
pub(super) const HAS_LINES: &str = "x-mehrzeilig";

const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";
/// For who finds the file and wants to change it.
const COMMENT: &str = "Erzeugt; nicht von Hand ändern: make update";

/// The schema of one kind.
pub(super) fn schema_of_kind(art: Art) -> Value {
    let generator = settings().into_generator();
    with_unique_codes(published(of_kind!(art, Kind => generator.into_root_schema_for::<Kind>()), &id(art.as_str())))
}

/// The schema of the calculation, which is only written, never read.
pub(super) fn berechnung() -> Value {
    published(settings().for_serialize().into_generator().into_root_schema_for::<Berechnung>(), &id("berechnung"))
}

/// The schema of the evaluation, which is only written, and as long as it has to be.
pub(super) fn auswertung() -> Value {
    let mut schema = settings().for_serialize().into_generator().into_root_schema_for::<Auswertung>();
    drop_limits(&mut schema);
    published(schema, &id("auswertung"))
}

/// The schema of all kinds: a `oneOf` over their definitions.
pub(super) fn schema_of_all_kinds() -> Value {
    let mut generator = settings().into_generator();
    let kinds: Vec<Schema> =
        Art::ALL.iter().map(|art| of_kind!(art, Kind => generator.subschema_for::<Kind>())).collect();
    let definitions = generator.take_definitions(true);
    with_unique_codes(json!({
        "$schema": DIALECT,
        "$id": id("vereinbarung"),
        "$comment": COMMENT,
        "title": "Vereinbarung",
        "description": "Eine Vereinbarung der Jugendhilfe; das Feld „art“ sagt, welche.",
        "oneOf": kinds,
        "$defs": definitions,
    }))
}

/// The schema of another file that is read.
pub(crate) fn of<T: JsonSchema>(name: &str) -> Value {
    published(settings().into_generator().into_root_schema_for::<T>(), &id(name))
}

/// The schema of something that is only written, and as long as it has to be.
#[doc(hidden)]
#[must_use]
pub fn of_written<T: JsonSchema>(name: &str) -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize().with_transform(publish_written as fn(&mut Schema));
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    let mut published = published(schema.clone(), &id(name));
    // What kinds of lines there are.
    if let (Some(published), Some(variants)) = (published.as_object_mut(), schema.remove("oneOf")) {
        published.insert("oneOf".to_owned(), variants);
    }
    published
}

/// Puts first what a reader looks for first.
fn published(mut schema: Schema, id: &str) -> Value {
    let schema = schema.ensure_object();
    let mut ordered = Map::new();
    ordered.insert("$schema".to_owned(), DIALECT.into());
    ordered.insert("$id".to_owned(), id.into());
    ordered.insert("$comment".to_owned(), COMMENT.into());
    for key in ["title", "description", "type", "additionalProperties", "required", "properties", "$defs"] {
        ordered.extend(schema.remove_entry(key));
    }
    ordered.into()
}

/// A URN, since the schema is the same wherever a copy of it lies.
pub(super) fn id(name: &str) -> String {
    format!("urn:vereinbar:schema:{name}:{SCHEMA_VERSION}")
}

fn settings() -> SchemaSettings {
    SchemaSettings::draft2020_12().for_deserialize().with_transform(publish as fn(&mut Schema))
}

/// Brings one generated schema, and those in it, into the published form.
fn publish(schema: &mut Schema) {
    if let Some(object) = schema.as_object_mut() {
        keep_first_paragraph(object);
        drop_null(object);
        drop_default(object);
        one_of_constants_to_enum(object);
        one_code_to_const(object);
        mark_entries(object);
        add_limits(object);
    }
    transform_subschemas(&mut (publish as fn(&mut Schema)), schema);
}

/// The same for what is only written: `null` stands where nothing is to be said.
fn publish_written(schema: &mut Schema) {
    if let Some(object) = schema.as_object_mut() {
        keep_first_paragraph(object);
        drop_default(object);
        one_of_constants_to_enum(object);
        // The size of an integer in memory says nothing to a reader.
        if object.get("format").and_then(Value::as_str).is_some_and(|format| format.starts_with("uint")) {
            object.remove("format");
        }
    }
    transform_subschemas(&mut (publish_written as fn(&mut Schema)), schema);
}

/// What follows the first paragraph of a doc comment is for readers of the
/// Rust documentation.
fn keep_first_paragraph(object: &mut Map<String, Value>) {
    if let Some(Value::String(description)) = object.get_mut("description")
        && let Some(end) = description.find("\n\n")
    {
        description.truncate(end);
    }
}

/// The contract is "leave out what is missing". `parse` reads `null` as missing
/// too, but a file that is published or exchanged does not need it.
fn drop_null(object: &mut Map<String, Value>) {
    if let Some(Value::Array(types)) = object.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            object.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(options)) = object.get_mut("anyOf") {
        options.retain(|option| option["type"] != "null");
        if let [Value::Object(only)] = options.as_slice() {
            let only = only.clone();
            object.remove("anyOf");
            for (key, value) in only {
                object.entry(key).or_insert(value);
            }
        }
    }
}

/// The default of a part is that it is missing: `{}`, `[]` and `null` say no more.
fn drop_default(object: &mut Map<String, Value>) {
    let says_nothing = match object.get("default") {
        Some(Value::Object(map)) => map.is_empty(),
        Some(Value::Array(list)) => list.is_empty(),
        Some(Value::Null) => true,
        _ => false,
    };
    if says_nothing {
        object.remove("default");
    }
}

/// schemars writes a documented enum as `oneOf` constants, which code generators
/// choke on. Published is a plain `enum`; the entries' titles go into
/// `x-bezeichnungen`, shorter words into `x-kurzbezeichnungen` where there are some,
/// their descriptions into the description.
fn one_of_constants_to_enum(object: &mut Map<String, Value>) {
    let Some(Value::Array(options)) = object.get("oneOf") else { return };
    if !options.iter().all(|option| option["const"].is_string()) {
        return;
    }
    let options = options.clone();
    let mut values = Vec::new();
    let mut titles = Map::new();
    let mut short = Map::new();
    let mut lines = Vec::new();
    for option in &options {
        let value = option["const"].as_str().unwrap_or_default();
        let title = option["title"].as_str().unwrap_or(value);
        values.push(Value::from(value));
        titles.insert(value.to_owned(), title.into());
        if let Some(word) = option.get("x-kurzbezeichnung") {
            short.insert(value.to_owned(), word.clone());
        }
        if let Some(description) = option["description"].as_str() {
            let first = description.split("\n\n").next().unwrap_or_default();
            lines.push(format!("{title}: {first}"));
        }
    }
    object.remove("oneOf");
    object.insert("type".to_owned(), "string".into());
    object.insert("enum".to_owned(), values.into());
    object.insert("x-bezeichnungen".to_owned(), titles.into());
    if !short.is_empty() {
        object.insert("x-kurzbezeichnungen".to_owned(), short.into());
    }
    if !lines.is_empty() {
        let description = object.get("description").and_then(Value::as_str).unwrap_or_default();
        let description = format!("{description}\n{}", lines.join("\n"));
        object.insert("description".to_owned(), description.trim().into());
    }
}

/// A field with one possible value, such as `art`, says so: form builders fill it in.
fn one_code_to_const(object: &mut Map<String, Value>) {
    if let Some([only]) = object.get("enum").and_then(Value::as_array).map(Vec::as_slice) {
        let only = only.clone();
        object.insert("const".to_owned(), only);
    }
}

/// A list is marked where its field is declared, but it is its entries that have lines.
fn mark_entries(object: &mut Map<String, Value>) {
    if object.get("type").is_some_and(|name| name == "array")
        && let Some(mark) = object.remove(HAS_LINES)
        && let Some(Value::Object(items)) = object.get_mut("items")
    {
        items.insert(HAS_LINES.to_owned(), mark);
    }
}

/// A code stands once in its list. `definitions` are those that entries refer to.
fn make_lists_of_codes_unique(schema: &mut Value, definitions: &Map<String, Value>) {
    match schema {
        Value::Object(object) => {
            let is_code = object.get("items").is_some_and(|items| {
                let target = items["$ref"].as_str().and_then(|target| target.rsplit('/').next());
                let items = target.and_then(|name| definitions.get(name)).unwrap_or(items);
                items["enum"].is_array()
            });
            if is_code {
                object.insert("uniqueItems".to_owned(), true.into());
            }
            object.values_mut().for_each(|value| make_lists_of_codes_unique(value, definitions));
        }
        Value::Array(entries) => entries.iter_mut().for_each(|entry| make_lists_of_codes_unique(entry, definitions)),
        _ => {}
    }
}

/// As [`make_lists_of_codes_unique`], for a whole schema.
fn with_unique_codes(mut schema: Value) -> Value {
    let definitions = schema.get("$defs").and_then(Value::as_object).cloned().unwrap_or_default();
    make_lists_of_codes_unique(&mut schema, &definitions);
    schema
}

fn add_limits(object: &mut Map<String, Value>) {
    match object.get("type").and_then(Value::as_str) {
        Some("array") => {
            object.insert("maxItems".to_owned(), MAX_LIST_ITEMS.into());
        }
        Some("string") if !["enum", "const", "pattern"].iter().any(|key| object.contains_key(*key)) => {
            object.insert("maxLength".to_owned(), MAX_TEXT_CHARS.into());
        }
        _ => {}
    }
}

fn drop_limits(schema: &mut Schema) {
    schema.remove("maxItems");
    schema.remove("maxLength");
    transform_subschemas(&mut (drop_limits as fn(&mut Schema)), schema);
}
