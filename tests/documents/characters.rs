//! Names of all of Europe: DIN 91379, and what the fonts have besides.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use vereinbar::{RenderOptions, Stage, validate};
use vereinbar_tests::{check_reference, root, write};

use crate::support::{ART, output, render, run, squeezed, tagged_text};

/// The normative characters and sequences: letters, non-letters, combining marks.
fn din_91379() -> Vec<String> {
    let list = std::fs::read_to_string(root().join("tests/fixtures/din_91379/din_91379_latin_list_1.3.txt")).unwrap();
    list.lines()
        .filter_map(|line| {
            let mut columns = line.split("; ");
            let group = columns.next()?;
            let points = columns.nth(1)?;
            ["bll", "bnlreq", "bnl", "bnlopt", "bnlnot", "dc"].contains(&group).then(|| {
                points.split_whitespace().filter_map(|hex| char::from_u32(u32::from_str_radix(hex, 16).ok()?)).collect()
            })
        })
        .collect()
}

/// Every normative character, in a name, prints and is found again when the
/// text is copied out of the document.
#[test]
fn every_normative_character_of_din_91379_prints_and_extracts_equal() {
    let sequences = din_91379();
    assert!(sequences.len() > 700, "{}", sequences.len());
    // A combining mark needs a letter, one with which it is no letter of its own; blanks and
    // line breaks need neighbours.
    let words: Vec<String> =
        sequences.iter().enumerate().map(|(index, sequence)| format!("{index}q{sequence}x")).collect();
    for chunk in words.chunks(100) {
        let names: Vec<serde_json::Value> =
            chunk.chunks(5).map(|words| serde_json::json!({"name": words.join(" ")})).collect();
        let json = serde_json::json!({"art": ART, "traeger": {"name": "Name", "vertreten_durch": names}});
        let vereinbarung = vereinbar::parse(&json.to_string()).unwrap();
        let unprintable: Vec<_> = validate(&vereinbarung, &Stage::Entwurf.into())
            .into_iter()
            .filter(|f| f.code == "character_unprintable")
            .collect();
        assert_eq!(unprintable, []);
        let text = tagged_text(&render(&vereinbarung, &RenderOptions::default()).pdf);
        for word in chunk {
            assert!(text.contains(&squeezed(word)), "{:?} is not in the text", word.escape_unicode().to_string());
        }
    }
}

/// `validate` knows without Typst what the fonts have; this is where it learns it.
#[test]
fn table_of_printable_characters_agrees_with_the_fonts() {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for character in ' '..=char::MAX {
        let code = u32::from(character);
        if vereinbar_pdf::covers(character) {
            match ranges.last_mut() {
                Some((_, last)) if *last + 1 == code => *last = code,
                _ => ranges.push((code, code)),
            }
        }
    }
    let mut source = String::from(
        "//! Generated from the embedded fonts; `make update` writes it anew.\n\n\
         /// First and last code point of each run that the fonts have.\n\
         #[rustfmt::skip]\npub(super) static RANGES: &[(u32, u32)] = &[\n",
    );
    for (first, last) in ranges {
        writeln!(source, "    (0x{first:04x}, 0x{last:04x}),").unwrap();
    }
    source.push_str("];\n");
    check_reference("crates/vereinbar/src/characters/ranges.rs", &source);
}

/// Whatever the table allows can be printed to the strictest standard, in a name.
#[test]
fn every_printable_character_can_be_archived() {
    let printable: Vec<char> = (' '..=char::MAX).filter(|character| vereinbar_pdf::covers(*character)).collect();
    let seen: BTreeSet<char> = printable.iter().copied().collect();
    assert!(seen.len() > 5000);
    for chunk in printable.chunks(1500) {
        let grundlagen: Vec<String> =
            chunk.chunks(10).map(|chunk| chunk.iter().flat_map(|c| [*c, ' ']).collect()).collect();
        let json = serde_json::json!({"art": ART, "fortsetzung": {"gespraechsgrundlagen": grundlagen}});
        let rendered = render(&vereinbar::parse(&json.to_string()).unwrap(), &RenderOptions::default());
        assert_eq!(rendered.findings, []);
    }
}

/// Noto Sans takes these for marks and would print them onto their neighbours.
#[test]
fn signs_that_stand_for_themselves_take_room_of_their_own() {
    for sign in ['´', '`', '¨', 'ʻ', 'ʼ', '˚', 'ˈ'] {
        let name = format!("i{}i", sign.to_string().repeat(20));
        let json = serde_json::json!({"art": ART, "traeger": {"name": name}});
        let file = output("signs.pdf");
        write(&file, &render(&vereinbar::parse(&json.to_string()).unwrap(), &RenderOptions::default()).pdf);
        let boxes = run("pdftotext".as_ref(), &["-bbox", file.to_str().unwrap(), "-"]);
        let word = boxes.lines().find(|line| line.contains(&format!(">{name}<")));
        let word = word.unwrap_or_else(|| panic!("{name} is not one word:\n{boxes}"));
        let edge = |name: &str| -> f64 { word.split(name).nth(1).unwrap().split('"').nth(1).unwrap().parse().unwrap() };
        assert!(edge("xMax") - edge("xMin") > 40.0, "U+{:04X}: {word}", u32::from(sign));
    }
}
