//! What stands in a cell of a table.

use std::sync::Arc;

use unicode_normalization::UnicodeNormalization as _;
use vereinbar::modell::Datum;

/// A cell, as the file has it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    Empty,
    Text(String),
    Number(f64),
    /// A share that is shown in percent, with what is shown: 0.8 and `80 %`.
    Percent(f64, String),
    /// A number with what is shown of it, where that is not its digits: `007`. No number of a
    /// day.
    Shown(f64, String),
    /// A number, or a day by its number, of which nobody knows what is shown.
    Unclear(f64),
    Bool(bool),
    Date(Datum),
    /// A day of which less is shown, or more, with what is shown: a month, a time of day.
    Period(Datum, String),
    /// A formula that could not be calculated, such as `#REF!`.
    Error,
    /// A formula whose result the file does not hold.
    NoResult,
    /// Nothing of its own: a cell above that says this is merged with it.
    Merged(Arc<str>),
    /// Something that nobody sees, since a cell beside it is merged with it.
    Covered,
}

impl Cell {
    /// A text, unless it is what a spreadsheet writes in place of a value.
    pub(crate) fn of_text(text: String) -> Self {
        if let Some(says) = merged(&text) {
            return Self::Merged(says.into());
        }
        match text.trim() {
            NO_RESULT => Self::NoResult,
            _ if is_error(&text) => Self::Error,
            _ => Self::Text(text),
        }
    }

    /// A share as it is shown in percent, whatever blank its format has before the sign.
    pub(super) fn percent(share: f64, shown: &str) -> Self {
        let shown = shown.replace('\u{a0}', " ");
        let spaced = shown.strip_suffix('%').filter(|number| number.ends_with(|c: char| c.is_ascii_digit()));
        Self::Percent(share, spaced.map_or_else(|| shown.clone(), |number| format!("{number} %")))
    }

