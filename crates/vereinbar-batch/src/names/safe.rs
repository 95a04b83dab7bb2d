//! Names that are safe on Windows, macOS and Linux.

use unicode_normalization::UnicodeNormalization as _;

/// The longest name without its ending: with it, it stays below the 255 bytes of Linux, and leaves Windows room for
/// the folder in its 260 characters.
const MAX_CHARS: usize = 120;
const MAX_BYTES: usize = 220;

/// Names that Windows keeps for devices, whatever their ending.
const RESERVED: [&str; 7] = ["con", "prn", "aux", "nul", "conin$", "conout$", "clock$"];
/// Those with a number.
const RESERVED_WITH_NUMBER: [&str; 2] = ["com", "lpt"];

/// A name that is one file in one folder, on every system: nothing that
/// separates folders, no device, no hidden file, nothing invisible.
pub(crate) fn safe(text: &str) -> String {
    let composed: String =
        text.nfc().map(|c| if is_forbidden(c) { '-' } else { c }).filter(|c| !is_invisible(*c)).collect();
    let words = composed.split_whitespace().collect::<Vec<_>>().join(" ");
    // A point or blank at the end is dropped by Windows, a point at the beginning hides the file on Linux, and a
    // hyphen there is taken for an option.
    let mut name = trimmed(&words);
    if name.chars().count() > MAX_CHARS || name.len() > MAX_BYTES {
        name = trimmed(cut(&name, MAX_CHARS, MAX_BYTES));
    }
    // Of `CON.x` Windows looks at `CON`.
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_owned();
    if is_reserved(&stem) {
        name.insert(stem.len(), '_');
    }
    name
}

/// A name with something behind it that is not cut off.
pub(crate) fn with_suffix(name: &str, suffix: &str) -> String {
    let chars = MAX_CHARS.saturating_sub(suffix.chars().count());
    format!("{}{suffix}", trimmed(cut(name, chars, MAX_BYTES.saturating_sub(suffix.len()))))
}

/// As much of a part of a name.
pub(crate) fn shortened(text: &str, chars: usize) -> String {
    trimmed(cut(text, chars, MAX_BYTES))
}

fn cut(text: &str, chars: usize, bytes: usize) -> &str {
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
    text.get(..ends.take(chars).take_while(|end| *end <= bytes).last().unwrap_or_default()).unwrap_or_default()
}

fn trimmed(text: &str) -> String {
    let is_edge = |c: char| c.is_whitespace() || matches!(c, '.' | '-' | '_');
    // Only what was put in for something else is cut at the end; an own `_` stays.
    text.trim_start_matches(is_edge).trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '-')).to_owned()
}

fn is_forbidden(c: char) -> bool {
    matches!(
        c,
        '<' | '>'
            | ':'
            | '"'
            | '/'
            | '\\'
            | '|'
            | '?'
            | '*'
            | '\u{2044}'
            | '\u{2215}'
            | '\u{29f8}'
            | '\u{ff0f}'
            | '\u{ff3c}'
    ) || (c.is_control() && !c.is_whitespace())
}

/// Marks of direction and of joining: two names would look the same, or a name
/// would end otherwise than it seems to.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

fn is_reserved(stem: &str) -> bool {
    let stem = stem.to_lowercase();
    if RESERVED.contains(&stem.as_str()) {
        return true;
    }
    RESERVED_WITH_NUMBER.iter().any(|prefix| {
        let number = stem.strip_prefix(prefix).and_then(|rest| {
            let mut rest = rest.chars();
            rest.next().filter(|_| rest.next().is_none())
        });
        number.is_some_and(|c| matches!(c, '0'..='9' | '¹' | '²' | '³'))
    })
}

/// What two names must not share. Windows and macOS do not tell capitals apart,
/// macOS not even `ß` and `ss` or the ways to write an umlaut.
pub(crate) fn folded(name: &str) -> String {
    name.nfkc().collect::<String>().to_uppercase().to_lowercase().nfkc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe() {
        for (text, name) in [
            ("Haus Nord gGmbH", "Haus Nord gGmbH"),
            ("Kinder- & Jugendhilfe Köln e. V.", "Kinder- & Jugendhilfe Köln e. V"),
            ("..\\..\\Windows\\x", "Windows-x"),
            ("../../etc/passwd", "etc-passwd"),
            ("/absolut", "absolut"),
            ("C:\\x", "C--x"),
            ("C:x", "C-x"),
            ("a/b", "a-b"),
            (".versteckt", "versteckt"),
            ("-rf", "rf"),
            ("..", ""),
            (" . . ", ""),
            ("CON", "CON_"),
            ("con.txt", "con_.txt"),
            ("Com1", "Com1_"),
            ("LPT¹", "LPT¹_"),
            ("COM12", "COM12"),
            ("Konto", "Konto"),
            ("NUL .x", "NUL_ .x"),
            ("aux", "aux_"),
            ("a\nb\tc\u{0}d", "a b c-d"),
            ("x\u{202e}fdp.exe", "xfdp.exe"),
            ("Mu\u{308}ller", "Müller"),
            ("a  b", "a b"),
            ("fragezeichen?", "fragezeichen"),
            ("a:b*c|d\"e<f>g", "a-b-c-d-e-f-g"),
        ] {
            assert_eq!(safe(text), name, "{text:?}");
        }
    }

    #[test]
    fn names_have_a_limit() {
        assert_eq!(safe(&"a".repeat(500)).chars().count(), MAX_CHARS);
        let wide = safe(&"語".repeat(500));
        assert!(wide.len() <= MAX_BYTES && wide.chars().count() == MAX_BYTES / 3);
    }

    #[test]
    fn names_that_some_system_takes_for_one_fold_to_one() {
        for (a, b) in [("HAUS", "haus"), ("Straße", "STRASSE"), ("Mu\u{308}ller", "müller"), ("ﬁ", "fi"), ("ΑΣ", "ας")]
        {
            assert_eq!(folded(a), folded(b), "{a} {b}");
        }
        assert_ne!(folded("a"), folded("b"));
    }
}
