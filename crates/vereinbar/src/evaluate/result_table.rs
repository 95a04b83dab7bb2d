//! A table of an evaluation.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use crate::modell::Datum;

/// A table of an evaluation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ResultTable {
    /// Its name in data, such as `ueberfaellige_massnahmen`; no longer than the name of
    /// a sheet may be.
    pub name: &'static str,
    /// What people call it.
    pub title: &'static str,
    /// Its columns.
    pub columns: Vec<ResultColumn>,
    /// Its rows, each with a cell for each column.
    pub rows: Vec<Vec<ResultCell>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ResultColumn {
    /// Its name in data.
    pub name: &'static str,
    /// Its heading.
    pub title: Cow<'static, str>,
    /// What stands in it.
    pub kind: ColumnKind,
}

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ColumnKind {
    /// Words of a fixed list, or a short text.
    Text,
    /// Text of any length.
    LongText,
    /// A whole number.
    Number,
    /// A day.
    Date,
    /// Numbers of agreements.
    Agreements,
}

/// What stands in a cell. As JSON it is `null`, a text, a number, an ISO day or a list
/// of numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ResultCell {
    /// Nothing.
    Empty,
    /// A text.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A day.
    Date(Datum),
    /// Numbers of agreements, in ascending order.
    Agreements(Vec<u32>),
}

impl ResultCell {
    /// The cell as one reads it: days as `30.06.2027`, agreements as `Nr. 1–3, 7`.
    ///
    /// The letters before the numbers keep a spreadsheet from taking them for a date or
    /// a decimal number.
    #[must_use]
    pub fn deutsch(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Date(datum) => datum.deutsch(),
            Self::Agreements(numbers) => ranges(numbers),
        }
    }
}

fn ranges(numbers: &[u32]) -> String {
    let runs = numbers.chunk_by(|a, b| a + 1 == *b).map(|run| match run {
        [] => String::new(),
        [one] => one.to_string(),
        [first, last] => format!("{first}, {last}"),
        [first, .., last] => format!("{first}–{last}"),
    });
    let runs = runs.collect::<Vec<_>>().join(", ");
    if runs.is_empty() { runs } else { format!("Nr. {runs}") }
}

impl Serialize for ResultCell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Empty => serializer.serialize_none(),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => serializer.serialize_i64(*number),
            Self::Date(datum) => datum.serialize(serializer),
            Self::Agreements(numbers) => numbers.serialize(serializer),
        }
    }
}

impl From<&str> for ResultCell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&Option<String>> for ResultCell {
    fn from(text: &Option<String>) -> Self {
        text.as_ref().map_or(Self::Empty, |text| Self::Text(text.clone()))
    }
}

impl From<usize> for ResultCell {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u32> for ResultCell {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<Option<u32>> for ResultCell {
    fn from(number: Option<u32>) -> Self {
        number.map_or(Self::Empty, Self::from)
    }
}

impl From<Option<Datum>> for ResultCell {
    fn from(datum: Option<Datum>) -> Self {
        datum.map_or(Self::Empty, Self::Date)
    }
}

impl From<&[u32]> for ResultCell {
    fn from(numbers: &[u32]) -> Self {
        if numbers.is_empty() { Self::Empty } else { Self::Agreements(numbers.to_vec()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_agreements_read_as_ranges() {
        assert_eq!(ResultCell::from([1, 2, 3, 5, 7, 8].as_slice()).deutsch(), "Nr. 1–3, 5, 7, 8");
        assert_eq!(ResultCell::from([4].as_slice()).deutsch(), "Nr. 4");
        assert_eq!(ResultCell::from([].as_slice()), ResultCell::Empty);
    }

    #[test]
    fn cells_are_plain_json() {
        let cells = [
            ResultCell::Empty,
            ResultCell::from("a"),
            ResultCell::from(3_usize),
            ResultCell::Date("2027-06-30".parse().unwrap()),
            ResultCell::Agreements(vec![1, 2]),
        ];
        assert_eq!(serde_json::to_string(&cells).unwrap(), r#"[null,"a",3,"2027-06-30",[1,2]]"#);
    }
}
