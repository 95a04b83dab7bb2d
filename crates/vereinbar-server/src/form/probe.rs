//! Which fields of a row the form asks for. The others are for later, such as what came of
//! a Maßnahme, and are folded up.

use std::collections::HashSet;
use std::sync::OnceLock;

use serde_json::{Map, Value, json};
use vereinbar::schema::{Kind, Node};
use vereinbar::{Art, Stage, parse, validate};

/// The pointers of fields that are missed in an agreement whose lists have one empty row
/// each, with 0 for each row.
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

fn probe(art: Art) -> HashSet<String> {
    let mut value = with_rows(Node::root(art));
    value["art"] = json!(art.as_str());
    value["fassung"] = json!(art.fassung());
    let Ok(agreement) = parse(&value.to_string()) else { return HashSet::new() };
    let findings = validate(&agreement, &Stage::Unterschriftsreif.into());
    findings.iter().flat_map(|finding| finding.paths()).map(of_any_row).collect()
}

fn with_rows(node: Node) -> Value {
    match node.kind() {
        Kind::Object => node
            .properties()
            .filter(|(_, field)| matches!(field.kind(), Kind::Object | Kind::List))
            .map(|(key, field)| (key.to_owned(), with_rows(field)))
            .collect::<Map<_, _>>()
            .into(),
        Kind::List => match node.item() {
            Some(item) if item.kind() == Kind::Object => vec![with_rows(item)].into(),
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
