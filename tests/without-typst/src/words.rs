//! The words for codes stand once, in the `codes!` of the enum: the templates get them
//! from there, and no other source holds a dictionary of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};
use vereinbar::{Art, auswertung_schema, berechnung_schema, profile_schema, schema};
use vereinbar_tests::{check_json_reference, root};

/// The definitions of the schemas that have words, by the name of their enum.
fn published() -> Map<String, Value> {
    let schemas = Art::ALL.iter().map(|art| schema(Some(*art))).chain([berechnung_schema(), auswertung_schema()]);
    schemas
        .flat_map(|schema| schema["$defs"].as_object().unwrap())
        .filter(|(_, definition)| definition["x-bezeichnungen"].is_object())
        .map(|(name, definition)| (name.clone(), definition.clone()))
        .collect()
}

#[test]
fn templates_have_the_words_of_the_model() {
    let words: Map<String, Value> = published()
        .into_iter()
        .map(|(name, definition)| {
            let mut words = json!({"lang": definition["x-bezeichnungen"]});
            if let Some(short) = definition.get("x-kurzbezeichnungen") {
                words["kurz"] = short.clone();
            }
            (name, words)
        })
        .collect();
    check_json_reference("templates/gemeinsam/bezeichnungen.json", &words.into());
}

/// The default texts that the schema offers, by the pointer to their field.
fn default_texts(schema: &Value, part: &Value, pointer: &str, texts: &mut Map<String, Value>) {
    let part = part["items"].as_object().map_or(part, |_| &part["items"]);
    let part = match part["$ref"].as_str() {
        Some(reference) => schema.pointer(reference.trim_start_matches('#')).unwrap(),
        None => part,
    };
    for (name, field) in part["properties"].as_object().into_iter().flatten() {
        let pointer = format!("{pointer}/{name}");
        if let Some(text) = field.get("x-vorgabe") {
            texts.insert(pointer.clone(), text.clone());
        }
        default_texts(schema, field, &pointer, texts);
    }
}

#[test]
fn templates_have_the_default_texts_of_the_model() {
    let schema = schema(Some(Art::LeqVereinbarung));
    let mut texts = Map::new();
    default_texts(schema, schema, "", &mut texts);
    assert!(texts.len() > 3, "{texts:?}");
    check_json_reference("templates/leq_vereinbarung/vorgaben.json", &texts.into());
}

/// A piece of source code: enough of each language to tell names, texts and signs.
#[derive(Debug, PartialEq)]
enum Piece {
    Name(String),
    Text(String),
    Sign(char),
}

