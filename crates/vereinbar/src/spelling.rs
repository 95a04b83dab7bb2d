//! Words that are written differently and mean the same: capitals, umlauts, a mark in front,
//! and names that are nearly right.

/// As much of a text is compared: comparing is quadratic, and no name is that long.
pub const MAX_COMPARED_CHARS: usize = 200;

/// A text as a name in the data: small letters, `ae` for `ä` and `ss` for `ß`,
/// `_` for a blank or a hyphen.
///
/// ```
/// use vereinbar::spelling::fold;
/// assert_eq!(fold("Öffentlicher Träger"), "oeffentlicher_traeger");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    folded(text, "e").replace([' ', '-'], "_")
}

/// The text without the byte order mark that Windows puts in front of it.
pub(crate) fn without_bom(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// A name as German directories sort it (DIN 5007-1): small letters, `a` for `ä`,
/// `ss` for `ß`. Between names that are equal in that the names themselves decide.
pub(crate) fn sort_key(name: &str) -> String {
    folded(name, "")
}

/// Small letters, and each umlaut as its vowel with `dots` after it.
fn folded(text: &str, dots: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'ä' => folded.push('a'),
            'ö' => folded.push('o'),
            'ü' => folded.push('u'),
            // The dots of an umlaut that is written as two characters.
            '\u{308}' => {}
            'ß' => folded.push_str("ss"),
            other => folded.push(other),
        }
        if matches!(c, 'ä' | 'ö' | 'ü' | '\u{308}') {
            folded.push_str(dots);
        }
    }
    folded
}

/// A text with its lines as the data have them, whatever Windows and old Macs end them with.
///
/// ```
/// use vereinbar::spelling::line_ends;
/// assert_eq!(line_ends("eins\r\nzwei\rdrei\n"), "eins\nzwei\ndrei\n");
/// ```
#[must_use]
pub fn line_ends(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// How alike two texts are: from 0 to 1, which means equal. Texts that people
/// wrote are [folded](fold) first.
#[must_use]
pub fn likeness(text: &str, name: &str) -> f64 {
    let text: String = text.chars().take(MAX_COMPARED_CHARS).collect();
    strsim::jaro_winkler(&text, name).max(strsim::normalized_levenshtein(&text, name))
}

/// How few letters must change to make one text of the other: from 0 to 1, which means
/// equal. Unlike [`likeness`] it does not take a common beginning for much.
#[must_use]
pub fn closeness(text: &str, name: &str) -> f64 {
    let text: String = text.chars().take(MAX_COMPARED_CHARS).collect();
    strsim::normalized_levenshtein(&text, name)
}

/// The candidate that is most alike, if it is at least `enough`; the first of
/// several that are equally alike.
///
/// ```
/// use vereinbar::spelling::{likeness, nearest};
/// let names = ["traeger", "ziele"];
/// assert_eq!(nearest(names, 0.75, |name| likeness("treager", name)), Some("traeger"));
/// assert_eq!(nearest(names, 0.75, |name| likeness("xyzzy", name)), None);
/// ```
pub fn nearest<T>(
    candidates: impl IntoIterator<Item = T>,
    enough: f64,
    mut likeness: impl FnMut(&T) -> f64,
) -> Option<T> {
    let mut nearest = None;
    let mut highest = enough;
    for candidate in candidates {
        let alike = likeness(&candidate);
        if alike > highest || nearest.is_none() && alike >= enough {
            highest = alike;
            nearest = Some(candidate);
        }
    }
    nearest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_as_in_a_german_directory() {
        let mut names = ["Zebra", "Über Land", "u\u{308}bel", "alpha", "Ämter", "Maße", "Masse", "Mast", "Öl", "Beta"];
        names.sort_by_key(|name| (sort_key(name), *name));
        let sorted = ["alpha", "Ämter", "Beta", "Masse", "Maße", "Mast", "Öl", "u\u{308}bel", "Über Land", "Zebra"];
        assert_eq!(names, sorted);
    }

    #[test]
    fn spellings_of_one_word_are_folded_into_its_name() {
        for text in ["Maßstäbe-Übersicht", "MASSSTÄBE ÜBERSICHT", "maßsta\u{308}be u\u{308}bersicht"] {
            assert_eq!(fold(text), "massstaebe_uebersicht", "{text}");
        }
    }

    #[test]
    fn the_first_of_equally_near_names_is_taken() {
        let equally = |_: &&str| 0.8;
        assert_eq!(nearest(["a", "b"], 0.8, equally), Some("a"));
        assert_eq!(nearest(["a", "b"], 0.81, equally), None);
        assert_eq!(nearest([], 0.0, equally), None);
    }
}
