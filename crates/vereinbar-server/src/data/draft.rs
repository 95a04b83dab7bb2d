//! An agreement while it is edited: with empty rows, and with what cannot be read yet.

use serde_json::{Map, Value, json};
use vereinbar::Art;
use vereinbar::limits::{MAX_INPUT_BYTES, MAX_LIST_ITEMS};
use vereinbar::pointer::{PointerBuf, Step};
use vereinbar::schema::{Kind, Node};

use super::field_text::read;
use super::sent_fields::SentFields;
use super::told::told;

/// The data as they are typed; not all of it need be readable.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Draft {
    pub(crate) art: Art,
    pub(crate) value: Value,
}

/// A change that is no typing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Action {
    /// One row more at the end of a list.
    Add(PointerBuf),
    Remove(PointerBuf),
    Move(PointerBuf, Move),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Move {
    Up,
    Down,
}

impl Action {
    /// As a button of the form says it: `hinzu:/ziele`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (verb, pointer) = text.split_once(':')?;
        let pointer = pointer.parse().ok()?;
        Some(match verb {
            "hinzu" => Self::Add(pointer),
            "weg" => Self::Remove(pointer),
            "auf" => Self::Move(pointer, Move::Up),
            "ab" => Self::Move(pointer, Move::Down),
            _ => return None,
        })
    }
}

impl Draft {
    pub(crate) fn blank(art: Art) -> Self {
        Self { art, value: json!({ "art": art.as_str(), "fassung": art.fassung() }) }
    }

    /// Reads what a page carries along; `None` where it is no draft.
    pub(crate) fn from_json(text: &str) -> Option<Self> {
        if text.len() > MAX_INPUT_BYTES {
            return None;
        }
        let value: Value = serde_json::from_str(text).ok()?;
        let art = value.get("art")?.as_str()?.parse().ok()?;
        value.is_object().then_some(Self { art, value })
    }

    /// With what was typed into the fields of a page.
    pub(crate) fn typed(mut self, fields: &SentFields) -> Self {
        let root = Node::root(self.art);
        for name in fields.pointers() {
            let Some(node) = root.at(name).filter(|_| !matches!(name, "/art" | "/fassung")) else { continue };
            let Ok(pointer) = name.parse::<PointerBuf>() else { continue };
            let value = match node.kind() {
                // Boxes to tick: those that are, after an empty one that is always sent.
                Kind::List if is_choice(node) => {
                    fields.all(name).filter(|code| !code.is_empty()).map(Value::from).collect()
                }
                Kind::List | Kind::Object => continue,
                _ => read(node, fields.get(name).unwrap_or_default()),
            };
            if let Some(place) = place(&mut self.value, root, &pointer) {
                *place = value;
            }
        }
        self
    }

    /// With a row more, less, or in another place.
    pub(crate) fn with(mut self, action: &Action) -> Self {
        let root = Node::root(self.art);
        match action {
            Action::Add(list) => {
                let Some(item) =
                    root.at(&list.to_string()).filter(|node| node.kind() == Kind::List).and_then(Node::item)
                else {
                    return self;
                };
                if let Some(entries) = entries(&mut self.value, root, list)
                    && entries.len() < MAX_LIST_ITEMS
                {
                    entries.push(empty(item));
                }
            }
            Action::Remove(entry) | Action::Move(entry, _) => {
                let mut list = entry.clone();
                let Some(Step::Index(index)) = list.pop() else { return self };
                let Some(entries) = entries(&mut self.value, root, &list) else { return self };
                match action {
                    Action::Move(_, Move::Up) if index > 0 && index < entries.len() => entries.swap(index, index - 1),
                    Action::Move(_, Move::Down) if index + 1 < entries.len() => entries.swap(index, index + 1),
                    Action::Remove(_) if index < entries.len() => {
                        entries.remove(index);
                    }
                    _ => {}
                }
            }
        }
        self
    }

    /// What it says, as JSON that `parse` can read or find fault with.
    pub(crate) fn told(&self) -> Value {
        told(&self.value)
    }

    pub(crate) fn to_json(&self) -> String {
        self.value.to_string()
    }

    pub(crate) fn at(&self, pointer: &str) -> &Value {
        self.value.pointer(pointer).unwrap_or(&Value::Null)
    }
}

/// A list whose entries are codes, which is shown as boxes to tick.
pub(crate) fn is_choice(list: Node) -> bool {
    list.item().is_some_and(|item| item.kind() == Kind::Code)
}

fn empty(node: Node) -> Value {
    match node.kind() {
        Kind::Object => Map::new().into(),
        Kind::List => Vec::<Value>::new().into(),
        _ => "".into(),
    }
}

fn entries<'a>(value: &'a mut Value, root: Node, list: &PointerBuf) -> Option<&'a mut Vec<Value>> {
    root.at(&list.to_string()).filter(|node| node.kind() == Kind::List)?;
    place(value, root, list)?.as_array_mut()
}

