//! One place of the schema: what it holds and what it is called.

use std::fmt;

use schemars::JsonSchema as _;
use serde_json::Value;

use super::generate::HAS_LINES;
use super::published::schema;
use crate::modell::{Ags, Art, Betrag, Datum, Plz, Zahl, Zeitangabe};
use crate::pointer::{PointerBuf, Step};

/// Where the definitions of a schema stand in it.
const DEFINITIONS: &str = "#/$defs/";

/// A place of the schema, from which one walks on to the places below it.
///
/// Copying it costs nothing: it borrows the schema, which lives as long as the process.
///
/// ```
/// use vereinbar::Art;
/// use vereinbar::schema::{Kind, Node};
/// let root = Node::root(Art::Qualitaetsentwicklungsvereinbarung);
/// let plz = root.at("/traeger/anschrift/plz").expect("the form has it");
/// assert_eq!((plz.kind(), plz.title()), (Kind::Plz, "Postleitzahl"));
///
/// let ziele = root.property("ziele").expect("the form has it");
/// let fields: Vec<&str> = ziele.item().expect("it is a list").properties().map(|(name, _)| name).collect();
/// assert_eq!(fields[..2], ["ziel", "kriterien"]);
/// ```
#[derive(Clone, Copy)]
pub struct Node {
    root: &'static Value,
    /// The place's own entry.
    own: &'static Value,
    /// The definition it refers to, or its own entry again.
    definition: &'static Value,
}

/// What a place holds.
///
/// What is a type of its own in the [model](crate::modell) has that type's name here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// Fields: see [`Node::properties`].
    Object,
    /// Entries of one kind: see [`Node::item`].
    List,
    /// One of some codes: see [`Node::codes`].
    Code,
    /// `true` or `false`.
    Boolean,
    /// A whole number, from [`Node::minimum`] to [`Node::maximum`].
    Integer,
    /// A calendar day: [`Datum`].
    Datum,
    /// A day, or a time in words: [`Zeitangabe`].
    Zeitangabe,
    /// An amount in euros, written as text: [`Betrag`].
    Betrag,
    /// A number with decimal places, written as text: [`Zahl`].
    Zahl,
    /// A key of a Kreis or a Gemeinde: [`Ags`].
    Ags,
    /// A postal code: [`Plz`].
    Plz,
    /// Any text, as long as [`Node::max_length`] says.
    Text,
}

impl Kind {
    /// The kind of a type that has a definition of its own, by the name of the type.
    fn of_type(name: &str) -> Option<Self> {
        let types = [
            (Datum::schema_name(), Self::Datum),
            (Zeitangabe::schema_name(), Self::Zeitangabe),
            (Betrag::schema_name(), Self::Betrag),
            (Zahl::schema_name(), Self::Zahl),
            (Ags::schema_name(), Self::Ags),
            (Plz::schema_name(), Self::Plz),
        ];
        types.into_iter().find(|(type_name, _)| type_name == name).map(|(_, kind)| kind)
    }
}

impl Node {
    /// The whole agreement.
    #[must_use]
    pub fn root(art: Art) -> Self {
        Self::of(schema(Some(art)))
    }

    /// The whole of another published schema.
    pub(crate) fn of(schema: &'static Value) -> Self {
        Self::resolve(schema, schema)
    }

    fn resolve(root: &'static Value, own: &'static Value) -> Self {
        let definition = own["$ref"].as_str().and_then(|reference| {
            // No name of a type has what a JSON Pointer escapes.
            root["$defs"].get(reference.strip_prefix(DEFINITIONS)?)
        });
        Self { root, own, definition: definition.unwrap_or(own) }
    }

    /// What the place holds.
    #[must_use]
    pub fn kind(self) -> Kind {
        if let Some(kind) = self.type_name().and_then(Kind::of_type) {
            return kind;
        }
        if self.definition["enum"].is_array() {
            return Kind::Code;
        }
        match self.definition["type"].as_str() {
            Some("object") => Kind::Object,
            Some("array") => Kind::List,
            Some("integer") => Kind::Integer,
            Some("boolean") => Kind::Boolean,
            _ => Kind::Text,
        }
    }

    /// The field `key` of an object.
    #[must_use]
    pub fn property(self, key: &str) -> Option<Self> {
        let own = self.definition["properties"].get(key)?;
        Some(Self::resolve(self.root, own))
    }

    /// The fields of an object, in the form's order.
    pub fn properties(self) -> impl Iterator<Item = (&'static str, Self)> {
        let fields = self.definition["properties"].as_object().into_iter().flatten();
        fields.map(move |(key, own)| (key.as_str(), Self::resolve(self.root, own)))
    }

