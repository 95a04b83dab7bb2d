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
/// assert!(Plz::from("A-1010").is_usual());
/// assert!(!Plz::from("1067").is_usual() && Plz::from("1067").has_lost_a_zero());
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

    /// Whether it has five digits, as those of Germany have, names its country before it
    /// (`A-1010`), or says nothing at all.
    #[must_use]
    pub fn is_usual(&self) -> bool {
        let plz = self.0.trim();
        let is_german = |plz: &str| plz.len() == 5 && plz.bytes().all(|byte| byte.is_ascii_digit());
        match plz.split_once('-') {
            Some(("D" | "DE", plz)) => is_german(plz),
            Some((land, plz)) => {
                (1..=3).contains(&land.len())
                    && land.bytes().all(|byte| byte.is_ascii_uppercase())
                    && plz.contains(|c: char| c.is_ascii_digit())
            }
            None => plz.is_empty() || is_german(plz),
        }
    }

    /// Whether it has four digits: that of Dresden, read as a number. Those of other
    /// countries have their country before it (`A-1010`).
    #[must_use]
    pub fn has_lost_a_zero(&self) -> bool {
        let plz = self.0.trim();
        plz.len() == 4 && plz.bytes().all(|byte| byte.is_ascii_digit())
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
