use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, de};

/// The format version that this release writes, and the highest that it reads.
pub const FASSUNG: u32 = 2;

/// The format version of an agreement. Data that name none are of this release's.
///
/// ```
/// use vereinbar::modell::{FASSUNG, Fassung, LeqVereinbarung};
/// assert_eq!(LeqVereinbarung::default().fassung, Fassung::default());
/// assert_eq!(Fassung::default().number(), FASSUNG);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Fassung(u32);

impl Fassung {
    /// The number; versions count from 1.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.0
    }
}

impl Default for Fassung {
    fn default() -> Self {
        Self(FASSUNG)
    }
}

impl fmt::Display for Fassung {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<'de> Deserialize<'de> for Fassung {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match u32::deserialize(deserializer)? {
            0 => Err(de::Error::custom("fassung")),
            number => Ok(Self(number)),
        }
    }
}

impl JsonSchema for Fassung {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Fassung".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "integer", "format": "uint32", "minimum": 1, "maximum": FASSUNG})
    }
}
