//! File names: a pattern filled with the data of a row, made safe for Windows
//! and Linux.

use std::fmt::Write as _;

use serde_json::Value;
use unicode_normalization::UnicodeNormalization as _;
use vereinbar::Art;

use crate::field::Field;
use crate::heading::{Step, Steps, resolve, unknown, walk};

/// The longest name without its ending: with it, and with `-2` for the second of
/// its kind, it stays below the 255 bytes of Linux, and leaves Windows room for
/// the folder in its 260 characters.
const MAX_CHARS: usize = 120;
const MAX_BYTES: usize = 220;

/// Names that Windows keeps for devices, whatever their ending.
const RESERVED: [&str; 7] = ["con", "prn", "aux", "nul", "conin$", "conout$", "clock$"];
/// Those with a number.
const RESERVED_WITH_NUMBER: [&str; 2] = ["com", "lpt"];

/// How files are named: text with `{…}` for what the row says. In the braces
/// stands a heading, or `nr` for the number of the row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pattern(Vec<Part>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Text(String),
    Number,
    Path(Steps),
}

impl Pattern {
    /// What is used where nothing is said.
    pub(crate) const DEFAULT: &'static str = "{traeger.name}";

    /// Reads a pattern; the error is a complete German sentence.
    pub(crate) fn parse(art: Art, text: &str) -> Result<Self, String> {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (inside, after) = after.split_once('}').ok_or("Es fehlt eine schließende Klammer „}“.")?;
            parts.push(Part::Text(before.to_owned()));
            parts.push(placeholder(art, inside.trim())?);
            rest = after;
        }
        if rest.contains('}') {
            return Err("Es fehlt eine öffnende Klammer „{“.".to_owned());
        }
        parts.push(Part::Text(rest.strip_suffix(".pdf").unwrap_or(rest).to_owned()));
        if text.trim().is_empty() {
            return Err("Es ist leer.".to_owned());
        }
        Ok(Self(parts))
    }

    /// The name for a row, without its ending. It is safe, but others may have it.
    pub(crate) fn name(&self, number: usize, agreement: &Value) -> String {
        let mut name = String::new();
        for part in &self.0 {
            match part {
                Part::Text(text) => name.push_str(text),
                // Writing to a String cannot fail.
                Part::Number => drop(write!(name, "{number:04}")),
                Part::Path(steps) => name.push_str(&text_at(agreement, steps)),
            }
        }
        let name = safe(&name);
        if name.is_empty() { format!("{number:04}") } else { name }
    }
}

fn placeholder(art: Art, inside: &str) -> Result<Part, String> {
    if inside == "nr" {
        return Ok(Part::Number);
    }
    match walk(Field::root(art), inside) {
        Some((steps, field)) if field.fits_a_cell() => Ok(Part::Path(steps)),
        Some(_) => Err(resolve(art, inside).err().unwrap_or_else(|| unknown(art, inside)).to_string()),
        None => Err(unknown(art, inside).to_string()),
    }
}

fn text_at(agreement: &Value, steps: &[Step]) -> String {
    let mut here = Some(agreement);
    for step in steps {
        here = here.and_then(|value| match step {
            Step::Key(key) => value.get(key),
            Step::Index(index) => value.get(index),
        });
    }
    match here {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Array(entries)) => entries.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("-"),
        _ => String::new(),
    }
}

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
        let mut bytes = 0;
        let short: String = name
            .chars()
            .take(MAX_CHARS)
            .take_while(|c| {
                bytes += c.len_utf8();
                bytes <= MAX_BYTES
            })
            .collect();
        name = trimmed(&short);
    }
    // Of `CON.x` Windows looks at `CON`.
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_owned();
    if is_reserved(&stem) {
        name.insert(stem.len(), '_');
    }
    name
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
    use serde_json::json;

    use super::*;

    const ART: Art = Art::Qualitaetsentwicklungsvereinbarung;

    #[test]
    fn fills_a_pattern() {
        let agreement =
            json!({"traeger": {"name": "Haus Nord"}, "ziele": [{"ziel": "Ziel"}], "qualitaetsdimensionen": ["a", "b"]});
        let name = |pattern| Pattern::parse(ART, pattern).unwrap().name(7, &agreement);
        assert_eq!(name("{nr}-{traeger.name}"), "0007-Haus Nord");
        assert_eq!(name("QEV {traeger.name} {ziele.1.ziel}.pdf"), "QEV Haus Nord Ziel");
        assert_eq!(name("{traeger.name}{aktenzeichen}"), "Haus Nord");
        assert_eq!(name("{qualitaetsdimensionen}"), "a-b");
        assert_eq!(name("{aktenzeichen}"), "0007");
        for (pattern, part) in [
            ("{traeger.nam}", "traeger.name"),
            ("{nr", "schließende"),
            ("nr}", "öffnende"),
            ("{traeger}", "ganzer Teil"),
            (" ", "leer"),
        ] {
            let error = Pattern::parse(ART, pattern).unwrap_err();
            assert!(error.contains(part), "{pattern}: {error}");
        }
    }

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
