//! A whole text, of which nothing is kept: whether it is JSON, not too deep and not
//! too long.

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::error::ParseError;
use super::{finding_codes, scanner, syntax};
use crate::limits::MAX_VALUES;

/// Whether a text must be counted: cheap, and never too low.
pub(super) fn may_have_too_many_values(text: &str) -> bool {
    text.len() > MAX_VALUES && text.bytes().filter(|byte| matches!(byte, b',' | b'[' | b'{')).count() >= MAX_VALUES
}

/// Whether a text is JSON within the limits.
pub(super) fn check(text: &str) -> Result<(), ParseError> {
    // Names the place of a broken text more exactly, but goes to any depth.
    if text.trim_start().starts_with('{')
        && let Err(error) = serde_json::from_str::<AnyObject>(text)
    {
        return Err(syntax::finding(&error, text).into());
    }
    let outline = Outline::default();
    let mut json = serde_json::Deserializer::from_str(text);
    let read = outline.deserialize(&mut json).and_then(|()| json.end());
    read.map_err(|error| outline.error(&error, text))
}

/// An object with whatever fields.
#[derive(Deserialize)]
struct AnyObject {}

/// Counts the values that are read with it.
#[derive(Default)]
struct Outline {
    values: Cell<usize>,
}

impl Outline {
    /// What is wrong where a text cannot be read with it.
    fn error(&self, error: &serde_json::Error, text: &str) -> ParseError {
        let finding = if self.is_full() {
            let remedy = "Prüfen Sie, ob es die richtige Datei ist; eine Vereinbarung ist viel kleiner.";
            finding_codes::TOO_MANY_VALUES.finding(remedy).at(scanner::of_serde(text, error))
        } else {
            syntax::finding(error, text)
        };
        finding.into()
    }

    fn is_full(&self) -> bool {
        self.values.get() > MAX_VALUES
    }

    fn count<E: Error>(&self) -> Result<(), E> {
        self.values.set(self.values.get() + 1);
        if self.is_full() { Err(E::custom("too many values")) } else { Ok(()) }
    }
}

impl<'de> DeserializeSeed<'de> for &Outline {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.count()?;
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for &Outline {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(self)?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        while object.next_key::<IgnoredAny>()?.is_some() {
            object.next_value_seed(self)?;
        }
        Ok(())
    }
}
