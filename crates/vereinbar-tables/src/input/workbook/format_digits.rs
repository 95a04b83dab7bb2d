//! What a section of a number format makes of a number that is no day.

use super::format_code::Part;
use crate::input::cell::german_number;

/// As many digits as a spreadsheet holds of a number.
const DIGITS: usize = 15;
/// Larger numbers than those with so many digits are nobody's.
const MAX_EXPONENT: usize = 40;
/// More places no format asks for.
const MAX_PLACES: usize = 40;

/// What is shown of a number that is not below zero; `None` where that is not known.
pub(super) fn shown(parts: &[Part], number: f64) -> Option<String> {
    let places = |parts: &[Part]| parts.iter().filter(|part| matches!(part, Part::Digit(_))).count();
    let point = parts.iter().position(|part| *part == Part::Point).unwrap_or(parts.len());
    let (whole, decimals) = parts.split_at_checked(point)?;
    // Directly behind the last digit each comma stands for a thousandth, before it for all.
    let last = parts.iter().rposition(|part| matches!(part, Part::Digit(_))).unwrap_or_default();
    let (before, behind) = parts.split_at_checked(last + 1).unwrap_or((parts, &[]));
    let thousandths = behind.iter().take_while(|part| **part == Part::Comma).count();
    let is_grouped = before.contains(&Part::Comma);
    let percents = parts.iter().filter(|part| **part == Part::Percent).count();
    if places(parts) > MAX_PLACES || thousandths > 4 || percents > 2 {
        return None;
    }
    let mut scaled = number;
    for _ in 0..percents {
        scaled *= 100.0;
    }
    for _ in 0..thousandths {
        scaled /= 1000.0;
    }
    let Rounded { whole: digits, decimals: rest } = rounded(scaled, places(decimals))?;
    let mut text = String::new();
    let mut left = places(whole);
    let mut digits = digits.as_str();
    for part in whole {
        match part {
            Part::Digit(kind) => {
                // All digits that are too many stand in the first place.
                let (now, later) = digits.split_at_checked((digits.len() + 1).saturating_sub(left))?;
                digits = later;
                let pad = match kind {
                    '0' => "0",
                    '?' => " ",
                    _ => "",
                };
                let now = if now.is_empty() { pad } else { now };
                left -= 1;
                push_grouped(&mut text, now, left, is_grouped);
            }
            Part::General => text.push_str(&german_number(number)),
            part => text.extend(literal(*part)),
        }
    }
    if !decimals.is_empty() {
        let said = rest.trim_end_matches('0').len();
        let mut rest = rest.chars().enumerate();
        for part in decimals {
            match part {
                Part::Point => text.push(','),
                Part::Digit(kind) => match (rest.next()?, kind) {
                    ((index, _), '#') if index >= said => {}
                    ((index, _), '?') if index >= said => text.push(' '),
                    ((_, digit), _) => text.push(digit),
                },
                part => text.extend(literal(*part)),
            }
        }
    }
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn literal(part: Part) -> Option<char> {
    match part {
        Part::Literal(character) => Some(character),
        Part::Percent => Some('%'),
        _ => None,
    }
}

/// Digits, with a point behind each that thousands follow. `left` is how many places follow.
fn push_grouped(text: &mut String, digits: &str, left: usize, is_grouped: bool) {
    for (index, digit) in digits.chars().enumerate() {
        text.push(digit);
        let behind = digits.len() - 1 - index + left;
        if is_grouped && behind > 0 && behind.is_multiple_of(3) && digit.is_ascii_digit() {
            text.push('.');
        }
    }
}

/// The digits of a number: those before the point without zeros in front, and those behind.
struct Rounded {
    whole: String,
    decimals: String,
}

/// Rounded as spreadsheets do: a five goes up, of the digits that they hold.
fn rounded(number: f64, decimals: usize) -> Option<Rounded> {
    let scientific = format!("{number:.*e}", DIGITS - 1);
    let (mantissa, exponent) = scientific.split_once('e')?;
    let exponent: i32 = exponent.parse().ok()?;
    let digits = mantissa.bytes().filter(u8::is_ascii_digit).map(|digit| digit - b'0');
    // A zero in front, for what is carried.
    let mut all = vec![0; usize::try_from(1 - exponent.min(0)).ok()?];
    all.extend(digits);
    let point = usize::try_from(exponent.max(0)).ok().filter(|digits| *digits <= MAX_EXPONENT)? + 2;
    let length = point + decimals;
    let is_up = all.get(length).is_some_and(|digit| *digit >= 5);
    all.resize(length, 0);
    if is_up {
        for digit in all.iter_mut().rev() {
            *digit += 1;
            if *digit < 10 {
                break;
            }
            *digit = 0;
        }
    }
    let text = |digits: &[u8]| digits.iter().map(|digit| char::from(b'0' + digit)).collect::<String>();
    let (whole, decimals) = all.split_at_checked(point)?;
    Some(Rounded { whole: text(whole).trim_start_matches('0').to_owned(), decimals: text(decimals) })
}
