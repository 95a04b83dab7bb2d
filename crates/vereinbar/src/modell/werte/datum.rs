use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use time::format_description::BorrowedFormatItem;
use time::macros::format_description;
use time::{Date, Duration, Month};

/// In data: ISO 8601.
const ISO: &[BorrowedFormatItem<'_>] = format_description!("[year]-[month]-[day]");
/// As people write it: with or without a zero before day and month.
const DEUTSCH: &[BorrowedFormatItem<'_>] = format_description!("[day padding:none].[month padding:none].[year]");

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
/// assert_eq!(datum.plus_days(1), Datum::from_ymd(2027, 7, 1));
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
    const FIRST_YEAR: i32 = 1900;
    const LAST_YEAR: i32 = 2199;

    /// The day of this year, month (1 to 12) and day of the month (from 1); `None`
    /// where there is no such day, or it is out of range.
    #[must_use]
    pub const fn from_ymd(year: i32, month: u8, day: u8) -> Option<Self> {
        let (1..=12) = month else { return None };
        match Date::from_calendar_date(year, Month::January.nth_next(month - 1), day) {
            Ok(date) => Self::in_range(date),
            Err(_) => None,
        }
    }

    /// The year: 1900 to 2199.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.0.year()
    }

    /// The month: 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.0.month() as u8
    }

    /// The day of the month: 1 to 31.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.0.day()
    }

    /// The day so many days later, or earlier where `days` is negative; `None` out of range.
    #[must_use]
    pub const fn plus_days(self, days: i64) -> Option<Self> {
        // Far more days than there are between any two.
        if days.unsigned_abs() > 1_000_000 {
            return None;
        }
        match self.0.checked_add(Duration::days(days)) {
            Some(date) => Self::in_range(date),
            None => None,
        }
    }

    /// The last day of its month.
    #[must_use]
    pub const fn last_of_month(self) -> Self {
        let (year, month) = (self.0.year(), self.0.month());
        match self.0.replace_day(month.length(year)) {
            Ok(date) => Self(date),
            // No month lacks its last day.
            Err(_) => self,
        }
    }

    /// Days from `earlier` to this day; negative when this day is the earlier one.
    #[must_use]
    pub const fn days_since(self, earlier: Self) -> i64 {
        self.0.to_julian_day() as i64 - earlier.0.to_julian_day() as i64
    }

    /// The day as it is printed: `30.06.2027`.
    #[must_use]
    pub fn deutsch(self) -> String {
        format!("{:02}.{:02}.{:04}", self.day(), self.month(), self.year())
    }

    /// Reads a day written the German way, `30.06.2027` or `30.6.2027`.
    ///
    /// # Errors
    /// [`InvalidDatum`] when the text is anything else, or the day does not exist.
    pub fn parse_deutsch(text: &str) -> Result<Self, InvalidDatum> {
        // `time` also reads a sign before the year.
        let is_written = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        Date::parse(text, DEUTSCH).ok().filter(|_| is_written).and_then(Self::in_range).ok_or(InvalidDatum)
    }

    const fn in_range(date: Date) -> Option<Self> {
        if Self::FIRST_YEAR <= date.year() && date.year() <= Self::LAST_YEAR { Some(Self(date)) } else { None }
    }
}

entries!(Datum);

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
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
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
        for written in ["29.02.2028", "29.2.2028"] {
            assert_eq!(Datum::parse_deutsch(written), Ok(datum));
        }
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
        for text in ["2027-01-01", "29.02.2027", "1.1.27", "001.01.2027", "01.01.+2027", "1. 1. 2027", "0.1.2027"] {
            assert_eq!(Datum::parse_deutsch(text), Err(InvalidDatum), "{text:?}");
        }
    }

    #[test]
    fn counts_days_between() {
        let von: Datum = "2027-01-01".parse().unwrap();
        let bis: Datum = "2028-12-31".parse().unwrap();
        assert_eq!(bis.days_since(von), 730);
        assert_eq!(von.days_since(bis), -730);
    }
    #[test]
    fn counts_days_on() {
        let day = |year, month, day| Datum::from_ymd(year, month, day).unwrap();
        assert_eq!(day(2027, 12, 31).plus_days(1), Some(day(2028, 1, 1)));
        assert_eq!(day(2028, 2, 28).plus_days(1), Some(day(2028, 2, 29)));
        assert_eq!(day(2100, 3, 1).plus_days(-1), Some(day(2100, 2, 28)));
        assert_eq!(day(1900, 3, 1).plus_days(46_752 - 61), Some(day(2027, 12, 31)));
        for (from, days) in
            [((2199, 12, 31), 1), ((1900, 1, 1), -1), ((2027, 1, 1), i64::MAX), ((2027, 1, 1), i64::MIN)]
        {
            assert_eq!(day(from.0, from.1, from.2).plus_days(days), None, "{from:?} {days}");
        }
    }

    #[test]
    fn knows_the_months() {
        for (year, month, last) in [(2027, 1, 31), (2027, 2, 28), (2028, 2, 29), (2100, 2, 28), (2027, 4, 30)] {
            let first = Datum::from_ymd(year, month, 1).unwrap();
            assert_eq!((first.year(), first.month(), first.day()), (year, month, 1));
            assert_eq!(Some(first.last_of_month()), Datum::from_ymd(year, month, last));
        }
        for (year, month, day) in
            [(2027, 0, 1), (2027, 13, 1), (2027, 2, 29), (1899, 12, 31), (2200, 1, 1), (2027, 1, 0)]
        {
            assert_eq!(Datum::from_ymd(year, month, day), None);
        }
    }
}
