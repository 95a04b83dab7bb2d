use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::modell::Filled;

/// An amount of money in euros, to the cent: `"1243.95"`.
pub type Betrag = Dezimal<2>;
/// A number with up to four decimal places: hours, shares of a post, percent.
pub type Zahl = Dezimal<4>;

/// A decimal number that is not negative, below a billion, with at most
/// `STELLEN` decimal places; never a float.
///
/// In data it is a text with a point, `"1243.95"`; reading takes a JSON number
/// as well, whose written digits count. In print it is `1.243,95`.
///
/// ```
/// use vereinbar::modell::{Betrag, Zahl};
/// let betrag: Betrag = "1243.9".parse()?;
/// assert_eq!(betrag.to_string(), "1243.90");
/// assert_eq!(betrag.deutsch(), "1.243,90");
/// let stunden: Zahl = "7.80".parse()?;
/// assert_eq!(stunden.to_string(), "7.8");
/// assert!("12.345".parse::<Betrag>().is_err());
/// assert!("-1".parse::<Betrag>().is_err());
/// # Ok::<(), vereinbar::modell::InvalidDezimal>(())
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dezimal<const STELLEN: u32>(Decimal);

/// The text is no number of the kind that is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "Das ist keine Zahl von 0 bis 999999999 mit höchstens {} Nachkommastellen in der Form {}.",
    .stellen,
    if *.stellen == 2 { "1243.95" } else { "7.8" }
)]
pub struct InvalidDezimal {
    /// How many decimal places there may be.
    pub stellen: u32,
}

impl<const STELLEN: u32> Dezimal<STELLEN> {
    const DIGITS: usize = 9;
    /// The first number that is too large.
    const END: u32 = 1_000_000_000;
    const INVALID: InvalidDezimal = InvalidDezimal { stellen: STELLEN };

    /// `digits` of which the last `places` stand after the point: for constants, where
    /// a number out of range does not compile.
    pub(crate) const fn from_digits(digits: u32, places: u32) -> Self {
        assert!(digits < Self::END && places <= STELLEN, "out of range");
        Self(Decimal::from_parts(digits, 0, 0, false, places))
    }

    /// The number.
    #[must_use]
    pub const fn decimal(self) -> Decimal {
        self.0
    }

    /// The number as it is printed: `1.243,95`. Money with both places of the cents;
    /// other numbers without closing zeros.
    #[must_use]
    pub fn deutsch(self) -> String {
        zahl_deutsch(self.printed())
    }

    /// With as many places as are printed.
    pub(crate) fn printed(self) -> Decimal {
        let mut number = self.0.normalize();
        if STELLEN == 2 {
            number.rescale(STELLEN);
        }
        number
    }

    /// Reads a number written the German way, `1.243,95`.
    ///
    /// # Errors
    /// [`InvalidDezimal`] when the text is anything else, or out of range.
    pub fn parse_deutsch(text: &str) -> Result<Self, InvalidDezimal> {
        let (whole, places) = text.split_once(',').unwrap_or((text, ""));
        let groups: Vec<&str> = whole.split('.').collect();
        let is_grouped = groups.len() == 1
            || groups.iter().skip(1).all(|group| group.len() == 3)
                && groups.first().is_some_and(|group| (1..=3).contains(&group.len()));
        if !is_grouped || text.ends_with(',') {
            return Err(Self::INVALID);
        }
        let point = if places.is_empty() { "" } else { "." };
        format!("{}{point}{places}", groups.concat()).parse()
    }
}

impl<const STELLEN: u32> Filled for Dezimal<STELLEN> {
    fn is_filled(&self) -> bool {
        true
    }
}

impl<const STELLEN: u32> FromStr for Dezimal<STELLEN> {
    type Err = InvalidDezimal;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (whole, places) = text.split_once('.').unwrap_or((text, "0"));
        let is_number = |digits: &str, most: usize| {
            (1..=most).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
        };
        if !is_number(whole, Self::DIGITS) || !is_number(places, STELLEN as usize) {
            return Err(Self::INVALID);
        }
        text.parse().map(Self).map_err(|_| Self::INVALID)
    }
}

impl<const STELLEN: u32> TryFrom<Decimal> for Dezimal<STELLEN> {
    type Error = InvalidDezimal;

    /// Takes the number if it has no more decimal places than there may be.
    fn try_from(number: Decimal) -> Result<Self, Self::Error> {
        let number = number.normalize();
        let fits = (Decimal::ZERO..Self::END.into()).contains(&number) && number.scale() <= STELLEN;
        if fits { Ok(Self(number)) } else { Err(Self::INVALID) }
    }
}

impl<const STELLEN: u32> From<u32> for Dezimal<STELLEN> {
    fn from(number: u32) -> Self {
        Self(number.into())
    }
}

impl<const STELLEN: u32> fmt::Display for Dezimal<STELLEN> {
    /// Money with both places of the cents; other numbers without closing zeros.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.printed())
    }
}

