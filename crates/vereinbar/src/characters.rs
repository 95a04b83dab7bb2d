//! Which characters the embedded fonts can print.
//!
//! The table lies here and not in the engine, so that `validate` knows it where
//! the crate is built without Typst. A test compares it with the fonts.

mod invisible;
mod ranges;

pub(crate) use self::invisible::{Excess, MAX_DIRECTIONS, MAX_IN_A_ROW, excess};
use self::ranges::RANGES;

/// Whether the embedded fonts have the character, in a way that PDF/A and
/// PDF/UA accept. Line breaks and tabs count as printable.
pub(crate) fn is_printable(character: char) -> bool {
    let code = u32::from(character);
    // Most text is ASCII.
    if matches!(code, 0x20..=0x7e) || matches!(character, '\n' | '\r' | '\t') {
        return true;
    }
    RANGES
        .binary_search_by(|&(first, last)| {
            if last < code {
                std::cmp::Ordering::Less
            } else if first > code {
                std::cmp::Ordering::Greater
            } else {
                std::cmp::Ordering::Equal
            }
        })
        .is_ok()
}

/// The text as it can be printed: characters that no font has, and those of
/// `also`, become U+FFFD; of marks and directions that are too many the rest is left out,
/// which only what no rule has checked can have.
#[cfg(feature = "render")]
pub(crate) fn printable<'a>(text: &'a str, also: &[char]) -> std::borrow::Cow<'a, str> {
    let is_printable = |character: char| is_printable(character) && !also.contains(&character);
    let text = invisible::bounded(text);
    if text.chars().all(is_printable) {
        return text;
    }
    text.chars()
        .map(|character| if is_printable(character) { character } else { '\u{fffd}' })
        .collect::<String>()
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_what_the_fonts_have() {
        for character in ['a', 'ä', 'ẞ', '€', '„', '–', '\u{2011}', '\u{202f}', '\n', '\u{fffd}'] {
            assert!(is_printable(character), "U+{:04X}", u32::from(character));
        }
        for character in ['\u{1f9e1}', '漢', '\u{0}', '\u{e000}', '\u{feff}', '\u{7f}'] {
            assert!(!is_printable(character), "U+{:04X}", u32::from(character));
        }
    }

    #[test]
    fn ranges_are_sorted_and_apart() {
        assert!(RANGES.iter().all(|(first, last)| first <= last));
        assert!(RANGES.windows(2).all(|pair| pair[0].1 < pair[1].0));
    }
}