/// The place, made where it is missing; `None` where a list would get a row that is not its
/// next one, or more than it may have. SentFields stay in the order of the form by `told`'s reader.
fn place<'a>(value: &'a mut Value, root: Node, pointer: &PointerBuf) -> Option<&'a mut Value> {
    let (mut here, mut node) = (value, root);
    for step in pointer.steps() {
        node = node.below(step)?;
        here = match step {
            Step::Key(key) => {
                if !here.is_object() {
                    *here = Map::new().into();
                }
                here.as_object_mut()?.entry(key.clone()).or_insert_with(|| empty(node))
            }
            Step::Index(index) => {
                if !here.is_array() {
                    *here = Vec::<Value>::new().into();
                }
                let entries = here.as_array_mut()?;
                if *index == entries.len() && *index < MAX_LIST_ITEMS {
                    entries.push(empty(node));
                }
                entries.get_mut(*index)?
            }
        };
    }
    if matches!(node.kind(), Kind::List) && !here.is_array() {
        *here = Vec::<Value>::new().into();
    }
    Some(here)
}

#[cfg(test)]
mod tests {
    use vereinbar::modell::Filled as _;

    use super::*;

    const A: Art = Art::Qualitaetsentwicklungsvereinbarung;

    fn typed(draft: Draft, fields: &[(&str, &str)]) -> Draft {
        let mut sent = SentFields::default();
        for (name, value) in fields {
            sent.push((*name).to_owned(), (*value).to_owned());
        }
        draft.typed(&sent)
    }

    #[test]
    fn what_is_typed_becomes_an_agreement() {
        let draft = typed(
            Draft::blank(A),
            &[
                ("/traeger/name", "Beispielträger"),
                ("/vereinbarungszeitraum/von", "1.1.2027"),
                ("/qualitaetsdimensionen", ""),
                ("/qualitaetsdimensionen", "prozessqualitaet"),
                ("/ziele/0/massnahmen/freier_traeger/0/wer", "Team"),
                ("/ziele/0/massnahmen/freier_traeger/1/wer", ""),
                ("/jugendamt/name", " "),
            ],
        );
        assert_eq!(
            draft.told(),
            json!({
                "art": "qualitaetsentwicklungsvereinbarung", "fassung": A.fassung(),
                "traeger": {"name": "Beispielträger"},
                "vereinbarungszeitraum": {"von": "2027-01-01"},
                "qualitaetsdimensionen": ["prozessqualitaet"],
                "ziele": [{"massnahmen": {"freier_traeger": [{"wer": "Team"}]}}],
            })
        );
        assert!(vereinbar::parse(&draft.told().to_string()).is_ok());
        assert_eq!(Draft::from_json(&draft.to_json()), Some(draft.clone()));
        // No box is ticked any more.
        let draft = typed(draft, &[("/qualitaetsdimensionen", "")]);
        assert!(!draft.told().as_object().unwrap().contains_key("qualitaetsdimensionen"));
    }

    #[test]
    fn a_form_cannot_write_elsewhere() {
        let draft = typed(
            Draft::blank(A),
            &[
                ("/art", "leq_vereinbarung"),
                ("/fassung", "99"),
                ("/unbekannt", "x"),
                ("/ziele/7/ziel", "x"),
                ("/ziele", "x"),
                ("/traeger", "x"),
                ("/ziele/x", "x"),
                ("art", "x"),
            ],
        );
        assert!(!draft.at("/ziele").is_filled(), "{draft:?}");
        assert_eq!(draft.told(), Draft::blank(A).told());
    }

    #[test]
    fn rows_are_added_moved_and_removed() {
        let action = |text| Action::parse(text).unwrap();
        let list = "/fortsetzung/gespraechsgrundlagen";
        let draft = Draft::blank(A).with(&action("hinzu:/fortsetzung/gespraechsgrundlagen"));
        let draft = typed(
            draft,
            &[("/fortsetzung/gespraechsgrundlagen/0", "eins"), ("/fortsetzung/gespraechsgrundlagen/1", "zwei")],
        );
        assert_eq!(draft.at(list), &json!(["eins", "zwei"]));
        let up = draft.clone().with(&action("auf:/fortsetzung/gespraechsgrundlagen/1"));
        assert_eq!(up.at(list), &json!(["zwei", "eins"]));
        assert_eq!(draft.clone().with(&action("ab:/fortsetzung/gespraechsgrundlagen/0")).at(list), up.at(list));
        for nothing in [
            "auf:/fortsetzung/gespraechsgrundlagen/0",
            "ab:/fortsetzung/gespraechsgrundlagen/1",
            "weg:/fortsetzung/gespraechsgrundlagen/9",
            "weg:/art",
            "hinzu:/art",
            "hinzu:/nichts",
        ] {
            assert_eq!(draft.clone().with(&action(nothing)).at(list), draft.at(list), "{nothing}");
        }
        assert_eq!(draft.with(&action("weg:/fortsetzung/gespraechsgrundlagen/0")).at(list), &json!(["zwei"]));
        for text in ["", "hinzu", "weg:ziele", "alles:/ziele"] {
            assert_eq!(Action::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_list_gets_no_more_rows_than_it_may_have() {
        let list: PointerBuf = "/ziele".parse().unwrap();
        let draft = (0..MAX_LIST_ITEMS + 5).fold(Draft::blank(A), |draft, _| draft.with(&Action::Add(list.clone())));
        assert_eq!(draft.at("/ziele").as_array().map(Vec::len), Some(MAX_LIST_ITEMS));
    }
}
