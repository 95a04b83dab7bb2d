use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use time::Date;
use time::format_description::BorrowedFormatItem;
use time::macros::format_description;

/// In data: ISO 8601.
const ISO: &[BorrowedFormatItem<'_>] = format_description!("[year]-[month]-[day]");
/// In print and in messages: as German offices write it.
const DEUTSCH: &[BorrowedFormatItem<'_>] = format_description!("[day].[month].[year]");

/// A calendar day between 1900 and 2199.
///
/// In data it is written `2027-01-01` (ISO 8601), in print `01.01.2027`.
/// Years outside that range are taken for typing errors (`0207-01-01`).
///
/// ```
/// use vereinbar::modell::Datum;
/// let datum: Datum = "2027-06-30".parse()?;
/// assert_eq!(datum.to_string(), "2027-06-30");
/// assert_eq!(datum.deutsch(), "30.06.2027");
/// assert!("2027-02-30".parse::<Datum>().is_err());
/// # Ok::<(), vereinbar::modell::InvalidDatum>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Datum(Date);

/// The text is not a calendar day written `JJJJ-MM-TT`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("Das ist kein gültiges Datum zwischen 1900 und 2199 in der Form JJJJ-MM-TT, zum Beispiel 2027-06-30.")]
pub struct InvalidDatum;

impl Datum {
    const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

    /// The day as it is printed: `30.06.2027`.
    #[must_use]
    pub fn deutsch(self) -> String {
        // Formatting a date in range to a String has no way to fail; the ISO form is the fallback.
        self.0.format(DEUTSCH).unwrap_or_else(|_| self.to_string())
    }

    /// Reads a day written the German way, `30.06.2027`.
    ///
    /// # Errors
    /// [`InvalidDatum`] when the text is anything else, or the day does not exist.
    pub fn parse_deutsch(text: &str) -> Result<Self, InvalidDatum> {
        Date::parse(text, DEUTSCH).ok().and_then(Self::in_range).ok_or(InvalidDatum)
    }

    /// Days from `earlier` to this day; negative when this day is the earlier one.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).whole_days()
    }

    fn in_range(date: Date) -> Option<Self> {
        Self::YEARS.contains(&date.year()).then_some(Self(date))
    }
}

impl FromStr for Datum {
    type Err = InvalidDatum;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        // `time` also reads a sign before the year.
        if text.len() != "JJJJ-MM-TT".len() {
            return Err(InvalidDatum);
        }
        Date::parse(text, ISO).ok().and_then(Self::in_range).ok_or(InvalidDatum)
    }
}

impl fmt::Display for Datum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.0.to_calendar_date();
        write!(f, "{year:04}-{:02}-{day:02}", u8::from(month))
    }
}

impl Serialize for Datum {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Datum {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

impl JsonSchema for Datum {
    fn schema_name() -> Cow<'static, str> {
        "Datum".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "title": "Datum",
            "description": "Ein Kalendertag zwischen 1900 und 2199 in der Form JJJJ-MM-TT (ISO 8601), zum Beispiel 2027-06-30.",
            "type": "string",
            "format": "date",
            "pattern": "^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes_iso_days() {
        let datum: Datum = "2028-02-29".parse().unwrap();
        assert_eq!(datum.to_string(), "2028-02-29");
        assert_eq!(datum.deutsch(), "29.02.2028");
        assert_eq!(Datum::parse_deutsch("29.02.2028"), Ok(datum));
    }

    #[test]
    fn rejects_days_that_do_not_exist_or_look_like_typing_errors() {
        for text in [
            "",
            " ",
            "2027-02-29",
            "2027-13-01",
            "2027-1-1",
            "0207-01-01",
            "2200-01-01",
            "01.01.2027",
            "2027-01-01T00:00:00",
            " 2027-01-01",
            "+2027-01-01",
        ] {
            assert_eq!(text.parse::<Datum>(), Err(InvalidDatum), "{text:?}");
        }
        assert_eq!(Datum::parse_deutsch("2027-01-01"), Err(InvalidDatum));
    }

    #[test]
    fn counts_days_between() {
        let von: Datum = "2027-01-01".parse().unwrap();
        let bis: Datum = "2028-12-31".parse().unwrap();
        assert_eq!(bis.days_since(von), 730);
        assert_eq!(von.days_since(bis), -730);
    }
}
