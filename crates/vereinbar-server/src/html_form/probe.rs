//! Which fields of a row the form asks for. The others are for later, such as what came of
//! a Maßnahme, and are folded up.

use std::collections::HashSet;
use std::sync::OnceLock;

use serde_json::{Map, Value, json};
use vereinbar::schema::{Kind, Node};
use vereinbar::{Art, Stage, parse, validate};

/// The pointers of fields that are missed, with 0 for each row, in agreements whose lists have one row each: an
/// empty one, and one with a single text, since much is asked for only where something stands.
pub(super) fn asked(art: Art) -> &'static HashSet<String> {
    static ASKED: OnceLock<Vec<(Art, HashSet<String>)>> = OnceLock::new();
    static NONE: OnceLock<HashSet<String>> = OnceLock::new();
    let of_all = ASKED.get_or_init(|| Art::ALL.iter().map(|&art| (art, probe(art))).collect());
    of_all.iter().find(|(own, _)| *own == art).map_or_else(|| NONE.get_or_init(HashSet::new), |(_, asked)| asked)
}

/// A pointer with 0 for the number of each row.
pub(super) fn of_any_row(pointer: &str) -> String {
    let is_number = |step: &str| !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit());
    pointer.split('/').map(|step| if is_number(step) { "0" } else { step }).collect::<Vec<_>>().join("/")
}

/// How many texts of a row are tried.
const TEXTS: usize = 3;

fn probe(art: Art) -> HashSet<String> {
    let variants = std::iter::once(None).chain((0..TEXTS).map(Some));
    let findings = variants.flat_map(|text| {
        let mut value = with_rows(Node::root(art), text);
        if let Some(fields) = value.as_object_mut() {
            fields.extend([("art".to_owned(), json!(art.as_str())), ("fassung".to_owned(), json!(art.fassung()))]);
        }
        parse(&value.to_string())
            .map(|agreement| validate(&agreement, &Stage::Unterschriftsreif.into()))
            .unwrap_or_default()
    });
    findings.flat_map(|finding| finding.paths().map(of_any_row).collect::<Vec<_>>()).collect()
}

/// The value with one row in each list; in each row the text of that number, if any.
fn with_rows(node: Node, text: Option<usize>) -> Value {
    match node.kind() {
        Kind::Object => node
            .properties()
            .filter(|(_, field)| matches!(field.kind(), Kind::Object | Kind::List))
            .map(|(key, field)| (key.to_owned(), with_rows(field, text)))
            .collect::<Map<_, _>>()
            .into(),
        Kind::List => match node.item() {
            Some(item) if item.kind() == Kind::Object => {
                let mut row = with_rows(item, text);
                let mut texts =
                    item.properties().filter(|(_, field)| matches!(field.kind(), Kind::Text | Kind::Zeitangabe));
                if let (Some(fields), Some((key, _))) = (row.as_object_mut(), text.and_then(|text| texts.nth(text))) {
                    fields.insert(key.to_owned(), json!("x"));
                }
                vec![row].into()
            }
            _ => Value::Array(Vec::new()),
        },
        _ => Value::Null,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_vordruck_asks_of_a_massnahme_is_asked_and_what_came_of_it_is_not() {
        let asked = asked(Art::Qualitaetsentwicklungsvereinbarung);
        let row = "/ziele/0/massnahmen/freier_traeger/0";
        for key in ["wer", "was", "bis"] {
            assert!(asked.contains(&format!("{row}/{key}")), "{key}: {asked:?}");
        }
        for key in ["stand", "erledigt_am", "neue_frist", "grund"] {
            assert!(!asked.contains(&format!("{row}/{key}")), "{key}");
        }
        assert_eq!(of_any_row("/ziele/12/ziel"), "/ziele/0/ziel");
    }
}
