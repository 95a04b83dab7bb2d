use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::modell::Filled;

/// # Postleitzahl
///
/// Postleitzahl, als Text mit fünf Ziffern.
///
/// Any text can be read: an address abroad has another code. Those that are no
/// German one are found by [`validate`](crate::validate()).
///
/// ```
/// use vereinbar::modell::Plz;
/// let plz = Plz::from("01067");
/// assert!(plz.is_usual());
/// assert!(!Plz::from("1010").is_usual());
/// assert_eq!(plz.to_string(), "01067");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Plz(String);

impl Plz {
    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it has five digits, as those of Germany have, or says nothing at all.
    #[must_use]
    pub fn is_usual(&self) -> bool {
        let plz = self.0.trim();
        plz.is_empty() || plz.len() == 5 && plz.bytes().all(|byte| byte.is_ascii_digit())
    }
}

impl Filled for Plz {
    fn is_filled(&self) -> bool {
        self.0.is_filled()
    }
}

impl From<String> for Plz {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Plz {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl fmt::Display for Plz {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}
