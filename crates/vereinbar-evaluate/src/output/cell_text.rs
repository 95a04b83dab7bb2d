//! What the outputs make of the texts of people.

/// As many characters a cell is filled with; one of Excel holds 32,767, and there is to be room for a sign of more.
const MAX_CELL_CHARS: usize = 32_000;

/// A text that fits into a cell.
pub(super) fn fitting(text: &str) -> String {
    match text.char_indices().nth(MAX_CELL_CHARS) {
        Some((end, _)) => format!("{} …", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// Control characters, which neither XML nor iCalendar takes, become blanks.
pub(super) fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