fn pieces(source: &str, comment: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with(comment) {
            rest.find('\n').unwrap_or(rest.len())
        } else if let Some(text) = rest.strip_prefix("\"\"\"") {
            3 + text.find("\"\"\"").map_or(text.len(), |end| end + 3)
        } else if let Some(text) = rest.strip_prefix("r#\"") {
            3 + text.find("\"#").map_or(text.len(), |end| end + 2)
        } else if let Some(sign) = ["'\"'", "'\\\"'"].into_iter().find(|sign| rest.starts_with(sign)) {
            sign.len()
        } else if let Some(text) = rest.strip_prefix('"') {
            let mut is_escaped = false;
            let end = text.find(|c| {
                let is_end = c == '"' && !is_escaped;
                is_escaped = c == '\\' && !is_escaped;
                is_end
            });
            let end = end.unwrap_or(text.len());
            pieces.push(Piece::Text(text[..end].to_owned()));
            (end + 2).min(rest.len())
        } else if first.is_alphanumeric() || first == '_' {
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            pieces.push(Piece::Name(rest[..end].to_owned()));
            end
        } else {
            if !first.is_whitespace() {
                pieces.push(Piece::Sign(first));
            }
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    pieces
}

/// An enum that `codes!` declares: its codes by the name of the variant.
type Enum = (String, BTreeMap<String, String>);

/// Takes the declarations of `codes!` out of a Rust source.
fn declared(pieces: &mut Vec<Piece>) -> Vec<Enum> {
    let mut enums = Vec::new();
    while let Some((start, name)) = pieces.windows(5).enumerate().find_map(|(at, window)| match window {
        [Piece::Name(keyword), Piece::Name(name), Piece::Sign(','), Piece::Text(_), Piece::Sign('{')]
            if keyword == "enum" =>
        {
            Some((at, name.clone()))
        }
        _ => None,
    }) {
        let length = pieces[start..].iter().position(|piece| *piece == Piece::Sign('}')).unwrap();
        let declaration: Vec<_> = pieces.drain(start..start + length).collect();
        let codes = declaration.windows(4).filter_map(|window| match window {
            [Piece::Name(variant), Piece::Sign(':'), Piece::Text(code), Piece::Sign(',')] => {
                Some((variant.clone(), code.clone()))
            }
            _ => None,
        });
        enums.push((name, codes.collect()));
    }
    enums
}

/// As many pieces lie at most between two entries of one dictionary.
const NEAR: usize = 16;

/// The entry of a dictionary that ends with the text at this place: its key.
fn key(pieces: &[Piece], text: usize) -> Option<&str> {
    let before = |place: usize| place.checked_sub(1).map(|before| &pieces[before]);
    let mut place = text.checked_sub(1)?;
    match &pieces[place] {
        Piece::Sign(':') => {}
        Piece::Sign('>') if before(place) == Some(&Piece::Sign('=')) => place -= 1,
        Piece::Sign(',') if pieces.get(text + 1) == Some(&Piece::Sign(')')) => {
            let mut start = place;
            while start > 0 && !matches!(pieces[start - 1], Piece::Sign('(' | ',')) {
                start -= 1;
            }
            if before(start) != Some(&Piece::Sign('(')) {
                return None;
            }
        }
        _ => return None,
    }
    while before(place) == Some(&Piece::Sign(')')) {
        place -= 1;
    }
    match before(place)? {
        Piece::Name(key) | Piece::Text(key) => Some(key),
        Piece::Sign(_) => None,
    }
}

/// Which of the enums have a dictionary here: at least two of their codes, or variants,
/// each beside a text. A whole sentence is no word for a code.
fn dictionaries(pieces: &[Piece], enums: &[Enum]) -> BTreeSet<String> {
    let entries: Vec<(usize, &str)> = pieces
        .iter()
        .enumerate()
        .filter(|(_, piece)| matches!(piece, Piece::Text(text) if !text.ends_with('.')))
        .filter_map(|(place, _)| Some((place, key(pieces, place)?)))
        .collect();
    let has_dictionary = |codes: &BTreeMap<String, String>| {
        let of_enum: Vec<(usize, &String)> = entries
            .iter()
            .filter_map(|(place, key)| {
                let (_, code) = codes.iter().find(|(variant, code)| variant == key || code == key)?;
                Some((*place, code))
            })
            .collect();
        of_enum.windows(2).any(|two| two[1].0 - two[0].0 <= NEAR && two[0].1 != two[1].1)
    };
    enums.iter().filter(|(_, codes)| has_dictionary(codes)).map(|(name, _)| name.clone()).collect()
}

fn sources(folder: &Path, found: &mut Vec<(PathBuf, Vec<Piece>)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let comment = match path.extension().and_then(|extension| extension.to_str()) {
            Some("rs" | "typ") => "//",
            Some("py") => "#",
            _ if path.is_dir() && !path.ends_with("tests") && !path.ends_with("target") => {
                sources(&path, found);
                continue;
            }
            _ => continue,
        };
        let source = fs::read_to_string(&path).unwrap();
        // The tests of a module may say what they expect.
        let source = source.split("#[cfg(test)]\nmod tests {").next().unwrap();
        found.push((path, pieces(source, comment)));
    }
}

/// What looks like a dictionary and is none.
const PHRASES: &[(&str, &str, &str)] = &[
    ("crates/vereinbar/src/evaluate/tables/columns.rs", "Kennzahl", "these are columns, called as what they count"),
    ("crates/vereinbar-server/src/tasks/serve_task.rs", "ReportFormat", "these are media types"),
];

