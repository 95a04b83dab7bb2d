//! One thing that changed.

use schemars::JsonSchema;
use serde::Serialize;

use crate::modell::Art;

codes! {
    /// How a place differs.
    #[derive(JsonSchema)]
    #[non_exhaustive]
    pub enum DifferenceKind, "Diese Art von Unterschied gibt es nicht." {
        /// Only the later agreement says something there.
        Added: "added", "neu";
        /// Only the earlier agreement says something there.
        Removed: "removed", "entfallen";
        /// Both say something, and not the same.
        Changed: "changed", "geändert";
        /// The same entry of a list, in another place.
        Moved: "moved", "verschoben";
    }
}

/// One thing that changed between two agreements. It serialises.
///
/// It repeats what stands in the agreements, so it is no text for logs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Difference {
    /// How the place differs.
    pub kind: DifferenceKind,
    /// The place in the later agreement, and of what is gone in the earlier one: a JSON
    /// Pointer.
    pub path: String,
    /// The same place in the earlier agreement, where it is another one there: entries of a
    /// list are recognised by what they say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path_before: Option<String>,
    /// The place in the form's words, such as `Ziel 1 › Maßnahmen › Freier Träger › Nr. 2 › Bis wann`.
    pub place: String,
    /// The earlier place in the form's words, where it is another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place_before: Option<String>,
    /// What the earlier agreement says, as the form writes it; of what has moved, nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// What the later one says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// Two agreements of different kinds have no fields in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "Die beiden Vereinbarungen sind von verschiedener Art: {} und {}. Vergleichen lassen sich zwei derselben Art.",
    .before.bezeichnung(), .after.bezeichnung()
)]
pub struct DifferentKinds {
    /// The kind of the earlier one.
    pub before: Art,
    /// The kind of the later one.
    pub after: Art,
}
