//! A text in CSV that a spreadsheet would take for a formula.

use std::borrow::Cow;

/// The text as it stands in CSV: with an apostrophe before what a spreadsheet would calculate,
/// which our own reader takes away again.
///
/// ```
/// assert_eq!(vereinbar_tables::guarded("=1+1"), "'=1+1");
/// assert_eq!(vereinbar_tables::guarded("1+1"), "1+1");
/// ```
#[must_use]
pub fn guarded(text: &str) -> Cow<'_, str> {
    if is_formula(text.trim_start_matches('\'')) { format!("'{text}").into() } else { text.into() }
}

/// The text without the apostrophe that [`guarded`] gives it.
pub(crate) fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| is_formula(rest.trim_start_matches('\''))).unwrap_or(text)
}

/// Whether a spreadsheet may take the text for a formula: also behind what nobody sees, and
/// with the wide signs of East Asian keyboards, which some read as the plain ones.
fn is_formula(text: &str) -> bool {
    let seen = text.trim_start_matches(|c: char| {
        c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{ad}')
    });
    seen.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_no_formula_however_it_is_hidden_and_comes_back_as_it_was() {
        for text in ["=1+1", "+1", "-1", "@x", "＝1", "\u{200b}=1", "\u{feff}＠x", " =1", "'=1", "''+1", "- Punkt"] {
            assert_eq!(guarded(text), format!("'{text}"));
            assert_eq!(unguarded(&guarded(text)), text);
        }
        for text in ["Wörter", "a=b", "", "1-2", "– Strich", "'Haus'", "'"] {
            assert_eq!(guarded(text), text);
            assert_eq!(unguarded(text), text);
        }
    }
}
