//! The file of a profile, and its schema, which names every rule.

use std::sync::OnceLock;

use serde_json::{Map, Value, json};

use super::settings::Profile;
use crate::finding::Finding;
use crate::parse::parse_strictly;
use crate::schema::{self, Node};
use crate::validate::rule::list::rules;

/// The text is no profile that can be read. All that was found, in the order of
/// the file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("Das Prüfprofil ist nicht lesbar: {}", .findings.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "))]
pub struct ProfileError {
    findings: Vec<Finding>,
}

impl ProfileError {
    /// What was found; at least one, all of them errors. Paths point into the profile.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }
}

impl Profile {
    /// Reads a profile from JSON text.
    ///
    /// # Errors
    /// [`ProfileError`] with all findings when the text is no JSON, or names a
    /// key, a rule or a severity that this release does not know.
    pub fn parse(text: &str) -> Result<Self, ProfileError> {
        parse_strictly(Node::of(profile_schema()), text).map_err(|findings| ProfileError { findings })
    }
}

/// The JSON Schema of a [`Profile`]: the file of an office that says how rules weigh
/// there.
#[must_use]
pub fn profile_schema() -> &'static Value {
    static PROFILE: OnceLock<Value> = OnceLock::new();
    PROFILE.get_or_init(|| {
        let mut schema = schema::of::<Profile>("pruefprofil");
        if let Some(severity) = schema.pointer_mut("/properties/severity").and_then(Value::as_object_mut) {
            name_rules(severity);
        }
        schema
    })
}

/// One property per rule instead of any, so that an editor offers the codes and `parse`
/// names the nearest.
fn name_rules(severity: &mut Map<String, Value>) {
    let Some(any) = severity.shift_remove("additionalProperties") else { return };
    let any = any.get("$ref").cloned().unwrap_or_default();
    let properties: Map<String, Value> = rules()
        .filter(|rule| !rule.is_limit)
        .map(|rule| {
            let property = json!({"title": rule.code, "description": rule.message, "$ref": any});
            (rule.code.to_owned(), property)
        })
        .collect();
    severity.insert("properties".to_owned(), properties.into());
    severity.insert("additionalProperties".to_owned(), false.into());
}
