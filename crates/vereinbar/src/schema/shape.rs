//! Walks the schema beside the data: which fields a place may hold, and what
//! people call them.

use std::fmt::Write as _;

use serde_json::Value;

use super::schema;
use crate::modell::Art;
use crate::pointer::steps;

/// One place of the schema: the field's own entry, and the definition it
/// refers to.
#[derive(Clone, Copy)]
pub(crate) struct Node {
    root: &'static Value,
    field: &'static Value,
    definition: &'static Value,
}

/// What a place may hold.
pub(crate) enum Kind {
    Object,
    List(Node),
    Choice(&'static [Value]),
    Integer { minimum: u64, maximum: Option<u64> },
    Boolean,
    Datum,
    Ags,
    Betrag,
    Zahl,
    Text,
}

impl Node {
    pub(crate) fn root(art: Art) -> Self {
        Self::of(schema(Some(art)))
    }

    /// The root of a published schema.
    pub(crate) fn of(schema: &'static Value) -> Self {
        Self::resolve(schema, schema)
    }

    fn resolve(root: &'static Value, field: &'static Value) -> Self {
        let definition = field["$ref"]
            .as_str()
            .and_then(|reference| root.pointer(reference.trim_start_matches('#')))
            .unwrap_or(field);
        Self { root, field, definition }
    }

    pub(crate) fn kind(self) -> Kind {
        if let Some(choices) = self.definition["enum"].as_array() {
            return Kind::Choice(choices);
        }
        match self.definition["type"].as_str() {
            Some("object") => Kind::Object,
            Some("array") => Kind::List(Self::resolve(self.root, &self.definition["items"])),
            Some("integer") => Kind::Integer {
                minimum: self.definition["minimum"].as_u64().unwrap_or_default(),
                maximum: self.definition["maximum"].as_u64(),
            },
            Some("boolean") => Kind::Boolean,
            _ => match self.field["$ref"].as_str() {
                Some("#/$defs/Datum") => Kind::Datum,
                Some("#/$defs/Ags") => Kind::Ags,
                Some("#/$defs/Betrag") => Kind::Betrag,
                Some("#/$defs/Zahl") => Kind::Zahl,
                _ => Kind::Text,
            },
        }
    }

    /// The field `key` of an object.
    pub(crate) fn property(self, key: &str) -> Option<Self> {
        let field = self.definition["properties"].get(key)?;
        Some(Self::resolve(self.root, field))
    }

    /// The names of an object's fields.
    pub(crate) fn property_names(self) -> impl Iterator<Item = &'static str> {
        self.definition["properties"].as_object().into_iter().flat_map(|fields| fields.keys().map(String::as_str))
    }

    /// What people call this place.
    fn title(self) -> Option<&'static str> {
        self.field["title"].as_str().or_else(|| self.definition["title"].as_str())
    }
}

const SEPARATOR: &str = " › ";

/// What the documents call the entries of a list: form A has the headings
/// "Ziel 1", "Ziel 2"; most lists have no numbers of their own.
fn numbered(list: &str) -> &'static str {
    match list {
        "ziele" => "Ziel",
        "vordrucke" => "Vordruck",
        _ => "Nr.",
    }
}

/// A pointer in the form's words: `/ziele/0/kriterien/freier_traeger/1` is
/// `Ziel 1 › Kriterien zur Zielerreichung › Freier Träger › Nr. 2`.
/// Steps that the schema does not know are left out.
pub(crate) fn place(art: Art, pointer: &str) -> String {
    place_in(Node::root(art), pointer)
}

/// As [`place`], below any node.
pub(crate) fn place_in(mut node: Node, pointer: &str) -> String {
    let mut place = String::new();
    // Where the name of the list begins that the number belongs to.
    let mut list = 0;
    let mut word = "Nr.";
    for step in steps(pointer) {
        let label = match node.kind() {
            Kind::List(items) => {
                node = items;
                let number = step.parse::<usize>().unwrap_or_default() + 1;
                if word != "Nr." {
                    place.truncate(list);
                }
                format!("{word} {number}")
            }
            Kind::Object => {
                let Some(child) = node.property(&step) else { break };
                node = child;
                list = place.trim_end_matches(SEPARATOR).len();
                word = numbered(&step);
                child.title().unwrap_or_default().to_owned()
            }
            _ => break,
        };
        let separator = if place.is_empty() { "" } else { SEPARATOR };
        // Writing to a String cannot fail.
        let _ = write!(place, "{separator}{label}");
    }
    place
}

/// A sort key that puts pointers into the order of the form.
pub(crate) fn order(art: Art, pointer: &str) -> Vec<usize> {
    let mut node = Some(Node::root(art));
    steps(pointer)
        .map(|step| {
            let here = node.take();
            match here.map(|here| (here, here.kind())) {
                Some((_, Kind::List(items))) => {
                    node = Some(items);
                    step.parse().unwrap_or(usize::MAX)
                }
                Some((here, _)) => {
                    node = here.property(&step);
                    here.property_names().position(|name| name == step).unwrap_or(usize::MAX)
                }
                None => usize::MAX,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_a_pointer_in_the_forms_words() {
        let place = |pointer| place(Art::Qualitaetsentwicklungsvereinbarung, pointer);
        assert_eq!(
            place("/ziele/0/kriterien/freier_traeger/1"),
            "Ziel 1 › Kriterien zur Zielerreichung › Freier Träger › Nr. 2"
        );
        assert_eq!(place("/ziele"), "Ziele");
        assert_eq!(place("/traeger/anschrift/plz"), "Träger der freien Jugendhilfe › Anschrift › Postleitzahl");
        assert_eq!(place("/traeger/unbekannt"), "Träger der freien Jugendhilfe");
        assert_eq!(place(""), "");
    }

    #[test]
    fn orders_pointers_as_the_form_does() {
        let order = |pointer| order(Art::Qualitaetsentwicklungsvereinbarung, pointer);
        assert!(order("/vereinbarungszeitraum/bis") < order("/ziele"));
        assert!(order("/ziele/9/ziel") < order("/ziele/10/ziel"));
        assert!(order("/ziele/0/kriterien") < order("/ziele/0/massnahmen/oeffentlicher_traeger/0/wer"));
        assert!(order("/ziele") < order("/ziele/0"));
    }
}
