//! Which rows of a table are meant.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

/// Rows of a table, numbered as the spreadsheet numbers them: `9`, or `4,12-15`.
///
/// ```
/// use vereinbar_batch::RowSelection;
/// let rows: RowSelection = "4,12-15".parse()?;
/// assert!(rows.contains(14) && !rows.contains(5));
/// assert!("15-12".parse::<RowSelection>().is_err());
/// # Ok::<(), vereinbar_batch::InvalidRowSelection>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowSelection(Vec<RangeInclusive<usize>>);

/// The text names no rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("Zeilen sind Zahlen ab 1 und Bereiche, mit Komma getrennt, zum Beispiel 9 oder 4,12-15.")]
pub struct InvalidRowSelection;

impl RowSelection {
    /// Whether a row is meant.
    #[must_use]
    pub fn contains(&self, row: usize) -> bool {
        self.0.iter().any(|range| range.contains(&row))
    }

    /// The rows that are named one by one, or as the end of a range.
    pub(crate) fn named(&self) -> impl Iterator<Item = usize> {
        self.0.iter().map(|range| *range.start())
    }
}

impl FromStr for RowSelection {
    type Err = InvalidRowSelection;

    fn from_str(text: &str) -> Result<Self, InvalidRowSelection> {
        let number = |text: &str| text.trim().parse::<usize>().ok().filter(|number| *number > 0);
        let range = |part: &str| {
            let (first, last) = part.split_once(['-', '–']).unwrap_or((part, part));
            let (first, last) = (number(first)?, number(last)?);
            (first <= last).then_some(first..=last)
        };
        text.split(',').map(range).collect::<Option<Vec<_>>>().map(Self).ok_or(InvalidRowSelection)
    }
}

impl fmt::Display for RowSelection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, range) in self.0.iter().enumerate() {
            let comma = if index == 0 { "" } else { "," };
            match range.end() - range.start() {
                0 => write!(f, "{comma}{}", range.start())?,
                _ => write!(f, "{comma}{}-{}", range.start(), range.end())?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_and_ranges_are_read() {
        let rows: RowSelection = " 9, 12 - 15,20–21".parse().unwrap();
        assert_eq!(rows.to_string(), "9,12-15,20-21");
        assert!([9, 12, 15, 20, 21].iter().all(|row| rows.contains(*row)) && !rows.contains(10));
        for wrong in ["", "0", "a", "3-", "5-4", "1,,2", "-1"] {
            assert!(wrong.parse::<RowSelection>().is_err(), "{wrong}");
        }
    }
}
