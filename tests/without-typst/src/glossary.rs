//! One word for one thing: the name in the data is the word on the form, in ASCII.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::Value;
use vereinbar::spelling::fold;
use vereinbar::{Art, berechnung_schema, schema};
use vereinbar_tests::check_reference;

/// Names that are established abbreviations of their title.
const ABBREVIATIONS: &[&str] = &["ags", "plz", "sha256", "vollzeitstellen", "stunden", "quadratmeter", "kilometer"];

/// Every name in the data with its title and description: fields, and entries of catalogues.
fn terms() -> BTreeMap<(String, String), String> {
    fn visit(value: &Value, terms: &mut BTreeMap<(String, String), String>) {
        for (name, field) in value["properties"].as_object().into_iter().flatten() {
            let text = |key: &str| field[key].as_str().unwrap_or_default().to_owned();
            terms.entry((name.clone(), text("title"))).or_insert_with(|| text("description"));
        }
        let words = ["x-bezeichnungen", "x-kurzbezeichnungen"].map(|words| value[words].as_object());
        for (name, title) in words.into_iter().flatten().flatten() {
            let title = title.as_str().unwrap_or_default().to_owned();
            let catalogue = value["title"].as_str().unwrap_or_default();
            terms.entry((name.clone(), title)).or_insert_with(|| format!("Eintrag: {catalogue}."));
        }
        for definition in value["$defs"].as_object().into_iter().flatten().map(|(_, definition)| definition) {
            visit(definition, terms);
        }
    }
    let mut terms = BTreeMap::new();
    for art in Art::ALL {
        visit(schema(Some(*art)), &mut terms);
    }
    visit(berechnung_schema(), &mut terms);
    terms
}

#[test]
fn names_are_the_words_of_the_form() {
    for ((name, title), _) in terms() {
        let is_word = fold(&title).contains(&name)
            // „Sicherung der Rechte in Einrichtungen“ is `rechte_in_einrichtungen`: words may be left out.
            || name.split('_').all(|word| fold(&title).contains(word));
        assert!(is_word || ABBREVIATIONS.contains(&name.as_str()), "{name} is not a word of {title}");
    }
}

#[test]
fn glossary_is_up_to_date() {
    let mut glossary = String::from(
        "# Glossary\n\n<!-- Generated from the schema; `make update` writes it anew. -->\n\n\
         The words of the form and their names in JSON, Rust, Python, Typst and the paths of findings.\n\n\
         | Begriff | Name | Bedeutung |\n|---|---|---|\n",
    );
    for ((name, title), description) in terms() {
        let meaning = description.split('\n').next().unwrap_or_default();
        writeln!(glossary, "| {title} | `{name}` | {meaning} |").unwrap();
    }
    check_reference("docs/glossary.md", &glossary);
}
