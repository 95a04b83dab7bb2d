//! The published schema, walked field by field: which headings there are, what
//! each holds, and what the form says about it.

use serde_json::Value;
use vereinbar::{Art, schema};

/// One field: its own entry in the schema, and the definition it refers to.
#[derive(Clone, Copy)]
pub(crate) struct Field {
    root: &'static Value,
    own: &'static Value,
    definition: &'static Value,
}

/// What a field holds.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Kind {
    Object,
    List,
    Choice,
    Boolean,
    Integer,
    Decimal,
    Datum,
    Ags,
    Plz,
    Text,
}

impl Field {
    /// The whole agreement.
    pub(crate) fn root(art: Art) -> Self {
        let root = schema(Some(art));
        Self::resolve(root, root)
    }

    fn resolve(root: &'static Value, own: &'static Value) -> Self {
        let definition =
            own["$ref"].as_str().and_then(|reference| root.pointer(reference.trim_start_matches('#'))).unwrap_or(own);
        Self { root, own, definition }
    }

    pub(crate) fn kind(self) -> Kind {
        if self.definition["enum"].is_array() {
            return Kind::Choice;
        }
        match self.definition["type"].as_str() {
            Some("object") => Kind::Object,
            Some("array") => Kind::List,
            Some("integer") => Kind::Integer,
            Some("boolean") => Kind::Boolean,
            Some("string") if self.definition["format"] == "decimal" => Kind::Decimal,
            _ => match self.own["$ref"].as_str() {
                Some("#/$defs/Datum") => Kind::Datum,
                Some("#/$defs/Ags") => Kind::Ags,
                _ if self.own["title"] == "Postleitzahl" => Kind::Plz,
                _ => Kind::Text,
            },
        }
    }

    /// The field `key` of an object.
    pub(crate) fn property(self, key: &str) -> Option<Self> {
        let own = self.definition["properties"].get(key)?;
        Some(Self::resolve(self.root, own))
    }

    /// The fields of an object, in the form's order.
    pub(crate) fn properties(self) -> impl Iterator<Item = (&'static str, Self)> {
        let fields = self.definition["properties"].as_object().into_iter().flatten();
        fields.map(move |(key, own)| (key.as_str(), Self::resolve(self.root, own)))
    }

    /// What a list holds.
    pub(crate) fn items(self) -> Option<Self> {
        self.definition.get("items").map(|own| Self::resolve(self.root, own))
    }

    /// Whether one cell can fill it: a single value, or a list of single values.
    pub(crate) fn fits_a_cell(self) -> bool {
        match self.kind() {
            Kind::Object => false,
            Kind::List => self.items().is_some_and(|items| !matches!(items.kind(), Kind::Object | Kind::List)),
            _ => true,
        }
    }

    /// What people call it.
    pub(crate) fn title(self) -> Option<&'static str> {
        self.own["title"].as_str().or_else(|| self.definition["title"].as_str())
    }

    /// What the form says about it.
    pub(crate) fn description(self) -> Option<&'static str> {
        self.own["description"].as_str().or_else(|| self.definition["description"].as_str())
    }

    /// The codes of a choice.
    pub(crate) fn choices(self) -> impl Iterator<Item = &'static str> {
        self.definition["enum"].as_array().into_iter().flatten().filter_map(Value::as_str)
    }

    /// The words people use for a code of a choice, long and short.
    pub(crate) fn words(self, code: &str) -> impl Iterator<Item = &'static str> {
        ["x-bezeichnungen", "x-kurzbezeichnungen"]
            .into_iter()
            .filter_map(move |words| self.definition.get(words)?.get(code)?.as_str())
    }
}

/// Every heading that a cell can fill, with its field and the words of the form
/// for the way to it. Lists have as many places as `entries` says.
pub(crate) fn headings(art: Art, entries: usize) -> Vec<(String, Field, String)> {
    let mut found = Vec::new();
    collect(Field::root(art), String::new(), String::new(), entries, &mut found);
    found
}

fn collect(field: Field, path: String, words: String, entries: usize, found: &mut Vec<(String, Field, String)>) {
    let join = |separator: &str, start: &str, end: &str| match start {
        "" => end.to_owned(),
        start => format!("{start}{separator}{end}"),
    };
    match field.kind() {
        Kind::Object => {
            for (key, child) in field.properties() {
                let words = join(" › ", &words, child.title().unwrap_or(key));
                collect(child, join(".", &path, key), words, entries, found);
            }
        }
        Kind::List => {
            let Some(items) = field.items() else { return };
            if items.kind() == Kind::Text {
                found.push((path, field, words));
                return;
            }
            for number in 1..=entries {
                collect(items, format!("{path}.{number}"), format!("{words} › {number}"), entries, found);
            }
        }
        _ => found.push((path, field, words)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_every_heading_in_the_order_of_the_form() {
        let headings = headings(Art::Qualitaetsentwicklungsvereinbarung, 2);
        let paths: Vec<&str> = headings.iter().map(|(path, ..)| path.as_str()).collect();
        for path in [
            "aktenzeichen",
            "traeger.anschrift.plz",
            "qualitaetsdimensionen.2",
            "grundsaetze_und_massstaebe.1.code",
            "ziele.1.kriterien.freier_traeger",
            "ziele.2.massnahmen.oeffentlicher_traeger.2.bis",
        ] {
            assert!(paths.contains(&path), "{path} is not in {paths:?}");
        }
        assert!(
            paths.iter().position(|path| *path == "ziele.1.ziel")
                < paths.iter().position(|path| *path == "fortsetzung.am")
        );
        assert!(headings.iter().all(|(_, field, _)| field.fits_a_cell()));
    }
}
