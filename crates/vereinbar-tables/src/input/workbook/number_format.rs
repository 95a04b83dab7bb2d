//! What a number format of Excel makes of a number that says more than its digits: `80 %` for
//! 0.8, `007` for 7; or less than its day: `Mrz 27`. The library that reads the cells tells
//! days by it, and drops the rest.

use vereinbar::modell::Datum;

use crate::input::cell::Cell;

/// More digits no number of a spreadsheet has.
const MAX_DIGITS: usize = 40;

/// What a format shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NumberFormat {
    /// A hundred times the number, with the sign.
    Percent,
    /// Digits with zeros before them, or with text around them.
    Digits(Vec<Part>),
    /// Of a day its month and year.
    Month,
    /// Of a day its year.
    Year,
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
            17 => Some(Self::Month),
            _ => None,
        }
    }

    /// Of the code of a format; `None` where it shows the number itself, or a part of it.
    pub(super) fn of_code(code: &str) -> Option<Self> {
        let mut parts = Some(Vec::new());
        let mut of_a_day = Vec::new();
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
                letter => {
                    of_a_day.extend(letter.is_ascii_alphabetic().then(|| letter.to_ascii_lowercase()));
                    parts = None;
                    Vec::new()
                }
            };
            if let Some(parts) = &mut parts {
                parts.extend(literals.into_iter().map(Part::Literal));
            }
        }
        if of_a_day.contains(&'y') && of_a_day.iter().all(|letter| matches!(letter, 'm' | 'y')) {
            return Some(if of_a_day.contains(&'m') { Self::Month } else { Self::Year });
        }
        let parts = parts?;
        let digits = parts.iter().filter(|part| **part == Part::Digit).count();
        ((1..=MAX_DIGITS).contains(&digits) && parts.len() > 1).then_some(Self::Digits(parts))
    }

    /// A day as a cell.
    pub(super) fn of_day(&self, cell: Cell) -> Cell {
        match (self, cell) {
            (Self::Month, Cell::Date(day)) => Cell::Period(day, month_and_year(day)),
            (Self::Year, Cell::Date(day)) => Cell::Period(day, day.year().to_string()),
            (_, cell) => cell,
        }
    }

    /// A number as a cell.
    pub(super) fn cell(&self, number: f64) -> Cell {
        match self {
            Self::Month | Self::Year => Cell::Number(number),
            Self::Percent => Cell::Percent(number),
            Self::Digits(parts) => shown(parts, number).map_or(Cell::Number(number), |text| Cell::Shown(number, text)),
        }
    }
}

/// `März 2027`
pub(super) fn month_and_year(day: Datum) -> String {
    const MONTHS: [&str; 12] = [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ];
    let month = MONTHS.get(usize::from(day.month()).saturating_sub(1)).copied().unwrap_or_default();
    format!("{month} {}", day.year())
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
        for (code, format) in [
            ("mmm\\ yy", NumberFormat::Month),
            ("[$-407]MMMM\\ YYYY;@", NumberFormat::Month),
            ("mm/yyyy", NumberFormat::Month),
            ("yyyy", NumberFormat::Year),
            ("\"Jahr \"yyyy", NumberFormat::Year),
        ] {
            assert_eq!(NumberFormat::of_code(code), Some(format), "{code}");
        }
        for code in ["dd.mm.yyyy", "mm:ss", "d. mmm", "mmmm", "yyyy-mm-dd hh:mm", "[h]:mm"] {
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
            ("_-*x000_-", 7.0, "007"),
        ] {
            let format = NumberFormat::of_code(code).unwrap_or_else(|| panic!("{code}"));
            assert_eq!(format.cell(number), Cell::Shown(number, text.to_owned()), "{code}");
        }
        assert_eq!(NumberFormat::of_code(&"0".repeat(100_000)), None);
        let zeros = NumberFormat::of_code("000").unwrap();
        for number in [-7.0, 7.5, f64::NAN, 1e300] {
            assert!(matches!(zeros.cell(number), Cell::Number(_)), "{number}");
        }
    }
}
