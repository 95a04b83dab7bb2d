//! Exact arithmetic for what is divided.
//!
//! Why not the quotient of two `Decimal`s, rounded: its 28 digits do for what
//! agreements hold, but not for all they may hold. Costs K and days B have a grain
//! of 10⁻⁶, so K/B may lie as near as 10⁻⁶/200B = 5·10⁻⁹/B to the middle between
//! two cents. K may be 200 · 10⁹ · 10⁹ €; then the quotient is off by up to
//! 2·10²⁰/B · 10⁻²⁸ = 2·10⁻⁸/B, and may be on the other side. Minutes divided by 60
//! are no decimal at all. A fraction has its remainder, and that decides.
//!
//! 128 bits (3·10³⁸) are enough within the model's ranges. In units of the last
//! place, costs of a component stay below 200 · 10²⁴, the Belegungstage below
//! 10⁴ · 366 · 10¹³ and the net hours, in minutes, below 366 · 10¹⁹ · 60. So the
//! quotients have a common denominator below 10²⁶, and a sum of them that is an
//! amount, below 10⁹, has a numerator below 10³⁵. Beyond, a step gives `None`.

use num_rational::Ratio;
use num_traits::{CheckedAdd as _, CheckedDiv as _, CheckedMul as _, CheckedSub as _};
use rust_decimal::Decimal;

use crate::modell::{Betrag, Dezimal, Rundungsmodus};

/// The decimal places of an amount.
pub(super) const CENTS: u32 = 2;

/// A number that is not negative, in lowest terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fraction(Ratio<u128>);

impl Fraction {
    pub(super) const ZERO: Self = Self(Ratio::new_raw(0, 1));
    pub(super) const ONE_HUNDRED: Self = Self(Ratio::new_raw(100, 1));

    pub(super) fn add(self, other: Self) -> Option<Self> {
        self.0.checked_add(&other.0).map(Self)
    }

    /// `None` when the result is negative.
    pub(super) fn subtract(self, other: Self) -> Option<Self> {
        self.0.checked_sub(&other.0).map(Self)
    }

    pub(super) fn multiply(self, other: Self) -> Option<Self> {
        self.0.checked_mul(&other.0).map(Self)
    }

    /// `None` when divided by zero.
    pub(super) fn divide(self, other: Self) -> Option<Self> {
        self.0.checked_div(&other.0).map(Self)
    }

    /// So many percent of the number.
    pub(super) fn percent(self, percent: Self) -> Option<Self> {
        self.multiply(percent)?.divide(Self::ONE_HUNDRED)
    }

    /// The sum of all; `None` when one is missing.
    pub(super) fn sum(summands: impl IntoIterator<Item = Option<Self>>) -> Option<Self> {
        summands.into_iter().try_fold(Self::ZERO, |sum, summand| sum.add(summand?))
    }

    /// Rounded to an amount; `None` when there are more places than an amount
    /// has, or it is too large for one.
    pub(super) fn round(self, stellen: u32, modus: Rundungsmodus) -> Option<Betrag> {
        if stellen > CENTS {
            return None;
        }
        Betrag::try_from(self.rounded(stellen, modus)?).ok()
    }

    /// Rounded to `stellen` places.
    pub(super) fn rounded(self, stellen: u32, modus: Rundungsmodus) -> Option<Decimal> {
        let mut division = self.long_division();
        for _ in 0..stellen {
            division.next_digit()?;
        }
        let is_up = match modus {
            Rundungsmodus::Kaufmaennisch => division.remainder >= division.denominator.div_ceil(2),
            Rundungsmodus::Aufrunden => division.remainder > 0,
        };
        let digits = division.digits.checked_add(is_up.into())?;
        decimal(digits, division.places)
    }

    /// The number as a decimal, cut off after `stellen` places.
    pub(super) fn cut(self, stellen: u32) -> Option<Decimal> {
        let mut division = self.long_division();
        while division.remainder > 0 && division.places < stellen {
            division.next_digit()?;
        }
        decimal(division.digits, division.places)
    }

