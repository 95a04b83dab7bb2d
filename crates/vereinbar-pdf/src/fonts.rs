//! The embedded fonts, and which characters they can print.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook, is_default_ignorable};
use typst::utils::LazyHash;

/// The embedded fonts as files: a file name, and the bytes. For who works on the templates
/// with a compiler of their own.
///
/// Noto Sans first; DejaVu Sans for what it lacks, and that without its oblique styles:
/// they lack Arabic and much else, and where a letter is in one font and its mark in the
/// other, italic text would have a gap. So what comes from DejaVu Sans is upright in italic
/// text, too.
///
/// ```
/// let names: Vec<&str> = vereinbar_pdf::fonts().map(|(name, _)| name).collect();
/// assert!(names.contains(&"NotoSans-Regular.ttf"));
/// ```
pub fn fonts() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    [
        ("NotoSans-Regular.ttf", notosans::REGULAR_TTF),
        ("NotoSans-Bold.ttf", notosans::BOLD_TTF),
        ("NotoSans-Italic.ttf", notosans::ITALIC_TTF),
        ("NotoSans-BoldItalic.ttf", notosans::BOLD_ITALIC_TTF),
        ("DejaVuSans.ttf", dejavu::sans::regular()),
        ("DejaVuSans-Bold.ttf", dejavu::sans::bold()),
    ]
    .into_iter()
}

static FONTS: LazyLock<Vec<Font>> =
    LazyLock::new(|| fonts().flat_map(|(_, data)| Font::iter(Bytes::new(data))).collect());

static BOOK: LazyLock<LazyHash<FontBook>> = LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

pub(crate) fn book() -> &'static LazyHash<FontBook> {
    &BOOK
}

pub(crate) fn font(index: usize) -> Option<Font> {
    FONTS.get(index).cloned()
}

/// The code points that any embedded font has a glyph for: sorted, disjoint,
/// half-open ranges.
static COVERAGE: LazyLock<Vec<(u32, u32)>> = LazyLock::new(|| {
    let mut points: Vec<u32> = FONTS.iter().flat_map(|font| font.info().coverage.iter()).collect();
    points.sort_unstable();
    points.dedup();
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for point in points {
        match ranges.last_mut() {
            Some((_, end)) if *end == point => *end += 1,
            _ => ranges.push((point, point + 1)),
        }
    }
    ranges
});

/// Whether a document under PDF/A-3a and PDF/UA-1 can hold this character as text.
///
/// True for
/// - what Noto Sans or DejaVu Sans has a glyph for: Latin (all of DIN 91379), Greek,
///   Cyrillic, Hebrew, Arabic, Armenian, Georgian, punctuation, symbols and more;
/// - line feed, carriage return and tab;
/// - what Unicode calls default ignorable (soft hyphen, zero-width space and joiners,
///   direction marks, variation selectors, ..): it has no glyph and needs none.
///
/// False, though a font may have a glyph for it, for what the standards forbid or XML
/// metadata cannot hold: other control characters, the private use area, noncharacters,
/// and the byte order mark U+FEFF. And false for what no embedded font has: most
/// emoji, Chinese, Japanese, Korean, the Indian scripts, Thai.
///
/// It is about single characters. A combination of covered characters can still lack a
/// glyph; the document then fails with
/// [`EngineError::MissingGlyphs`](crate::EngineError::MissingGlyphs).
///
/// ```
/// use vereinbar_pdf::covers;
///
/// assert!("Übergröße ẞ „Łódź“ \u{2011} \u{ad} ☐".chars().all(covers));
/// assert!(!covers('👍') && !covers('\u{feff}') && !covers('\0'));
/// ```
#[must_use]
pub fn covers(c: char) -> bool {
    match c {
        '\n' | '\r' | '\t' => true,
        // Both are ignorable, but ISO 19005-3, 6.2.11.7.2 forbids the byte order mark as the
        // text of a glyph, and of U+180F the shaper does not know and looks for a glyph.
        '\u{feff}' | '\u{180f}' => false,
        _ if c.is_control() || is_private(c) || is_noncharacter(c) => false,
        _ => is_default_ignorable(c) || has_glyph(c),
    }
}

/// ISO 19005-3, 6.2.11.7.3, allows these only with a replacement text, which Typst does not
/// write.
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}')
}

fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe
}

fn has_glyph(c: char) -> bool {
    let point = u32::from(c);
    let after = COVERAGE.partition_point(|&(start, _)| start <= point);
    after.checked_sub(1).and_then(|index| COVERAGE.get(index)).is_some_and(|&(_, end)| point < end)
}
