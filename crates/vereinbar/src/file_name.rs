//! Names of files that are safe on Windows, macOS and Linux: made of any text, and told from others.

use unicode_normalization::UnicodeNormalization as _;

/// The longest name without its ending: with it, it stays below the 255 bytes of Linux, and leaves Windows room for
/// the folder in its 260 characters.
const MAX_CHARS: usize = 120;
const MAX_BYTES: usize = 220;

/// The longest name, in bytes and with its ending, that every system takes.
const MAX_NAME_BYTES: usize = 255;

/// Names that Windows keeps for devices, whatever their ending.
const RESERVED: [&str; 7] = ["con", "prn", "aux", "nul", "conin$", "conout$", "clock$"];
/// Those with a number.
const RESERVED_WITH_NUMBER: [&str; 2] = ["com", "lpt"];

/// A text as the name of one file in one folder, on every system: nothing that
/// separates folders, no device, no hidden file, nothing invisible. It comes without an
/// ending, leaves room for one, and is empty where nothing of the text can stand in a name.
///
/// ```
/// use vereinbar::file_name::safe;
/// assert_eq!(safe("Haus Nord / Süd e. V."), "Haus Nord - Süd e. V");
/// assert_eq!(safe("con"), "con_");
/// assert_eq!(safe("///"), "");
/// ```
#[must_use]
pub fn safe(text: &str) -> String {
    let composed: String =
        text.nfc().map(|c| if is_forbidden(c) { '-' } else { c }).filter(|c| !is_invisible(*c)).collect();
    let words = composed.split_whitespace().collect::<Vec<_>>().join(" ");
    // A point or blank at the end is dropped by Windows, a point at the beginning hides the file on Linux, and a
    // hyphen there is taken for an option.
    let mut name = trimmed(&words);
    if name.chars().count() > MAX_CHARS || name.len() > MAX_BYTES {
        name = trimmed(cut(&name, MAX_CHARS, MAX_BYTES));
    }
    let stem = stem(&name).len();
    if is_device(&name) {
        name.insert(stem, '_');
    }
    name
}

/// Whether a name, with its ending, is that of one file in one folder, on every system. Files
/// that people have named need not look as [`safe`] would name them.
///
/// ```
/// use vereinbar::file_name::is_safe;
/// assert!(is_safe("Haus  Nord (1).json"));
/// assert!(!is_safe("../Haus.json") && !is_safe("nul.json") && !is_safe(".Haus.json"));
/// ```
#[must_use]
pub fn is_safe(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= MAX_NAME_BYTES
        && !name.starts_with(['.', '-', ' '])
        && !name.ends_with(['.', ' '])
        && !name.contains(|c: char| is_forbidden(c) || c.is_control())
        && !is_device(name)
}

/// A [safe](safe()) name with something behind it that is not cut off.
///
/// ```
/// use vereinbar::file_name::with_suffix;
/// assert_eq!(with_suffix("Haus Nord", " (1)"), "Haus Nord (1)");
/// assert!(with_suffix(&"x".repeat(500), " (1)").ends_with("x (1)"));
/// ```
#[must_use]
pub fn with_suffix(name: &str, suffix: &str) -> String {
    let chars = MAX_CHARS.saturating_sub(suffix.chars().count());
    format!("{}{suffix}", trimmed(cut(name, chars, MAX_BYTES.saturating_sub(suffix.len()))))
}

/// As much of a [safe](safe()) name as has at most so many characters.
///
/// ```
/// use vereinbar::file_name::shortened;
/// assert_eq!(shortened("Haus Nord", 5), "Haus");
/// ```
#[must_use]
pub fn shortened(text: &str, chars: usize) -> String {
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

/// What stands before the first point: of `CON.x` Windows looks at `CON`.
fn stem(name: &str) -> &str {
    name.split('.').next().unwrap_or_default().trim_end()
}

fn is_device(name: &str) -> bool {
    let stem = stem(name).to_lowercase();
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
///
/// ```
/// use vereinbar::file_name::folded;
/// assert_eq!(folded("Straße"), folded("STRASSE"));
/// ```
#[must_use]
pub fn folded(name: &str) -> String {
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
            assert_eq!(is_safe(&format!("{name}.json")), !name.is_empty(), "{text:?}");
        }
    }

    #[test]
    fn names_that_lead_elsewhere_or_nowhere_are_none() {
        for name in [
            "",
            "../a.json",
            "a/b.json",
            "a\\b.json",
            "c:a.json",
            ".json",
            "-a.json",
            " a.json",
            "a.json ",
            "a.json.",
            "a\0.json",
            "a\n.json",
            "a?.json",
            "a\u{2215}b.json",
            "CON.json",
            "con .json",
            "com1.pdf",
            "COM¹.pdf",
            "LPT0.tar.gz",
        ] {
            assert!(!is_safe(name), "{name:?}");
        }
        for name in ["a.json", "Mu\u{308}ller  e. V..pdf", "Konto.pdf", "COM12.pdf", "_a", "a.b.c"] {
            assert!(is_safe(name), "{name:?}");
        }
    }

    #[test]
    fn names_have_a_limit() {
        assert_eq!(safe(&"a".repeat(500)).chars().count(), MAX_CHARS);
        let wide = safe(&"語".repeat(500));
        assert!(wide.len() <= MAX_BYTES && wide.chars().count() == MAX_BYTES / 3);
        assert!(is_safe(&format!("{wide}.json")));
        assert!(is_safe(&"a".repeat(255)) && !is_safe(&"a".repeat(256)));
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