    const fn long_division(self) -> LongDivision {
        let (numerator, denominator) = (*self.0.numer(), *self.0.denom());
        LongDivision { digits: numerator / denominator, places: 0, remainder: numerator % denominator, denominator }
    }
}

impl From<u32> for Fraction {
    fn from(number: u32) -> Self {
        Self(u128::from(number).into())
    }
}

impl<const STELLEN: u32> From<Dezimal<STELLEN>> for Fraction {
    fn from(number: Dezimal<STELLEN>) -> Self {
        let decimal = number.decimal();
        // Neither negative nor of more than STELLEN places, so no power overflows.
        Self(Ratio::new(decimal.mantissa().unsigned_abs(), 10_u128.saturating_pow(decimal.scale())))
    }
}

/// A division with pencil and paper, one decimal place at a time.
struct LongDivision {
    digits: u128,
    places: u32,
    remainder: u128,
    denominator: u128,
}

impl LongDivision {
    fn next_digit(&mut self) -> Option<()> {
        let remainder = self.remainder.checked_mul(10)?;
        self.digits = self.digits.checked_mul(10)?.checked_add(remainder / self.denominator)?;
        self.remainder = remainder % self.denominator;
        self.places += 1;
        Some(())
    }
}

fn decimal(digits: u128, places: u32) -> Option<Decimal> {
    Decimal::try_from_i128_with_scale(digits.try_into().ok()?, places).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quotient(numerator: u128, denominator: u128) -> Fraction {
        Fraction(Ratio::new(numerator, denominator))
    }

    fn rounded(number: Fraction, stellen: u32, modus: Rundungsmodus) -> String {
        number.round(stellen, modus).unwrap().to_string()
    }

    #[test]
    fn rounds_the_half_up_and_what_is_a_hair_below_it_down() {
        let large = 10_u128.pow(30);
        let half = quotient(5, 1000);
        let below = quotient(5 * large - 1, 1000 * large);
        assert_eq!(rounded(half, 2, Rundungsmodus::Kaufmaennisch), "0.01");
        assert_eq!(rounded(below, 2, Rundungsmodus::Kaufmaennisch), "0.00");
        assert_eq!(rounded(quotient(1, 3), 0, Rundungsmodus::Kaufmaennisch), "0.00");
        assert_eq!(rounded(quotient(1, 2), 0, Rundungsmodus::Kaufmaennisch), "1.00");
    }

    #[test]
    fn rounds_up_whatever_is_left() {
        let large = 10_u128.pow(30);
        assert_eq!(rounded(quotient(33 * large + 1, large), 2, Rundungsmodus::Aufrunden), "33.01");
        assert_eq!(rounded(quotient(33, 1), 0, Rundungsmodus::Aufrunden), "33.00");
        assert_eq!(rounded(quotient(3330, 100), 0, Rundungsmodus::Aufrunden), "34.00");
    }

    #[test]
    fn cuts_decimals_without_end() {
        assert_eq!(quotient(2, 3).cut(10).unwrap().to_string(), "0.6666666666");
        assert_eq!(quotient(5, 4).cut(10).unwrap().to_string(), "1.25");
        assert_eq!(quotient(7, 1).cut(10).unwrap().to_string(), "7");
    }

    #[test]
    fn gives_nothing_beyond_its_range() {
        let largest = quotient(u128::MAX, 1);
        let smallest = quotient(1, u128::MAX);
        assert_eq!(largest.add(largest), None);
        assert_eq!(largest.multiply(largest), None);
        assert_eq!(smallest.add(quotient(1, u128::MAX - 1)), None);
        assert_eq!(largest.divide(Fraction::ZERO), None);
        assert_eq!(Fraction::ZERO.subtract(smallest), None);
        assert_eq!(largest.cut(10), None);
        assert_eq!(largest.round(2, Rundungsmodus::Kaufmaennisch), None);
        assert_eq!(quotient(999_999_999_995, 1000).round(2, Rundungsmodus::Kaufmaennisch), None);
        assert_eq!(quotient(u128::MAX - 1, u128::MAX).round(2, Rundungsmodus::Kaufmaennisch), None);
    }
}