    pub(crate) fn is_empty(&self) -> bool {
        match self {
            Self::Empty | Self::Merged(_) | Self::Covered => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }
}

/// What a copy of a table has in place of a formula without a result.
pub(crate) const NO_RESULT: &str = "(Formel ohne Ergebnis)";

/// What a copy of a table has before what a cell says that is merged with the one above.
pub(crate) const MERGED: &str = "(mit der Zelle darüber verbunden) ";

/// What such a cell says: with any white space between the words, since a heading is compared without it.
fn merged(text: &str) -> Option<&str> {
    let text = text.trim_start();
    // Most texts are something else.
    text.starts_with('(').then_some(())?;
    MERGED.split_whitespace().try_fold(text, |rest, word| {
        let behind = rest.strip_prefix(word).or_else(|| rest.strip_prefix(&*word.nfd().collect::<String>()))?;
        behind.starts_with(char::is_whitespace).then(|| behind.trim_start())
    })
}

/// A day as spreadsheets keep it, without the time of day. What is no day of an agreement
/// stays as it is, for `parse` to find.
pub(super) fn day_of(iso: &str) -> Cell {
    let day = iso.split('T').next().unwrap_or_default();
    day.parse().map_or_else(|_| Cell::Text(day.to_owned()), Cell::Date)
}

/// `13:30`, and `39:00` of hours that are counted; seconds only where there are any.
pub(super) fn time_of_day(seconds: f64) -> String {
    let sign = if seconds < 0.0 { "-" } else { "" };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float beyond is the largest number")]
    let seconds = seconds.abs().round() as u64;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match seconds {
        0 => format!("{sign}{hours}:{minutes:02}"),
        seconds => format!("{sign}{hours}:{minutes:02}:{seconds:02}"),
    }
}

/// A number from here on has more digits than a spreadsheet keeps.
pub(crate) const TOO_LONG: f64 = 1e15;

/// A number with what is shown of it: no more than its digits, nothing at all, or something else.
pub(super) fn number_as_shown(number: f64, shown: &str) -> Cell {
    let shown = shown.trim();
    // As most whole numbers are shown.
    let is_plain = !shown.starts_with('0') && shown.len() < 15 && shown.bytes().all(|byte| byte.is_ascii_digit());
    if is_plain && shown.parse() == Ok(number) {
        return Cell::Number(number);
    }
    let digits = german_number(number);
    match shown {
        "" => Cell::Empty,
        // Of its digits the last are lost, whatever is shown.
        _ if number.abs() >= TOO_LONG => Cell::Number(number),
        _ if shown == digits || shown.replace('.', ",") == digits => Cell::Number(number),
        _ if is_exponential(shown) => Cell::Unclear(number),
        _ => Cell::Shown(number, shown.to_owned()),
    }
}

/// `1,23E+15`: how spreadsheets show a number that is too long for a cell.
pub(crate) fn is_exponential(text: &str) -> bool {
    let Some((digits, exponent)) = text.trim().split_once(['E', 'e']) else { return false };
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_mantissa = |byte: u8| byte.is_ascii_digit() || matches!(byte, b',' | b'.');
    let digits = digits.strip_prefix('-').unwrap_or(digits);
    exponent.strip_prefix(['+', '-']).is_some_and(is_number)
        && digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.bytes().all(is_mantissa)
}

/// A number as German offices write it, without separators of thousands.
pub(crate) fn german_number(number: f64) -> String {
    // A spreadsheet shows no more than 15 digits, and no zero below zero.
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    format!("{}", rounded + 0.0).replace('.', ",")
}

/// Whether a text is what Excel or LibreOffice shows where a formula failed, in German or
/// English, or where a column is too narrow.
pub(crate) fn is_error(text: &str) -> bool {
    const ERRORS: [&str; 26] = [
        "#NV",
        "#N/A",
        "#BEZUG!",
        "#REF!",
        "#WERT!",
        "#VALUE!",
        "#DIV/0!",
        "#DIV/0",
        "#NAME?",
        "#ZAHL!",
        "#NUM!",
        "#NULL!",
        "#ÜBERLAUF!",
        "#SPILL!",
        "#KALK!",
        "#CALC!",
        "#FELD!",
        "#FIELD!",
        "#BLOCKIERT!",
        "#BLOCKED!",
        "#UNBEKANNT!",
        "#UNKNOWN!",
        "#VERBINDEN!",
        "#CONNECT!",
        "#DATEN_ABRUFEN",
        "#GETTING_DATA",
    ];
    let text = text.trim();
    let is_number_of = |start| text.strip_prefix(start).is_some_and(|rest| rest.parse::<u16>().is_ok());
    let is_too_narrow = || text.len() >= 3 && text.bytes().all(|byte| byte == b'#');
    (text.starts_with('#') && (ERRORS.contains(&text.to_uppercase().as_str()) || is_too_narrow()))
        || is_number_of("Err:")
        || is_number_of("Fehler:")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_of_spreadsheets_are_told_from_texts() {
        for error in ["#NV", " #N/A ", "#Überlauf!", "###", "#########", "Err:502"] {
            assert_eq!(Cell::of_text(error.to_owned()), Cell::Error, "{error}");
        }
        for text in ["", "#", "##", "#Nr", "#NVA", "Fehler: keiner", "Err:", "Siehe #NV", "#1"] {
            assert_eq!(Cell::of_text(text.to_owned()), Cell::Text(text.to_owned()), "{text}");
        }
    }

    #[test]
    fn what_is_merged_is_known_however_its_words_are_apart() {
        for text in [format!("{MERGED}7"), format!(" {}\u{c}7", MERGED.trim().nfd().collect::<String>())] {
            assert_eq!(Cell::of_text(text.clone()), Cell::Merged("7".into()), "{text}");
        }
        for text in [MERGED.trim(), "(mit 7", "mit der Zelle darüber verbunden 7"] {
            assert_eq!(Cell::of_text(text.to_owned()), Cell::Text(text.to_owned()));
        }
    }

    #[test]
    fn numbers_and_times_are_written_as_they_are_shown() {
        for (number, text) in [(-0.0, "0"), (0.1 + 0.2, "0,3"), (12.5, "12,5"), (-7.0, "-7"), (1067.0, "1067")] {
            assert_eq!(german_number(number), text);
        }
        for (seconds, text) in [(48_600.0, "13:30"), (140_400.0, "39:00"), (3_661.2, "1:01:01"), (-60.0, "-0:01")] {
            assert_eq!(time_of_day(seconds), text);
        }
    }
}
