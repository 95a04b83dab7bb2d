//! Numbers as people write them.

use std::str::FromStr;

/// A whole number, of which nothing is cut off.
pub(super) fn whole_number(text: &str) -> Option<i64> {
    let number: f64 = plain_number(text)?.parse().ok()?;
    // Whole and in range.
    #[expect(clippy::cast_possible_truncation, reason = "whole and below 1e15")]
    (number.fract() == 0.0 && number.abs() < 1e15).then_some(number as i64)
}

/// What may stand behind an amount.
const CURRENCIES: [&str; 3] = ["€", "EUR", "Euro"];

/// A number as data have it, where it is one that the place can hold; otherwise what was written. Half read,
/// `1,234` would be `1.234` in a field for euros, and that is 1,234 euros when it is read once more.
pub(super) fn number<T: FromStr>(number: &str, written: &str) -> String {
    plain_number(number).filter(|number| number.parse::<T>().is_ok()).unwrap_or_else(|| written.to_owned())
}

/// `1.243,95`, `1 243,95`, `1243,95` and `1243` are numbers; so is `1243.95`, for a point
/// with other than three digits after it separates no thousands. What could be meant in
/// two ways, such as `1,243.95`, `1.24,5` or `12 5`, is none.
fn plain_number(text: &str) -> Option<String> {
    let text = text.trim().trim_start_matches('€').trim_start();
    let text = CURRENCIES.iter().find_map(|currency| text.strip_suffix(currency)).unwrap_or(text).trim_end();
    let (whole, places) = text.split_once(',').map_or((text, None), |(whole, places)| (whole, Some(places)));
    let groups: Vec<&str> = whole.split(|c: char| c == '.' || c.is_whitespace()).collect();
    let has_thousands = groups.len() > 1
        && groups.iter().skip(1).all(|group| group.len() == 3)
        && groups.first().is_some_and(|group| {
            // No thousands begin with a zero: `0.125` has decimal places.
            let digits = group.trim_start_matches('-');
            (1..=3).contains(&digits.len()) && !digits.starts_with('0')
        });
    let plain = match places {
        Some("") => return None,
        Some(places) if has_thousands || groups.len() == 1 => format!("{}.{places}", groups.concat()),
        Some(_) => return None,
        None if has_thousands => groups.concat(),
        None => text.to_owned(),
    };
    let is_number = plain.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
    (is_number && plain.parse::<f64>().is_ok()).then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn understands_numbers() {
        for (written, number) in [
            ("1.243,95", Some("1243.95")),
            ("1243,95", Some("1243.95")),
            ("1243.95", Some("1243.95")),
            ("12.345", Some("12345")),
            ("0.125", Some("0.125")),
            ("1.234.567", Some("1234567")),
            ("-7", Some("-7")),
            ("3 €", Some("3")),
            ("3,50 EUR", Some("3.50")),
            ("drei", None),
            ("1e5", None),
            ("1,2,3", None),
            ("1 243,95", Some("1243.95")),
            ("1\u{a0}243\u{202f}€", Some("1243")),
            ("€ 3,50", Some("3.50")),
            ("3 Euro", Some("3")),
            ("3,5 %", None),
            ("12,", None),
            // What is meant is anybody's guess.
            ("1,243.95", None),
            ("1.24,5", None),
            ("0.125,5", None),
            ("12 5", None),
            ("3€50", None),
        ] {
            assert_eq!(plain_number(written).as_deref(), number, "{written}");
        }
    }
}
