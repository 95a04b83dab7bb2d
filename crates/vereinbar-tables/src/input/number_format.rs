//! What a number format of Excel makes of a number that says more than its digits: `80 %` for
//! 0.8, `007` for 7. The library that reads the cells tells dates by it, and drops the rest.

use super::cell::Cell;

/// What a format shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NumberFormat {
    /// A hundred times the number, with the sign.
    Percent,
    /// Digits with zeros before them, or with text around them.
    Digits(Vec<Part>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Digit,
    Literal(char),
}

impl NumberFormat {
    /// Of a format that every workbook knows by its number.
    pub(super) const fn built_in(id: usize) -> Option<Self> {
        match id {
            9 | 10 => Some(Self::Percent),
            _ => None,
        }
    }

    /// Of the code of a format; `None` where it shows the number itself, or a part of it.
    pub(super) fn of_code(code: &str) -> Option<Self> {
        let mut parts = Some(Vec::new());
        let mut characters = code.chars();
        while let Some(character) = characters.next() {
            let literals: Vec<char> = match character {
                // What follows is for negative numbers.
                ';' => break,
                '%' => return Some(Self::Percent),
                '\\' => characters.next().into_iter().collect(),
                '"' => characters.by_ref().take_while(|c| *c != '"').collect(),
                // As wide as the next character, or filled with it.
                '_' | '*' => {
                    characters.next();
                    Vec::new()
                }
                // A colour, a condition, a currency.
                '[' => {
                    let inside: String = characters.by_ref().take_while(|c| *c != ']').collect();
                    if inside.starts_with('$') {
                        parts = None;
                    }
                    Vec::new()
                }
                '0' => {
                    if let Some(parts) = &mut parts {
                        parts.push(Part::Digit);
                    }
                    Vec::new()
                }
                '-' | '/' | ' ' | ':' | '(' | ')' | '+' => vec![character],
                _ => {
                    parts = None;
                    Vec::new()
                }
            };
            if let Some(parts) = &mut parts {
                parts.extend(literals.into_iter().map(Part::Literal));
            }
        }
        let parts = parts?;
        let digits = parts.iter().filter(|part| **part == Part::Digit).count();
        (digits > 0 && parts.len() > 1).then_some(Self::Digits(parts))
    }

    /// The number as a cell.
    pub(super) fn cell(&self, number: f64) -> Cell {
        match self {
            Self::Percent => Cell::Percent(number),
            Self::Digits(parts) => shown(parts, number).map_or(Cell::Number(number), |text| Cell::Shown(number, text)),
        }
    }
}

/// What such a format shows; `None` where the number is not whole, or below zero.
fn shown(parts: &[Part], number: f64) -> Option<String> {
    if !(0.0..1e15).contains(&number) || number.fract() != 0.0 {
        return None;
    }
    let places = parts.iter().filter(|part| **part == Part::Digit).count();
    let digits = format!("{number:0places$}");
    let (first, rest) = digits.split_at_checked(digits.len() - places + 1)?;
    // All digits that are too many stand in the first place.
    let mut digits = std::iter::once(first.to_owned()).chain(rest.chars().map(String::from));
    let text = |part: &Part| match part {
        Part::Digit => digits.next().unwrap_or_default(),
        Part::Literal(character) => character.to_string(),
    };
    let shown: String = parts.iter().map(text).collect();
    Some(shown.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_shows_percent_digits_or_the_number() {
        for code in ["0%", "0.00%", "0 %", "#,##0.0\" \"%", "[Red]0%;-0%"] {
            assert_eq!(NumberFormat::of_code(code), Some(NumberFormat::Percent), "{code}");
        }
        for code in ["General", "0", "0.00", "#,##0", "#,##0.00 \"€\"", "0\"%\"#", "@", "[$€-407]00", "", "\"x\""] {
            assert_eq!(NumberFormat::of_code(code), None, "{code}");
        }
        for (code, number, text) in [
            ("000", 7.0, "007"),
            ("000", 1234.0, "1234"),
            ("00000", 1067.0, "01067"),
            ("\"D-\"00000", 1067.0, "D-01067"),
            ("00\\-000", 7.0, "00-007"),
            ("00-000", 123_456.0, "123-456"),
            ("\"51-\"000\"/27\"", 7.0, "51-007/27"),
            ("000;[Red]-000", 7.0, "007"),
            ("0\" %\"", 80.0, "80 %"),
        ] {
            let format = NumberFormat::of_code(code).unwrap_or_else(|| panic!("{code}"));
            assert_eq!(format.cell(number), Cell::Shown(number, text.to_owned()), "{code}");
        }
        let zeros = NumberFormat::of_code("000").unwrap();
        for number in [-7.0, 7.5, f64::NAN, 1e300] {
            assert!(matches!(zeros.cell(number), Cell::Number(_)), "{number}");
        }
    }
}
