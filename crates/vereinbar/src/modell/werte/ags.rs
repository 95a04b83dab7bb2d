use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// An Amtlicher Gemeindeschlüssel: 8 digits for a Gemeinde, or the first 5 of
/// them for a Kreis (Land 2, Regierungsbezirk 1, Kreis 2, Gemeinde 3).
///
/// ```
/// use vereinbar::modell::Ags;
/// let ags: Ags = "12999".parse()?;
/// assert_eq!(ags.land(), "12");
/// assert!("1299".parse::<Ags>().is_err());
/// # Ok::<(), vereinbar::modell::InvalidAgs>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ags(String);

/// The text does not consist of 5 or 8 digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("Ein Amtlicher Gemeindeschlüssel besteht aus 5 Ziffern (Kreis) oder 8 Ziffern (Gemeinde).")]
pub struct InvalidAgs;

impl Ags {
    /// The key as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first two digits, which name the Land: `01` to `16`.
    #[must_use]
    pub fn land(&self) -> &str {
        self.0.get(..2).unwrap_or_default()
    }
}

entries!(Ags);

impl FromStr for Ags {
    type Err = InvalidAgs;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let has_length = matches!(text.len(), 5 | 8);
        if has_length && text.bytes().all(|byte| byte.is_ascii_digit()) {
            Ok(Self(text.to_owned()))
        } else {
            Err(InvalidAgs)
        }
    }
}

impl fmt::Display for Ags {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl Serialize for Ags {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Ags {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

impl JsonSchema for Ags {
    fn schema_name() -> Cow<'static, str> {
        "Ags".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "title": "Amtlicher Gemeindeschlüssel",
            "description": "5 Ziffern für einen Kreis oder 8 Ziffern für eine Gemeinde.",
            "type": "string",
            "pattern": "^([0-9]{5}|[0-9]{8})$",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_five_or_eight_digits() {
        for text in ["12999", "12999001"] {
            assert_eq!(text.parse::<Ags>().unwrap().as_str(), text);
        }
        for text in ["", "1299", "129990", "1299900", "129990010", "1299a", "１２９９９"] {
            assert_eq!(text.parse::<Ags>(), Err(InvalidAgs), "{text:?}");
        }
    }
}
