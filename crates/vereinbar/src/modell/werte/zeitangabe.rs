use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use super::Datum;
use super::dates_in_text::{Dates, read};
use crate::modell::Filled;

/// When something is to happen: a day, or words such as „3. Quartal 2027“ or „fortlaufend“.
///
/// It is kept as it was written. What it names for certain can be asked for as a day;
/// „ab Oktober 2027“, „Herbst 2027“ or „jährlich“ name none.
///
/// ```
/// use vereinbar::modell::{Datum, Zeitangabe};
/// let quartal = Zeitangabe::from("3. Quartal 2027");
/// assert_eq!(quartal.as_str(), "3. Quartal 2027");
/// assert_eq!(quartal.tag(), None);
/// assert_eq!(quartal.frist(), Datum::from_ymd(2027, 9, 30));
/// assert_eq!(Zeitangabe::from("2027-03-31").tag(), Datum::from_ymd(2027, 3, 31));
/// assert_eq!(Zeitangabe::from("fortlaufend").frist(), None);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Zeitangabe(String);

impl Zeitangabe {
    /// As it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The day, where it is nothing but one: `2027-03-31`, `31.3.2027`.
    #[must_use]
    pub fn tag(&self) -> Option<Datum> {
        let text = self.0.trim();
        text.parse().or_else(|_| Datum::parse_deutsch(text)).ok()
    }

    /// The last day that it names; `None` where it names none, or says more than that.
    #[must_use]
    pub fn frist(&self) -> Option<Datum> {
        self.tag().or_else(|| {
            let dates = self.dates();
            dates.spans.last().filter(|_| !dates.has_more).map(|(_, last)| *last)
        })
    }

    /// Whether it is written like a day, but there is no such day.
    #[must_use]
    pub fn is_no_such_day(&self) -> bool {
        let text = self.0.trim();
        let is_written = |separator: char, digits: [&[usize]; 3]| {
            let parts: Vec<&str> = text.split(separator).collect();
            parts.len() == 3
                && parts.iter().zip(digits).all(|(part, digits)| {
                    digits.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
                })
        };
        (is_written('-', [&[4], &[1, 2], &[1, 2]]) || is_written('.', [&[1, 2], &[1, 2], &[4]])) && self.tag().is_none()
    }

    /// The dates that it names.
    pub(crate) fn dates(&self) -> Dates {
        self.tag().map_or_else(|| read(&self.0), |tag| Dates { spans: vec![(tag, tag)], has_more: false })
    }
}

impl Filled for Zeitangabe {
    fn is_filled(&self) -> bool {
        self.0.is_filled()
    }
}

impl fmt::Display for Zeitangabe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<Datum> for Zeitangabe {
    fn from(datum: Datum) -> Self {
        Self(datum.to_string())
    }
}

impl From<String> for Zeitangabe {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Zeitangabe {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl JsonSchema for Zeitangabe {
    fn schema_name() -> Cow<'static, str> {
        "Zeitangabe".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "title": "Zeitangabe",
            "description": "Ein Tag in der Form JJJJ-MM-TT oder eine Zeit in Worten, zum Beispiel „3. Quartal 2027“ oder „fortlaufend“. Wo die Worte einen Tag, einen Monat, ein Quartal oder ein Halbjahr nennen, zählt dessen letzter Tag als Frist.",
            "type": "string",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_a_day_however_it_is_written() {
        for text in ["2027-03-31", "31.03.2027", " 31.3.2027 "] {
            let angabe = Zeitangabe::from(text);
            assert_eq!(angabe.tag(), Datum::from_ymd(2027, 3, 31), "{text}");
            assert_eq!(angabe.frist(), angabe.tag());
            assert_eq!(angabe.as_str(), text);
        }
    }

    #[test]
    fn words_name_a_last_day_or_none() {
        let frist = |text| Zeitangabe::from(text).frist().map(|day| day.to_string());
        assert_eq!(frist("November 2027 und November 2028").as_deref(), Some("2028-11-30"));
        assert_eq!(frist("bis Ende März 2027").as_deref(), Some("2027-03-31"));
        for text in ["fortlaufend", "", "Oktober 2027, Auswertung bis 30.11.", "Herbst 2028", "jährlich im Januar"] {
            assert_eq!(frist(text), None, "{text}");
        }
    }

    #[test]
    fn tells_a_slip_of_the_pen_from_words() {
        for text in ["2027-02-30", "31.02.2027", "0207-01-01", "2027-1-1"] {
            assert!(Zeitangabe::from(text).is_no_such_day(), "{text}");
        }
        for text in ["2027-02-28", "1.2.2027", "30.11.", "Quartal-1-2027", "3. Quartal 2027"] {
            assert!(!Zeitangabe::from(text).is_no_such_day(), "{text}");
        }
    }
}
