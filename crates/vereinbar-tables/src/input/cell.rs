//! What stands in a cell of a table.

use vereinbar::modell::Datum;

/// A cell, as the file has it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    Empty,
    Text(String),
    Number(f64),
    Date(Datum),
    /// A formula that could not be calculated, such as `#REF!`.
    Error,
    /// A formula whose result the file does not hold.
    NoResult,
    /// Nothing of its own: a cell above that says something is merged with it.
    Merged,
}

impl Cell {
    /// A text, unless it is what a spreadsheet writes in place of a value.
    pub(crate) fn of_text(text: String) -> Self {
        if is_error(&text) { Self::Error } else { Self::Text(text) }
    }

    pub(crate) fn is_empty(&self) -> bool {
        match self {
            Self::Empty | Self::Merged => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::Number(_) | Self::Date(_) | Self::Error | Self::NoResult => false,
        }
    }
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
}
