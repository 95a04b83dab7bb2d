use std::borrow::Cow;
use std::fmt;

use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use super::fraction::{CENTS, Fraction};
use crate::modell::{Dezimal, Rundungsmodus, zahl_deutsch};

/// A figure on the way of the calculation, as decimal text: `"163.1386685892"`.
///
/// It is exact up to ten decimal places and **cut off** there, not rounded, so
/// that whoever rounds the printed figure kaufmännisch gets the printed amount.
/// An amount in euros has at least two places, other numbers have no closing zeros.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rechenwert(Decimal);

impl Rechenwert {
    /// As many as a pocket calculator shows, and then some.
    const STELLEN: u32 = 10;

    pub(super) fn euro(number: Fraction) -> Option<Self> {
        let mut decimal = number.cut(Self::STELLEN)?;
        if decimal.scale() < CENTS {
            decimal.rescale(CENTS);
        }
        Some(Self(decimal))
    }

    pub(super) fn zahl(number: Fraction) -> Option<Self> {
        number.cut(Self::STELLEN).map(Self)
    }

    /// Money rounded to cents.
    pub(super) fn cents(number: Fraction) -> Option<Self> {
        number.rounded(CENTS, Rundungsmodus::Kaufmaennisch).map(Self)
    }

    /// The sum of numbers, with as many places as the longest of them has in print;
    /// `None` when one is missing.
    pub(super) fn sum<const STELLEN: u32>(zahlen: impl Iterator<Item = Option<Dezimal<STELLEN>>>) -> Option<Self> {
        zahlen.map(|zahl| zahl.map(Dezimal::printed)).sum::<Option<Decimal>>().map(Self)
    }

    /// The number as German offices write it: `2.035,8`.
    #[must_use]
    pub fn deutsch(self) -> String {
        zahl_deutsch(self.0)
    }

    /// The number.
    #[must_use]
    pub const fn decimal(self) -> Decimal {
        self.0
    }
}

impl fmt::Display for Rechenwert {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl Serialize for Rechenwert {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl JsonSchema for Rechenwert {
    fn schema_name() -> Cow<'static, str> {
        "Rechenwert".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "title": "Rechenwert",
            "description": "Zahl auf dem Weg der Berechnung, als Text mit Punkt: 163.1386685892. \
                Nach der zehnten Nachkommastelle ist sie abgeschnitten.",
            "type": "string",
            "format": "decimal",
            "pattern": format!("^[0-9]+(\\.[0-9]{{1,{}}})?$", Self::STELLEN),
        })
    }
}