/// A number that is not negative as German offices write it, with all its places: `1.243,95`.
pub(crate) fn zahl_deutsch(number: Decimal) -> String {
    let one = 10_u128.saturating_pow(number.scale());
    let digits = number.mantissa().unsigned_abs();
    let (mut whole, places) = (digits / one, digits % one);
    let mut groups = Vec::new();
    while whole >= 1000 {
        groups.push(format!(".{:03}", whole % 1000));
        whole /= 1000;
    }
    let decimals = (number.scale() > 0).then(|| format!(",{places:0width$}", width = number.scale() as usize));
    [whole.to_string()].into_iter().chain(groups.into_iter().rev()).chain(decimals).collect()
}

impl<const STELLEN: u32> Serialize for Dezimal<STELLEN> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de, const STELLEN: u32> Deserialize<'de> for Dezimal<STELLEN> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Visitor)
    }
}

struct Visitor<const STELLEN: u32>;

impl<const STELLEN: u32> Visitor<STELLEN> {
    fn read<E: de::Error>(text: &str) -> Result<Dezimal<STELLEN>, E> {
        text.parse().map_err(E::custom)
    }
}

impl<const STELLEN: u32> de::Visitor<'_> for Visitor<STELLEN> {
    type Value = Dezimal<STELLEN>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a decimal number with at most {STELLEN} places")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        Self::read(text)
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Self::Value, E> {
        Decimal::from(number).try_into().map_err(E::custom)
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Self::Value, E> {
        Decimal::from(number).try_into().map_err(E::custom)
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Self::Value, E> {
        // The shortest digits that give this float: those that were written, up to 15 of them.
        Self::read(&number.to_string())
    }
}

impl<const STELLEN: u32> JsonSchema for Dezimal<STELLEN> {
    fn schema_name() -> Cow<'static, str> {
        if STELLEN == 2 { "Betrag" } else { "Zahl" }.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let (title, description) = if STELLEN == 2 {
            ("Betrag", "Betrag in Euro mit höchstens zwei Nachkommastellen, als Text mit Punkt: 1243.95.")
        } else {
            ("Zahl", "Zahl mit höchstens vier Nachkommastellen, als Text mit Punkt: 7.8.")
        };
        json_schema!({
            "title": title,
            "description": description,
            "type": "string",
            "format": "decimal",
            "pattern": format!("^[0-9]{{1,9}}(\\.[0-9]{{1,{STELLEN}}})?$"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(text: &str) -> Option<String> {
        serde_json::from_str::<Betrag>(text).ok().map(|betrag| betrag.to_string())
    }

    #[test]
    fn reads_text_and_numbers_with_the_digits_that_were_written() {
        for (written, read) in [
            ("\"1243.95\"", "1243.95"),
            ("1243.95", "1243.95"),
            ("0.1", "0.10"),
            ("\"0\"", "0.00"),
            ("342000", "342000.00"),
            ("999999999.99", "999999999.99"),
        ] {
            assert_eq!(json(written).as_deref(), Some(read), "{written}");
        }
    }

    #[test]
    fn rejects_what_is_no_amount() {
        for written in [
            "-1",
            "\"-1\"",
            "1.005",
            "\"1.005\"",
            "1e10",
            "\"1e3\"",
            "\"1.243,95\"",
            "\"\"",
            "\".5\"",
            "\"5.\"",
            "\"+5\"",
            "\"1_000\"",
            "\"１\"",
            "1000000000",
            "true",
            "[]",
        ] {
            assert_eq!(json(written), None, "{written}");
        }
    }

    #[test]
    fn writes_the_german_way() {
        for (written, printed) in [
            ("0", "0,00"),
            ("999.9", "999,90"),
            ("1000", "1.000,00"),
            ("1243.95", "1.243,95"),
            ("999999999.99", "999.999.999,99"),
            ("1000000.01", "1.000.000,01"),
        ] {
            let betrag: Betrag = written.parse().unwrap();
            assert_eq!(betrag.deutsch(), printed);
            assert_eq!(Betrag::parse_deutsch(printed), Ok(betrag));
        }
        for (written, printed) in [("0", "0"), ("30.4000", "30,4"), ("0.0001", "0,0001"), ("12345.6789", "12.345,6789")]
        {
            assert_eq!(written.parse::<Zahl>().unwrap().deutsch(), printed);
        }
    }

    #[test]
    fn takes_decimals_that_fit() {
        for (number, read) in [
            ("1243.9500", Some("1243.95")),
            ("999999999.99", Some("999999999.99")),
            ("1000000000", None),
            ("-0.01", None),
            ("0.001", None),
            ("-0", Some("0.00")),
        ] {
            let number: Decimal = number.parse().unwrap();
            assert_eq!(Betrag::try_from(number).ok().map(|betrag| betrag.to_string()).as_deref(), read, "{number}");
        }
        assert_eq!(Zahl::from_digits(304, 1), "30.4".parse().unwrap());
    }

    #[test]
    fn understands_the_german_way() {
        for (written, read) in [
            ("1.243,95", Some("1243.95")),
            ("1243,9", Some("1243.90")),
            ("12", Some("12.00")),
            ("1.000.000", Some("1000000.00")),
            ("1.24", None),
            ("1,2,3", None),
            ("12,", None),
            (",5", None),
        ] {
            assert_eq!(
                Betrag::parse_deutsch(written).ok().map(|betrag| betrag.to_string()).as_deref(),
                read,
                "{written}"
            );
        }
    }
}
