//! Characters that take no room: marks on a letter, and those that nobody sees.
//!
//! A few are part of writing, hundreds in a row are an attack or a broken file. Typst's
//! line breaking holds numbers for each pair of characters of a cluster and tries each pair
//! of places on a line: 10,000 marks on one letter took more than 10 GB, 4,000 invisible
//! characters a minute, and from 63 directions within each other on it stops with a panic.

use unicode_normalization::char::is_combining_mark;

/// As many marks Unicode allows in a row, in text that is read as it comes (UAX #15,
/// Stream-Safe Text Format); languages need three or four.
pub(crate) const MAX_IN_A_ROW: usize = 30;
/// So deep directions may be nested. Unicode's own limit, 125 levels, is beyond what Typst
/// stands; a text in two scripts has one or two.
pub(crate) const MAX_DIRECTIONS: usize = 30;

/// What a text has too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Excess {
    /// More than [`MAX_IN_A_ROW`], with nothing to see between them; or so many that part
    /// white space from white space.
    Marks,
    /// More than [`MAX_DIRECTIONS`].
    Directions,
}

/// What has gone by of a text.
#[derive(Default)]
struct Passed {
    in_a_row: usize,
    directions: usize,
    /// White space since the last character that one sees.
    has_space: bool,
    /// White space that only invisible characters part from other white space: each is one
    /// more place to break a line at which nothing is gained.
    parted: usize,
}

impl Passed {
    /// Takes the next character, unless it is one too many.
    fn take(&mut self, character: char) -> Option<Excess> {
        if takes_no_room(character) {
            if self.in_a_row >= MAX_IN_A_ROW {
                return Some(Excess::Marks);
            }
            match character {
                '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' | '\u{2066}'..='\u{2068}' => {
                    if self.directions == MAX_DIRECTIONS {
                        return Some(Excess::Directions);
                    }
                    self.directions += 1;
                }
                '\u{202c}' | '\u{2069}' => self.directions = self.directions.saturating_sub(1),
                _ => {}
            }
            self.in_a_row += 1;
        } else if !character.is_whitespace() {
            (self.in_a_row, self.has_space) = (0, false);
        } else {
            if self.in_a_row > 0 {
                // White space behind them is as little to see, and lines are broken there.
                self.in_a_row += 1;
                if self.has_space {
                    if self.parted == MAX_IN_A_ROW {
                        return Some(Excess::Marks);
                    }
                    self.parted += 1;
                }
            }
            self.has_space = true;
        }
        None
    }
}

/// What a text has too much of, first.
pub(crate) fn excess(text: &str) -> Option<Excess> {
    if text.len() <= MAX_IN_A_ROW || text.is_ascii() {
        return None;
    }
    let mut passed = Passed::default();
    text.chars().find_map(|character| passed.take(character))
}

/// The text without what is too much.
#[cfg(feature = "render")]
pub(super) fn bounded(text: &str) -> std::borrow::Cow<'_, str> {
    if excess(text).is_none() {
        return text.into();
    }
    let mut passed = Passed::default();
    text.chars().filter(|character| passed.take(*character).is_none()).collect::<String>().into()
}

fn takes_no_room(character: char) -> bool {
    match character {
        '\0'..='\u{ac}' | '\u{ae}'..='\u{2ff}' => false,
        '\u{ad}'
        | '\u{600}'..='\u{605}'
        | '\u{61c}'
        | '\u{6dd}'
        | '\u{70f}'
        | '\u{890}'..='\u{891}'
        | '\u{8e2}'
        | '\u{115f}'..='\u{1160}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{110bd}'
        | '\u{110cd}'
        | '\u{13430}'..='\u{1345f}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}' => true,
        _ => is_combining_mark(character),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_languages_need_is_no_excess() {
        for text in [
            "Nguyễn Thị Ánh",
            "a\u{301}\u{323}\u{308}",
            "می\u{200c}خواهم",
            "Silben\u{ad}tren\u{ad}nung",
            "\u{2067}שלום\u{2069} und \u{202b}سلام\u{202c}",
        ] {
            assert_eq!(excess(&text.repeat(100)), None, "{text}");
        }
        assert_eq!(excess(&format!("a{}", "\u{301}".repeat(MAX_IN_A_ROW))), None);
        assert_eq!(excess(&"\u{202e}a".repeat(MAX_DIRECTIONS)), None);
        assert_eq!(excess(&format!("{}\u{200b}Ort", " ".repeat(500))), None);
    }

    #[test]
    fn one_more_is() {
        assert_eq!(excess(&format!("a{}", "\u{301}".repeat(MAX_IN_A_ROW + 1))), Some(Excess::Marks));
        assert_eq!(excess(&"\u{200d} ".repeat(MAX_IN_A_ROW + 1)), Some(Excess::Marks));
        assert_eq!(excess(&"\u{200d} \u{200d} x".repeat(MAX_IN_A_ROW + 1)), Some(Excess::Marks));
        assert_eq!(excess(&"\u{200d} x".repeat(1000)), None);
        assert_eq!(excess(&"\u{ad}\n".repeat(MAX_IN_A_ROW + 1)), Some(Excess::Marks));
        assert_eq!(excess(&"\u{2067}a".repeat(MAX_DIRECTIONS + 1)), Some(Excess::Directions));
        assert_eq!(excess(&"\u{202b}a\u{202c}".repeat(1000)), None);
    }

    #[cfg(feature = "render")]
    #[test]
    fn what_is_too_much_is_left_out() {
        assert_eq!(bounded("Wörter"), "Wörter");
        let marks = bounded(&format!("a{}b", "\u{301}".repeat(5000))).into_owned();
        assert_eq!(marks, format!("a{}b", "\u{301}".repeat(MAX_IN_A_ROW)));
        assert_eq!(bounded(&"\u{202e}a".repeat(5000)).matches('\u{202e}').count(), MAX_DIRECTIONS);
    }
}
