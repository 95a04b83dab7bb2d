use std::fmt::Write;

use vereinbar_pdf::{Engine, EngineError, Job, Standard, covers};

use crate::templates::{contains, engine, letter, letters};

/// Each text in a paragraph of its own, in one font style after the other.
const PARAGRAPHS: &str = r#"
#set document(title: "t", date: datetime(year: 2027, month: 1, day: 1))
#set page(columns: 6)
#set text(font: ("Noto Sans", "DejaVu Sans"), size: 5pt)
#for (index, text) in json("data.json").enumerate() {
  let bold = calc.rem(index, 2) == 0
  let italic = calc.rem(calc.quo(index, 2), 2) == 0
  par(std.text(text, weight: if bold { 700 } else { 400 }, style: if italic { "italic" } else { "normal" }))
}
"#;

fn json(texts: impl IntoIterator<Item = String>) -> String {
    let mut json = String::new();
    for text in texts {
        json.push_str(if json.is_empty() { "[\"" } else { ",\"" });
        for unit in text.encode_utf16() {
            let _ = write!(json, "\\u{unit:04x}");
        }
        json.push('"');
    }
    json + "]"
}

fn print(engine: &Engine, texts: impl IntoIterator<Item = String>) -> Result<(), EngineError> {
    engine.pdf(Job::new("main.typ").input("data.json", json(texts))).map(drop)
}

fn paragraphs() -> Engine {
    engine(&[("main.typ", PARAGRAPHS)])
}

fn covered() -> Vec<char> {
    (0..=u32::from(char::MAX)).filter_map(char::from_u32).filter(|&c| covers(c)).collect()
}

/// By bisection, those of `characters` that fail in the context.
fn failing(engine: &Engine, characters: &[char], context: fn(char) -> String) -> Vec<char> {
    if characters.is_empty() || print(engine, characters.iter().map(|&c| context(c))).is_ok() {
        return Vec::new();
    }
    if let [character] = characters {
        return vec![*character];
    }
    let (left, right) = characters.split_at(characters.len() / 2);
    [failing(engine, left, context), failing(engine, right, context)].concat()
}

#[test]
fn every_covered_character_prints() {
    let engine = paragraphs();
    let covered = covered();
    assert!(covered.len() > 6000, "{}", covered.len());
    let contexts: [fn(char) -> String; 3] = [|c| c.to_string(), |c| format!("a{c}b"), |c| format!("☐ {c} ب{c}ب")];
    for context in contexts {
        for batch in covered.chunks(2000) {
            let failing = failing(&engine, batch, context);
            assert!(
                failing.is_empty(),
                "{:?}",
                failing.iter().map(|c| c.escape_unicode().to_string()).collect::<Vec<_>>()
            );
        }
    }
}

/// Whether they fail depends on what stands beside them, so each has a document of its own.
#[test]
fn every_ignorable_prints_beside_anything() {
    let engine = paragraphs();
    let ignorable = [
        '\u{ad}'..='\u{ad}',
        '\u{34f}'..='\u{34f}',
        '\u{61c}'..='\u{61c}',
        '\u{115f}'..='\u{1160}',
        '\u{17b4}'..='\u{17b5}',
        '\u{180b}'..='\u{180e}',
        '\u{200b}'..='\u{200f}',
        '\u{2028}'..='\u{202e}',
        '\u{2060}'..='\u{206f}',
        '\u{3164}'..='\u{3164}',
        '\u{fe00}'..='\u{fe0f}',
        '\u{ffa0}'..='\u{ffa0}',
        '\u{fff0}'..='\u{fff8}',
        '\u{1bca0}'..='\u{1bca3}',
        '\u{1d173}'..='\u{1d17a}',
        '\u{e0000}'..='\u{e0020}',
        '\u{e0100}'..='\u{e010f}',
    ];
    for c in ignorable.into_iter().flatten() {
        assert!(covers(c), "{}", c.escape_unicode());
        for text in [c.to_string(), format!("a{c}b"), format!("☐{c}☐"), format!("א{c}ב"), format!("{c}{c}")] {
            assert!(print(&engine, [text]).is_ok(), "{}", c.escape_unicode());
        }
    }
}

#[test]
fn what_is_not_covered_fails_with_its_name() {
    let engine = paragraphs();
    let uncovered = "\0\u{1}\u{7f}\u{9f}\u{feff}\u{fffe}\u{ffff}\u{fdd0}\u{e000}\u{ef00}\u{f400}\u{10fffd}\u{180f}\u{1fffe}👍中한กक";
    for c in uncovered.chars() {
        assert!(!covers(c), "{}", c.escape_unicode());
        // U+180F fails beside some characters only; the noncharacters U+FFFE and U+FFFF
        // have no place in XML.
        let text = if c == '\u{180f}' { format!("☐{c}☐") } else { format!("a{c}b {c}") };
        match print(&engine, [text]) {
            Err(EngineError::MissingGlyphs { characters }) => assert_eq!(characters, [c]),
            other => panic!("{}: {other:?}", c.escape_unicode()),
        }
    }
}

#[test]
fn missing_glyphs_are_named_once_and_in_order() {
    let error = letters().pdf(letter(r#"{"text": "a 👍 b 中 c 👍"}"#)).unwrap_err();
    assert!(matches!(&error, EngineError::MissingGlyphs { characters } if characters == &['中', '👍']));
    let plain = letter(r#"{"text": "中"}"#).standard(Standard::Plain);
    assert!(letters().pdf(plain).is_ok());
}

#[test]
fn a_combination_without_a_glyph_is_named() {
    assert!(covers('\t') && covers('\u{5c2}'));
    let error = print(&paragraphs(), ["\t\u{5c2}".to_owned()]).unwrap_err();
    assert!(matches!(&error, EngineError::MissingGlyphs { characters } if characters == &['\t', '\u{5c2}']));
}

#[test]
fn covers_what_german_offices_must_write() {
    // DIN 91379: Latin letters with combining marks, and the non-letters N1 to N4, by example.
    let sample =
        "ÄÖÜäöüßẞ ĀČĐĘĞĦĪŁŃŐŘŞŤŰŽ C̆ g̀ k̲ n̂ s̄ ŗ̥̄ ạ̈ Ṭ ḥ € § ° „“ ‚‘ »« – — … ’ № ≤ ≥ ‰ ¼ → ☐ ☑ ☒ \u{2011} \u{202f}";
    assert!(sample.chars().all(covers));
    print(&paragraphs(), sample.split(' ').map(str::to_owned)).unwrap();
    print(&paragraphs(), [sample.to_owned()]).unwrap();
}

#[test]
fn text_is_set_in_the_embedded_fonts() {
    let pdf = letters().pdf(letter(r#"{"text": "Wort ☐"}"#)).unwrap();
    assert!(contains(&pdf.bytes, "+NotoSans"));
    assert!(contains(&pdf.bytes, "+DejaVuSans"));
    assert_eq!(pdf.warnings, []);
}
