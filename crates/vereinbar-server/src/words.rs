//! Words as a page shows them.

/// The parts before which a long word may be broken: not every browser knows where German words part.
const PARTS: [&str; 3] = ["vereinbarung", "aufforderung", "zustimmung"];

/// The same words, with soft hyphens.
pub(crate) fn breakable(words: &str) -> String {
    let mut broken = words.to_owned();
    for part in PARTS {
        let before = broken.split(part).next().and_then(|before| before.chars().next_back());
        if broken.contains(part) && before.is_some_and(char::is_alphabetic) {
            broken = broken.replace(part, &format!("\u{ad}{part}"));
        }
    }
    broken
}

/// The same words, with a capital letter at their beginning.
pub(crate) fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What names a command says it of the page for it.
pub(crate) fn without_commands(sentence: &str) -> String {
    const FORM: &str = "das Formular, in dem Sie sie öffnen,";
    sentence.replace("`vereinbar validate`", FORM).replace("`vereinbar extract`", FORM)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_break_between_their_parts() {
        assert_eq!(breakable("Qualitätsentwicklungsvereinbarung"), "Qualitätsentwicklungs\u{ad}vereinbarung");
        assert_eq!(breakable("Verhandlungsaufforderung am"), "Verhandlungs\u{ad}aufforderung am");
        for whole in ["Vereinbarung", "die vereinbarung", "Ziele", ""] {
            assert_eq!(breakable(whole), whole);
        }
    }

    #[test]
    fn the_first_letter_alone_is_changed() {
        assert_eq!(capitalised("unterschriftsreif und mehr"), "Unterschriftsreif und mehr");
        assert_eq!(capitalised("über"), "Über");
        assert_eq!(capitalised(""), "");
    }
}
