//! What the library gives, as JSON.
//!
//! Its types hold texts, numbers, lists, and maps with texts as keys. Only another key
//! could fail to be written, so none of these functions can fail for them.

use serde::Serialize;
use serde_json::Value;

/// As a value.
#[must_use]
pub fn value(of: &impl Serialize) -> Value {
    serde_json::to_value(of).unwrap_or_default()
}

/// As text without white space.
#[must_use]
pub fn text(of: &impl Serialize) -> String {
    serde_json::to_string(of).unwrap_or_default()
}

/// As the text of a file: two blanks of indentation, a line feed at the end.
///
/// ```
/// let findings = vereinbar::validate(&vereinbar::parse(r#"{"art": "leq_vereinbarung"}"#)?, &Default::default());
/// assert_eq!(vereinbar::to_json::document(&findings), "[]\n");
/// # Ok::<(), vereinbar::ParseError>(())
/// ```
#[must_use]
pub fn document(of: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(of).unwrap_or_default();
    text.push('\n');
    text
}