#[test]
fn words_stand_once() {
    let mut found = Vec::new();
    for folder in ["crates", "bindings/python/src", "bindings/python/python", "templates"] {
        sources(&root().join(folder), &mut found);
    }
    // It knows no agreements; its enums are its own.
    found.retain(|(path, _)| !path.components().any(|folder| folder.as_os_str() == "vereinbar-pdf"));
    assert!(found.len() > 200, "{} sources", found.len());
    let mut enums: Vec<Enum> = found.iter_mut().flat_map(|(_, pieces)| declared(pieces)).collect();
    // The kinds of agreement stand in a table of their own.
    enums.retain(|(name, _)| name != "Art");
    enums.push(("Art".to_owned(), Art::ALL.iter().map(|art| (format!("{art:?}"), art.to_string())).collect()));

    let mut with_words = published();
    with_words.extend(profile_schema()["$defs"].as_object().unwrap().clone());
    with_words.retain(|_, definition| definition["enum"].is_array());
    for (name, definition) in with_words {
        let published: BTreeSet<&str> =
            definition["enum"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        let codes = enums.iter().find(|(own, _)| *own == name).map(|(_, codes)| codes);
        let codes = codes.unwrap_or_else(|| panic!("{name} is not declared by codes!"));
        assert_eq!(codes.values().map(String::as_str).collect::<BTreeSet<_>>(), published, "{name}");
    }

    let mut places = BTreeSet::new();
    for (path, pieces) in &found {
        let path = path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
        places.extend(dictionaries(pieces, &enums).into_iter().map(|name| format!("{path}: {name}")));
    }
    for (path, name, why) in PHRASES {
        assert!(places.remove(&format!("{path}: {name}")), "{path}: {name} ({why}) is not there any more");
    }
    assert!(
        places.is_empty(),
        "words for codes that stand in the enum's codes! stand here, too: {places:#?}\n  take them from `bezeichnung()`, or in a template from gemeinsam/bezeichnungen.typ",
    );
}

#[test]
fn a_dictionary_is_found_in_every_language() {
    let declaration = r#"codes! { pub enum Stand, "Den gibt es nicht." {
        /// Not begun.
        Offen: "offen", "offen"; #[default] ImGang: "im_gang", "im Gang", kurz "laufend"; Erledigt: "erledigt", "erledigt"; } }
        struct Other { Leer: u8 }"#;
    let enums = declared(&mut pieces(declaration, "//"));
    let codes = [("Erledigt", "erledigt"), ("ImGang", "im_gang"), ("Offen", "offen")];
    assert_eq!(enums, [("Stand".to_owned(), codes.map(|(a, b)| (a.to_owned(), b.to_owned())).into())]);
    let has = |source: &str, comment: &str| !dictionaries(&pieces(source, comment), &enums).is_empty();

    assert!(has("#let staende = (offen: \"offen\", im_gang: \"im Gang\")", "//"));
    assert!(has("#let staende = (\n  \"offen\": \"offen\", // open\n  \"erledigt\": \"fertig\",\n)", "//"));
    assert!(has(
        "match stand { Some(Stand::Offen) => \"offen\", Some(Stand::ImGang) => \"im Gang\", None => \"\" }",
        "//"
    ));
    assert!(has("match text { \"offen\" => \"offen\", \"im_gang\" => \"im Gang\", _ => \"\" }", "//"));
    assert!(has("[(Stand::Offen, \"offen\"), (Stand::Erledigt, \"erledigt\")]", "//"));
    assert!(has("WORDS = {\"offen\": \"offen\", \"erledigt\": \"fertig\"}", "#"));

    assert!(!has("#let staende = (offen: \"offen\", andere: \"andere\")", "//"));
    assert!(!has("match stand { Offen => \"Sie ist offen.\", Erledigt => \"Sie ist erledigt.\" }", "//"));
    assert!(!has("(offen: voll, erledigt: leer)", "//"));
    assert!(!has("[\"offen\", \"im_gang\", \"erledigt\"]", "//"));
    assert!(!has("// (offen: \"offen\", erledigt: \"erledigt\")", "//"));
}
