//! The parts of what a builder of forms is given.

use std::sync::OnceLock;

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use super::super::published::schema;
use super::{inline, json_forms, rjsf};
use crate::modell::Art;

codes! {
    /// # Teil eines Formulars
    ///
    /// Was ein Programm bekommt, das aus dem Schema ein Formular im Browser macht.
    #[derive(Deserialize, JsonSchema)]
    #[non_exhaustive]
    pub enum BuilderSchema, "Diesen Teil eines Formulars gibt es nicht." {
        /// The schema of the data with every reference replaced by what it refers to, in the
        /// keywords that drafts 7 and 2020-12 share.
        Schema: "schema", "Schema ohne Verweise";
        /// The `uiSchema` of react-jsonschema-form.
        Rjsf: "rjsf", "uiSchema für react-jsonschema-form";
        /// The `uischema` of JSON Forms, and the words for codes as its translations.
        JsonForms: "jsonforms", "uischema und Übersetzungen für JSON Forms";
    }
}

/// What a builder of forms in the browser needs for one kind of agreement.
///
/// [`BuilderSchema::Schema`] is the [schema](schema()) with its references inlined,
/// because builders lose the words beside a reference; what it accepts is the same. The
/// others say how its fields are shown: words for codes, room for texts of several lines,
/// boxes to tick for lists of codes. How they are handed over says `schema/README.md`.
///
/// ```
/// use vereinbar::{Art, BuilderSchema, builder_schema};
/// let art = Art::Qualitaetsentwicklungsvereinbarung;
/// let schema = builder_schema(art, BuilderSchema::Schema);
/// assert_eq!(schema["properties"]["traeger"]["properties"]["name"]["type"], "string");
/// let ui = builder_schema(art, BuilderSchema::Rjsf);
/// assert_eq!(ui["ziele"]["items"]["ziel"]["ui:widget"], "textarea");
/// ```
#[must_use]
pub fn builder_schema(art: Art, part: BuilderSchema) -> &'static Value {
    type OfArt = [OnceLock<Value>; Art::ALL.len()];
    static MADE: [OfArt; BuilderSchema::ALL.len()] =
        [const { [const { OnceLock::new() }; Art::ALL.len()] }; BuilderSchema::ALL.len()];
    static NONE: Value = Value::Null;
    let made = MADE.get(part as usize).and_then(|of_art| of_art.get(art as usize));
    made.map_or(&NONE, |made| {
        made.get_or_init(|| match part {
            BuilderSchema::Schema => inline::schema(art, schema(Some(art))),
            BuilderSchema::Rjsf => rjsf::ui_schema(art),
            BuilderSchema::JsonForms => json_forms::ui_schema(art),
        })
    })
}
