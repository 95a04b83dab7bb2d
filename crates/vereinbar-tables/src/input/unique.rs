//! JSON in which a field stands once in its object, as `parse` asks for, and that has no more
//! values than an agreement may have.

use std::cell::Cell;
use std::fmt;
use std::ops::ControlFlow;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};
use vereinbar::limits::MAX_VALUES;

/// Why a text gives no value.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum NoValue {
    /// It is no JSON, or neither a list nor an object where one is asked for.
    NoJson,
    /// An object names a field twice: of two, one would be lost in silence.
    Twice,
    /// An entry has more values than an agreement.
    TooMany,
}

/// The value of a text.
pub(super) fn value(text: &[u8]) -> Result<Value, NoValue> {
    let reading = Reading::default();
    let mut json = serde_json::Deserializer::from_slice(text);
    let value = Values(&reading).deserialize(&mut json).and_then(|value| json.end().map(|()| value));
    value.map_err(|error| reading.why(&error))
}

/// Hands over each entry of a list, or the one object that a text is, until `take` has enough.
/// No two of them are in memory.
pub(super) fn each(text: &[u8], mut take: impl FnMut(Value) -> ControlFlow<()>) -> Result<(), NoValue> {
    let reading = Reading::default();
    let mut json = serde_json::Deserializer::from_slice(text);
    let list = Entries { reading: &reading, take: &mut take };
    match json.deserialize_any(list).and_then(|()| json.end()) {
        Err(error) if !reading.has_enough.get() => Err(reading.why(&error)),
        _ => Ok(()),
    }
}

/// How far a text has been read.
struct Reading {
    /// How many values the entry may still have.
    left: Cell<usize>,
    is_twice: Cell<bool>,
    has_enough: Cell<bool>,
}

impl Default for Reading {
    fn default() -> Self {
        Self { left: Cell::new(MAX_VALUES), is_twice: Cell::new(false), has_enough: Cell::new(false) }
    }
}

impl Reading {
    fn why(&self, error: &serde_json::Error) -> NoValue {
        match (error.is_data(), self.is_twice.get(), self.left.get()) {
            (true, true, _) => NoValue::Twice,
            (true, false, 0) => NoValue::TooMany,
            _ => NoValue::NoJson,
        }
    }
}

struct Entries<'a, F> {
    reading: &'a Reading,
    take: &'a mut F,
}

impl<'de, F: FnMut(Value) -> ControlFlow<()>> Visitor<'de> for Entries<'_, F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list or an object")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        while let Some(entry) = entries.next_element_seed(Values(self.reading))? {
            if (self.take)(entry).is_break() {
                self.reading.has_enough.set(true);
                return Err(A::Error::custom("enough"));
            }
            self.reading.left.set(MAX_VALUES);
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<(), A::Error> {
        let _ = (self.take)(Values(self.reading).visit_map(fields)?);
        Ok(())
    }
}

struct Values<'a>(&'a Reading);

impl<'de> DeserializeSeed<'de> for Values<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        let left = self.0.left.get().checked_sub(1).ok_or_else(|| D::Error::custom("too many values"))?;
        self.0.left.set(left);
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Values<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(entry) = entries.next_element_seed(Values(self.0))? {
            list.push(entry);
        }
        Ok(list.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(key) = fields.next_key::<String>()? {
            let value = fields.next_value_seed(Values(self.0))?;
            if object.insert(key, value).is_some() {
                self.0.is_twice.set(true);
                return Err(A::Error::custom("a field stands there twice"));
            }
        }
        Ok(object.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(json: &str, most: usize) -> (Vec<Value>, Result<(), NoValue>) {
        let mut found = Vec::new();
        let end = each(json.as_bytes(), |entry| {
            found.push(entry);
            if found.len() == most { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        (found, end)
    }

    #[test]
    fn a_field_stands_once_in_its_object() {
        let json = r#"{"a": [null, true, -1, 2, 2.5, "x", {"a": 1}], "b": {"a": {}}}"#;
        assert_eq!(value(json.as_bytes()), Ok(serde_json::from_str::<Value>(json).unwrap()));
        for json in [r#"{"a": 1, "a": 1}"#, r#"[{"b": {"a": 1, "\u0061": 2}}]"#] {
            assert_eq!(value(json.as_bytes()), Err(NoValue::Twice), "{json}");
            assert_eq!(entries(json, 9).1, Err(NoValue::Twice), "{json}");
        }
        for json in ["", "{", "[1,", "1 2", "{} {}"] {
            assert_eq!(value(json.as_bytes()), Err(NoValue::NoJson), "{json}");
        }
    }

    #[test]
    fn entries_are_handed_over_one_by_one() {
        assert_eq!(
            entries(r#"[{"a": 1}, 2, []]"#, 9),
            (vec![serde_json::json!({"a": 1}), 2.into(), Value::Array(vec![])], Ok(()))
        );
        assert_eq!(entries(r#"{"a": 1}"#, 9), (vec![serde_json::json!({"a": 1})], Ok(())));
        assert_eq!(entries("[]", 9), (vec![], Ok(())));
        for json in ["1", "\"x\"", "null", "[1, 2", "[1] 2", "{} 1", "[1 2]"] {
            assert_eq!(entries(json, 9).1, Err(NoValue::NoJson), "{json}");
        }
        // Nothing behind it is looked at.
        assert_eq!(entries("[1, 2, 3, x", 2), (vec![1.into(), 2.into()], Ok(())));
    }

    #[test]
    fn an_entry_has_no_more_values_than_an_agreement() {
        let list = |values| format!("[{}0]", "0,".repeat(values - 2));
        assert!(value(list(MAX_VALUES).as_bytes()).is_ok());
        assert_eq!(value(list(MAX_VALUES + 1).as_bytes()), Err(NoValue::TooMany));
        assert_eq!(entries(&format!("[{0},{0}]", list(MAX_VALUES)), 9).1, Ok(()));
        assert_eq!(entries(&format!("[{}]", list(MAX_VALUES + 1)), 9), (vec![], Err(NoValue::TooMany)));
    }
}
