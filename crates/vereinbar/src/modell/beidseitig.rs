use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use super::part::{Filled, null_is_missing};

/// What the form asks of both sides: one list for the public and one for the
/// free side, always the same shape.
///
/// The Ausfüllhilfe: „Als wechselseitige Vereinbarung dokumentiert sie sowohl
/// die Beiträge des Leistungserbringers als auch die des öffentlichen Trägers
/// zur Qualitätsentwicklung.“
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, bound(deserialize = "T: Deserialize<'de>"))]
pub struct Beidseitig<T> {
    /// # Öffentlicher Träger
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub oeffentlicher_traeger: Vec<T>,
    /// # Freier Träger
    #[serde(deserialize_with = "null_is_missing", skip_serializing_if = "Vec::is_empty")]
    pub freier_traeger: Vec<T>,
}

codes! {
    /// # Seite
    ///
    /// Eine der beiden Seiten der Vereinbarung.
    #[derive(Deserialize, JsonSchema)]
    pub enum Seite, "Diese Seite gibt es nicht." {
        OeffentlicherTraeger: "oeffentlicher_traeger", "öffentlicher Träger";
        FreierTraeger: "freier_traeger", "freier Träger";
    }
}

impl<T> Beidseitig<T> {
    /// The list of one side.
    #[must_use]
    pub fn seite(&self, seite: Seite) -> &[T] {
        match seite {
            Seite::OeffentlicherTraeger => &self.oeffentlicher_traeger,
            Seite::FreierTraeger => &self.freier_traeger,
        }
    }
}

impl<T: Filled> Filled for Beidseitig<T> {
    fn is_filled(&self) -> bool {
        let Self { oeffentlicher_traeger, freier_traeger } = self;
        oeffentlicher_traeger.is_filled() || freier_traeger.is_filled()
    }
}

// Not derived: a derived default would ask `T: Default` without need.
impl<T> Default for Beidseitig<T> {
    fn default() -> Self {
        Self { oeffentlicher_traeger: Vec::new(), freier_traeger: Vec::new() }
    }
}

// Not derived: the definitions need names of their own for each kind of entry.
impl<T: JsonSchema> JsonSchema for Beidseitig<T> {
    fn schema_name() -> Cow<'static, str> {
        let eintrag = T::schema_name();
        let eintrag = if eintrag == "string" { "Text".into() } else { eintrag };
        format!("Beidseitig{eintrag}").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let eintrag = generator.subschema_for::<T>();
        json_schema!({
            "title": "Beide Seiten",
            "description": "Je eine Liste für den öffentlichen und für den freien Träger: Als wechselseitige Vereinbarung dokumentiert sie sowohl die Beiträge des Leistungserbringers als auch die des öffentlichen Trägers zur Qualitätsentwicklung.",
            "type": "object",
            "properties": {
                "oeffentlicher_traeger": {
                    "title": "Öffentlicher Träger",
                    "description": "Was der öffentliche Träger beiträgt.",
                    "type": "array",
                    "items": eintrag,
                },
                "freier_traeger": {
                    "title": "Freier Träger",
                    "description": "Was der freie Träger beiträgt.",
                    "type": "array",
                    "items": eintrag,
                },
            },
            "additionalProperties": false,
        })
    }
}