    /// Whether the field `key` of an object must be there.
    #[must_use]
    pub fn is_required(self, key: &str) -> bool {
        self.definition["required"].as_array().is_some_and(|required| required.iter().any(|name| name == key))
    }

    /// An entry of a list.
    #[must_use]
    pub fn item(self) -> Option<Self> {
        self.definition.get("items").map(|own| Self::resolve(self.root, own))
    }

    /// The place below: the field of an object, or the entry of a list.
    #[must_use]
    pub fn below<K: AsRef<str>>(self, step: &Step<K>) -> Option<Self> {
        match step {
            Step::Key(key) => self.property(key.as_ref()),
            Step::Index(_) => self.item(),
        }
    }

    /// The place that a JSON Pointer into the data names; `None` where the schema has none.
    #[must_use]
    pub fn at(self, pointer: &str) -> Option<Self> {
        let pointer: PointerBuf = pointer.parse().ok()?;
        pointer.steps().iter().try_fold(self, Self::below)
    }

    /// What people call it: the label on the form.
    #[must_use]
    pub fn title(self) -> &'static str {
        self.text("title")
    }

    /// What the form says about it: its question, or its help.
    #[must_use]
    pub fn help(self) -> &'static str {
        self.text("description")
    }

    /// What is said about the type that the place holds, wherever it stands: for a code the
    /// meaning of the whole catalogue, a line for each entry that needs one.
    #[must_use]
    pub fn type_help(self) -> &'static str {
        self.definition["description"].as_str().unwrap_or_default()
    }

    /// A place's own words are closer than those of its type.
    fn text(self, keyword: &str) -> &'static str {
        self.own[keyword].as_str().or_else(|| self.definition[keyword].as_str()).unwrap_or_default()
    }

    /// The codes of a choice.
    pub fn codes(self) -> impl Iterator<Item = &'static str> {
        self.definition["enum"].as_array().into_iter().flatten().filter_map(Value::as_str)
    }

    /// The words people use for a code of a choice: what is printed, then a shorter
    /// one where there is one.
    ///
    /// ```
    /// use vereinbar::{Art, schema::Node};
    /// let root = Node::root(Art::Qualitaetsentwicklungsvereinbarung);
    /// let dimension = root.at("/qualitaetsdimensionen/0").expect("the form has it");
    /// assert_eq!(dimension.words("prozessqualitaet").next(), Some("Prozessqualität"));
    /// ```
    pub fn words(self, code: &str) -> impl Iterator<Item = &'static str> {
        ["x-bezeichnungen", "x-kurzbezeichnungen"]
            .into_iter()
            .filter_map(move |words| self.definition.get(words)?.get(code)?.as_str())
    }

    /// Whether a text here is sentences, which may have several lines.
    ///
    /// ```
    /// use vereinbar::{Art, schema::Node};
    /// let root = Node::root(Art::Qualitaetsentwicklungsvereinbarung);
    /// let has_lines = |pointer| root.at(pointer).is_some_and(Node::has_lines);
    /// assert!(has_lines("/ziele/0/ziel") && !has_lines("/traeger/name"));
    /// ```
    #[must_use]
    pub fn has_lines(self) -> bool {
        [self.own, self.definition].iter().any(|place| place[HAS_LINES] == true)
    }

    /// The name of the type that the place holds, where it is one of several places that do.
    #[must_use]
    pub fn type_name(self) -> Option<&'static str> {
        self.own["$ref"].as_str()?.strip_prefix(DEFINITIONS)
    }

    /// The smallest number that may stand here.
    #[must_use]
    pub fn minimum(self) -> Option<u64> {
        self.definition["minimum"].as_u64()
    }

    /// The largest number that may stand here.
    #[must_use]
    pub fn maximum(self) -> Option<u64> {
        self.definition["maximum"].as_u64()
    }

    /// How many characters a text may have.
    #[must_use]
    pub fn max_length(self) -> Option<u64> {
        self.definition["maxLength"].as_u64()
    }

    /// How many entries a list may have.
    #[must_use]
    pub fn max_items(self) -> Option<u64> {
        self.definition["maxItems"].as_u64()
    }

    /// The regular expression that a text of this kind satisfies.
    #[must_use]
    pub fn pattern(self) -> Option<&'static str> {
        self.definition["pattern"].as_str()
    }
}

impl fmt::Debug for Node {
    /// Not the whole schema.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Node").field("title", &self.title()).field("kind", &self.kind()).finish_non_exhaustive()
    }
}
