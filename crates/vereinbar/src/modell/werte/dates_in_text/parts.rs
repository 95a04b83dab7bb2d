//! Parts of dates, as they stand in a text.

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum DateToken {
    /// Digits: how many, and their value.
    Number(usize, u16),
    /// Letters, in lower case.
    Word(String),
    /// Anything else that is no white space.
    Sign(char),
}

/// A part of a date as it stands there; what is missing is said by what follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DateItem {
    pub(super) unit: Unit,
    pub(super) year: Option<u16>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// `15.`, of a month, a quarter or a half-year that follows.
    Ordinal(u16),
    Day(u16, u16),
    Month(u16),
    Quarter(u16),
    Half(u16),
    /// A year that repeats what went before.
    Year,
}

/// The words, numbers and signs of a text.
pub(super) fn tokens(text: &str) -> Vec<DateToken> {
    let mut tokens = Vec::new();
    let mut chars = text.chars().peekable();
    while let Some(first) = chars.next() {
        let mut run = String::from(first);
        let same = |c: &char| if first.is_ascii_digit() { c.is_ascii_digit() } else { c.is_alphabetic() };
        if first.is_ascii_digit() || first.is_alphabetic() {
            while let Some(next) = chars.next_if(same) {
                run.push(next);
            }
        }
        if first.is_ascii_digit() {
            tokens.push(DateToken::Number(run.len(), run.parse().unwrap_or(u16::MAX)));
        } else if first.is_alphabetic() {
            tokens.push(DateToken::Word(run.to_lowercase()));
        } else if !first.is_whitespace() {
            tokens.push(DateToken::Sign(first));
        }
    }
    tokens
}

/// The word that a token is.
pub(super) fn word(token: &DateToken) -> Option<&str> {
    if let DateToken::Word(word) = token { Some(word) } else { None }
}

/// Four digits.
pub(super) fn year(tokens: &[DateToken], at: usize) -> Option<u16> {
    if let Some(&DateToken::Number(4, year)) = tokens.get(at) { Some(year) } else { None }
}

/// One part of a date.
pub(super) fn item(tokens: &[DateToken], at: usize) -> Option<(DateItem, usize)> {
    let token = |offset: usize| tokens.get(at + offset);
    let is_dot = |offset: usize| token(offset) == Some(&DateToken::Sign('.'));
    let unit = |unit, used: usize| {
        // „Q3/2027“
        let slash = usize::from(token(used) == Some(&DateToken::Sign('/')) && matches!(unit, Unit::Quarter(_)));
        let year = year(tokens, at + used + slash);
        let used = if year.is_some() { used + slash + 1 } else { used };
        Some((DateItem { unit, year }, at + used))
    };
    match token(0)? {
        &DateToken::Number(4, year) => match (token(1)?, token(2)?, token(3)?, token(4)?) {
            (DateToken::Sign('-'), &DateToken::Number(2, month), DateToken::Sign('-'), &DateToken::Number(2, day)) => {
                Some((DateItem { unit: Unit::Day(day, month), year: Some(year) }, at + 5))
            }
            _ => None,
        },
        &DateToken::Number(1 | 2, number) if is_dot(1) => match token(2) {
            Some(&DateToken::Number(1 | 2, month)) if is_dot(3) => unit(Unit::Day(number, month), 4),
            Some(DateToken::Word(word)) => match (month(word), period(word)) {
                (Some(month), _) => unit(Unit::Day(number, month), if is_dot(3) { 4 } else { 3 }),
                (_, Some(period)) => unit(period(number), 3),
                _ => Some((DateItem { unit: Unit::Ordinal(number), year: None }, at + 2)),
            },
            _ => Some((DateItem { unit: Unit::Ordinal(number), year: None }, at + 2)),
        },
        DateToken::Word(first) => {
            if let Some(month) = month(first) {
                return unit(Unit::Month(month), if is_dot(1) { 2 } else { 1 });
            }
            if let ("q", Some(&DateToken::Number(1, number))) = (first.as_str(), token(1)) {
                return unit(Unit::Quarter(number), 2);
            }
            let number = ordinal(first)?;
            let skip = if is_dot(1) { 2 } else { 1 };
            unit(period(token(skip).and_then(word)?)?(number), skip + 1)
        }
        _ => None,
    }
}

/// A month, by its name or a common short form.
pub(super) fn month(word: &str) -> Option<u16> {
    let index = match word {
        "januar" | "jänner" | "jan" => 1,
        "februar" | "feber" | "feb" => 2,
        "märz" | "mär" | "mrz" => 3,
        "april" | "apr" => 4,
        "mai" => 5,
        "juni" | "jun" => 6,
        "juli" | "jul" => 7,
        "august" | "aug" => 8,
        "september" | "sept" | "sep" => 9,
        "oktober" | "okt" => 10,
        "november" | "nov" => 11,
        "dezember" | "dez" => 12,
        _ => return None,
    };
    Some(index)
}

fn period(word: &str) -> Option<fn(u16) -> Unit> {
    match word {
        "quartal" | "quartals" => Some(Unit::Quarter),
        "halbjahr" | "halbjahres" => Some(Unit::Half),
        _ => None,
    }
}

fn ordinal(word: &str) -> Option<u16> {
    let stem = word.strip_suffix(['s', 'n', 'm', 'r']).unwrap_or(word);
    match (word, stem) {
        ("i", _) | (_, "erste") => Some(1),
        ("ii", _) | (_, "zweite") => Some(2),
        ("iii", _) | (_, "dritte") => Some(3),
        ("iv", _) | (_, "vierte") => Some(4),
        _ => None,
    }
}
